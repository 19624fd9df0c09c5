import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import InvalidIriError, UnknownPrefixError
from graphbuild.ontology.prefixes import PREFIXES, compact, expand


@pytest.mark.parametrize(
    ("curie", "iri"),
    [
        pytest.param("gb:memberOf", "https://w3id.org/graphbuild/ontology#memberOf", id="a relation"),
        pytest.param("gbi:japan", "https://w3id.org/graphbuild/id/japan", id="an actor"),
        pytest.param("wd:Q17", "http://www.wikidata.org/entity/Q17", id="a term of others"),
        pytest.param("https://example.org/x", "https://example.org/x", id="an IRI is itself"),
        pytest.param("gbi:japan/role/1", "https://w3id.org/graphbuild/id/japan/role/1", id="a name with slashes"),
    ],
)
def test_expand_returns_the_iri(curie: str, iri: str) -> None:
    assert expand(curie) == iri


@pytest.mark.parametrize("curie", ["nope:x", "memberOf", "", ":x"])
def test_expand_refuses_an_undeclared_prefix(curie: str) -> None:
    with pytest.raises(UnknownPrefixError) as caught:
        expand(curie)

    assert caught.value.curie == curie
    assert "gb" in caught.value.declared


def test_expand_refuses_what_makes_no_iri() -> None:
    with pytest.raises(InvalidIriError):
        expand("gb:member of")


def test_expand_takes_other_prefixes() -> None:
    assert expand("ex:x", {"ex": "https://example.org/"}) == "https://example.org/x"


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        pytest.param("https://w3id.org/graphbuild/ontology#memberOf", "gb:memberOf", id="a prefix fits"),
        pytest.param("https://example.org/x", "https://example.org/x", id="no prefix fits"),
        pytest.param("https://w3id.org/graphbuild/id/", "https://w3id.org/graphbuild/id/", id="nothing would be left"),
        pytest.param(
            "https://w3id.org/graphbuild/id/japan/role/1",
            "https://w3id.org/graphbuild/id/japan/role/1",
            id="what would be left is a path",
        ),
    ],
)
def test_compact_shortens_where_a_name_is_left(iri: str, shown: str) -> None:
    assert compact(iri) == shown


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex(r"[A-Za-z0-9_-]+", fullmatch=True))
def test_compact_undoes_expand(prefix: str, name: str) -> None:
    assert compact(expand(f"{prefix}:{name}")) == f"{prefix}:{name}"
