import pytest

from graphbuild.rdf.terms import GB, PROV, Vocabulary, is_inferred, prefixes


def test_vocabulary_makes_terms_on_demand() -> None:
    assert GB.metWith == "https://w3id.org/graphbuild/ontology#metWith"
    assert PROV["Activity"] == "http://www.w3.org/ns/prov#Activity"


def test_vocabulary_makes_each_term_once() -> None:
    vocabulary = Vocabulary("http://example.org/#")

    assert vocabulary.term is vocabulary.term


def test_vocabulary_has_no_special_methods_that_it_lacks() -> None:
    with pytest.raises(AttributeError):
        GB.__wrapped__  # noqa: B018 - what inspect asks of everything


def test_entities_prefix_follows_the_base_and_the_vocabulary_stays() -> None:
    assert prefixes("http://example.org/")["gbi"] == "http://example.org/id/"
    assert prefixes("http://example.org/")["gb"] == prefixes()["gb"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("https://w3id.org/graphbuild/graph/inferred", True, id="what was concluded"),
        pytest.param("http://example.org/kg/graph/inferred", True, id="under another base"),
        pytest.param("https://w3id.org/graphbuild/graph/statements", False, id="what was read"),
        pytest.param("None", False, id="the default graph"),
    ],
)
def test_inferred_graph_is_known_by_its_name(name: str, *, expected: bool) -> None:
    assert is_inferred(name) is expected
