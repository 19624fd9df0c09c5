import pytest

from graphbuild.errors import ReadError
from graphbuild.model import Span
from graphbuild.rdf.node import Node, index_triples

INDEX = index_triples(
    [
        ("a:x", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "a:Thing"),
        ("a:x", "a:name", "Y"),
        ("a:x", "a:name", "X"),
        ("a:x", "a:name", "X"),
        ("a:x", "a:start", "3"),
        ("a:x", "a:end", "5"),
        ("a:x", "a:knows", "a:y"),
    ]
)
NODE = Node("a:x", INDEX, "graph.ttl")


def test_values_are_sorted_and_there_once() -> None:
    assert NODE.all("a:name") == ["X", "Y"]
    assert NODE.find("a:name") == NODE.get("a:name") == "X"


def test_node_knows_its_types() -> None:
    assert NODE.is_a("a:Thing")
    assert not NODE.is_a("a:Person")


def test_node_without_a_value_has_none() -> None:
    assert NODE.all("a:age") == []
    assert NODE.find("a:age") is None
    assert not NODE.has("a:age")


def test_nodes_are_followed_even_where_nothing_is_known_of_them() -> None:
    (other,) = NODE.follow("a:knows")

    assert other.name == "a:y"
    assert other.all("a:name") == []


def test_span_is_read_from_two_properties() -> None:
    assert NODE.span("a.txt", "a:start", "a:end") == Span("a.txt", 3, 5)


def test_node_complains_about_what_it_lacks_by_name_and_place() -> None:
    with pytest.raises(ReadError, match=r"^graph.ttl: <a:x>: lacks <a:age>$"):
        NODE.get("a:age")
