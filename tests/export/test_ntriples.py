import pyoxigraph as ox

from graphbuild.export import to_nquads, to_ntriples
from graphbuild.graph import KnowledgeGraph
from graphbuild.rdf import describe, describe_world


def test_ntriples_has_a_line_for_every_triple(hostile_graph: KnowledgeGraph) -> None:
    text = "".join(to_ntriples(hostile_graph))

    assert len(text.splitlines()) == len(list(describe(hostile_graph)))
    assert all(line.startswith("<") and line.endswith(" .") for line in text.splitlines())


def test_nquads_name_the_graph_of_statements_only(graph: KnowledgeGraph) -> None:
    quads = list(ox.parse("".join(to_nquads(graph)), format=ox.RdfFormat.N_QUADS))

    default = [quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)]
    named = {str(quad.graph_name) for quad in quads} - {"DEFAULT"}

    assert len(default) == len(list(describe_world(graph)))
    assert named == {"<https://w3id.org/graphbuild/graph/statements>"}


def test_hostile_text_stays_in_its_literal(hostile: str, hostile_graph: KnowledgeGraph) -> None:
    quads = list(ox.parse("".join(to_ntriples(hostile_graph)), format=ox.RdfFormat.N_TRIPLES))

    labels = {quad.object.value for quad in quads if quad.predicate.value.endswith("#label")}

    assert labels == {hostile, "Shinzo Abe"}
