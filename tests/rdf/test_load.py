from pathlib import Path

import pytest
import rdflib

from graphbuild.errors import ReadError, UnsupportedFormatError
from graphbuild.rdf import load_rdf

NQUADS = """<a:s> <a:p> "x"@en <a:g> .
<a:s> <a:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<a:s> <a:p> "01"^^<http://www.w3.org/2001/XMLSchema#integer> .
_:b <a:p> "plain" .
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_all_graphs_of_a_file_are_one(tmp_path: Path) -> None:
    graph = load_rdf(write(tmp_path / "a.nq", NQUADS))

    values = sorted((value.n3() for value in graph.objects()), key=str)
    assert values == [
        '"01"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
        '"plain"',
        '"x"@en',
    ]
    assert any(isinstance(node, rdflib.BNode) for node in graph.subjects())


def test_file_of_more_triples_than_allowed_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.nq", NQUADS)

    with pytest.raises(ReadError, match="has more than 3 triples"):
        load_rdf(path, most=3)

    assert len(load_rdf(path, most=4)) == 4


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        pytest.param("a.ttl", "nonsense", ReadError, id="no RDF"),
        pytest.param("a.txt", "", UnsupportedFormatError, id="no format"),
        pytest.param("a.ttl", "<a:s> <a:p> <<( <a:s> <a:p> <a:o> )>> .", ReadError, id="a triple within a triple"),
    ],
)
def test_file_that_is_no_plain_rdf_is_refused(tmp_path: Path, name: str, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        load_rdf(write(tmp_path / name, text))
