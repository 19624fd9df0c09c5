import json
import socket
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from graphbuild.errors import OntologyError
from graphbuild.ontology.syntax import parse_rdf

FUNDS = URIRef("https://example.org/funds")
TURTLE = "<https://example.org/funds> a <http://www.w3.org/2002/07/owl#ObjectProperty> ."
NTRIPLES = (
    "<https://example.org/funds> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
    "<http://www.w3.org/2002/07/owl#ObjectProperty> .\n"
)
XML = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="http://www.w3.org/2002/07/owl#">
  <owl:ObjectProperty rdf:about="https://example.org/funds"/>
</rdf:RDF>"""
CONTEXT = {"owl": "http://www.w3.org/2002/07/owl#"}
JSONLD = json.dumps({"@context": CONTEXT, "@id": "https://example.org/funds", "@type": "owl:ObjectProperty"})
OWLXML = '<?xml version="1.0"?><Ontology xmlns="http://www.w3.org/2002/07/owl#"><Declaration/></Ontology>'


def parse(text: str, name: str) -> Graph:
    graph = Graph()
    parse_rdf(text, Path(name), graph)
    return graph


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when anything is asked for over a network."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(TURTLE, "a.ttl", id="Turtle"),
        pytest.param(TURTLE, "A.TTL", id="a suffix in capitals"),
        pytest.param(NTRIPLES, "a.nt", id="N-Triples"),
        pytest.param(XML, "a.rdf", id="RDF/XML"),
        pytest.param(XML, "a.xml", id="RDF/XML called .xml"),
        pytest.param(XML, "a.owl", id="RDF/XML called .owl"),
        pytest.param(TURTLE, "a.owl", id="Turtle called .owl"),
        pytest.param(JSONLD, "a.jsonld", id="JSON-LD"),
        pytest.param(JSONLD, "a.json", id="JSON-LD called .json"),
    ],
)
def test_parse_rdf_reads_the_syntax_that_the_suffix_names(text: str, name: str) -> None:
    assert (FUNDS, RDF.type, OWL.ObjectProperty) in parse(text, name)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    ("text", "name", "line", "reason"),
    [
        pytest.param("<a> b", "a.ttl", 1, "not Turtle", id="Turtle"),
        pytest.param("<a:b> nothing .\n", "a.nt", None, "not N-Triples", id="N-Triples"),
        pytest.param("<?xml version='1.0'?>\n<rdf:RDF>", "a.rdf", 2, "not RDF/XML", id="XML that is cut off"),
        pytest.param("{\n]", "a.jsonld", 2, "not JSON", id="JSON"),
        pytest.param('{"name": "x"}', "a.json", None, "has it an @context?", id="JSON that is no JSON-LD"),
        pytest.param('{"@context": {"x": 5}, "x": 1}', "a.jsonld", None, "not JSON-LD", id="a context that is none"),
        pytest.param("[" * 100_000, "a.jsonld", None, "not JSON", id="brackets without end"),
        pytest.param(OWLXML, "a.owl", None, "is OWL/XML, not RDF/XML", id="OWL's own XML"),
        pytest.param(TURTLE, "a.docx", None, "cannot read .docx; supported: .json, .jsonld, .nt", id="another suffix"),
        pytest.param(TURTLE, "a", None, "cannot read files without a suffix", id="no suffix"),
    ],
)
def test_parse_rdf_tells_in_one_line_what_is_wrong(text: str, name: str, line: int | None, reason: str) -> None:
    with pytest.raises(OntologyError) as caught:
        parse(text, name)

    assert reason in caught.value.problem
    assert (caught.value.path, caught.value.line) == (Path(name), line)
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"@context": "https://schema.org/", "@type": "Person"}, id="an address"),
        pytest.param({"@context": [CONTEXT, "context.jsonld"], "@type": "Person"}, id="a file beside an own one"),
        pytest.param({"@context": CONTEXT, "owl:x": {"@context": "http://example.org/c", "@id": "a:b"}}, id="within a node"),
        pytest.param({"@context": {"@version": 1.1, "@import": "http://example.org/c"}, "@id": "a:b"}, id="imported"),
        pytest.param({"@context": {"x": {"@id": "a:x", "@context": "http://example.org/c"}}, "x": {}}, id="of a term"),
    ],
)
def test_parse_rdf_fetches_no_context(data: object) -> None:
    with pytest.raises(OntologyError, match="lies elsewhere and nothing is fetched"):
        parse(json.dumps(data), "a.jsonld")


@pytest.mark.usefixtures("no_network")
def test_parse_rdf_reads_no_file_that_xml_points_at(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    entity = f'<!DOCTYPE rdf:RDF [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = XML.replace("<rdf:RDF", f"{entity}<rdf:RDF").replace(
        "/>\n</rdf:RDF", "><owl:versionInfo>&x;</owl:versionInfo></owl:ObjectProperty>\n</rdf:RDF"
    )

    values = [str(value) for value in parse(text, "a.rdf").objects()]

    assert not any("a secret" in value for value in values)
