import pytest

from graphbuild.rdf import Names

NAMES = Names()


@pytest.mark.parametrize(
    ("iri", "curie"),
    [
        pytest.param("https://w3id.org/graphbuild/ontology#metWith", "gb:metWith", id="a term"),
        pytest.param("https://w3id.org/graphbuild/id/tsai-ing-wen", "gbi:tsai-ing-wen", id="an entity"),
        pytest.param("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "rdf:type", id="a standard term"),
        pytest.param("https://w3id.org/graphbuild/id/日本", None, id="letters that need care"),
        pytest.param("https://w3id.org/graphbuild/id/a.", None, id="a dot that could end a sentence"),
        pytest.param("https://w3id.org/graphbuild/id/", None, id="no name"),
        pytest.param("https://w3id.org/graphbuild/statement/0f", None, id="no prefix"),
        pytest.param("http://example.org/metWith", None, id="elsewhere"),
    ],
)
def test_curie_is_given_where_it_is_safe(iri: str, curie: str | None) -> None:
    assert NAMES.curie(iri) == curie


@pytest.mark.parametrize(
    ("iri", "relative"),
    [
        pytest.param("https://w3id.org/graphbuild/statement/0f", "statement/0f", id="a statement"),
        pytest.param("https://w3id.org/graphbuild/evidence/0f#quote", "evidence/0f#quote", id="a part of evidence"),
        pytest.param("https://w3id.org/graphbuild/document/a%20b.txt", "document/a%20b.txt", id="a document"),
        pytest.param("https://w3id.org/graphbuild/document/..", None, id="a document that would lead upwards"),
        pytest.param("https://w3id.org/graphbuild/", None, id="the base"),
        pytest.param("http://example.org/statement/0f", None, id="elsewhere"),
    ],
)
def test_relative_iri_is_given_where_it_is_safe(iri: str, relative: str | None) -> None:
    assert NAMES.relative(iri) == relative


def test_base_that_ends_with_a_hash_has_no_relative_iris() -> None:
    assert Names("http://example.org/#").relative("http://example.org/#statement/0f") is None
