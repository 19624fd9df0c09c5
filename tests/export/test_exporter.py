import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuild.export import EXPORTER_BY_SUFFIX, exporters
from graphbuild.graph import KnowledgeGraph

NAMES = ["csv", "dot", "gexf", "graphml", "html", "jsonl", "jsonld", "nquads", "ntriples", "trig", "turtle"]

DIGESTS = """
import hashlib, sys
from graphbuild.export import exporters
from graphbuild.rdf import read_graph

graph = read_graph(sys.argv[1])
for name in exporters:
    print(name, hashlib.sha256("".join(exporters.get(name)(graph)).encode()).hexdigest())
"""


def test_every_format_has_an_exporter() -> None:
    assert list(exporters) == NAMES
    assert {*EXPORTER_BY_SUFFIX.values()} == {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_exporter_does_not_depend_on_the_order_of_adding(name: str, graph: KnowledgeGraph) -> None:
    other = KnowledgeGraph(reversed(graph.statements), reversed(graph.entities), reversed(graph.documents), run=graph.run)

    assert "".join(exporters.get(name)(other)) == "".join(exporters.get(name)(graph))


@pytest.mark.parametrize("name", NAMES)
def test_exporter_copes_with_an_empty_graph(name: str) -> None:
    assert "".join(exporters.get(name)(KnowledgeGraph())) == "".join(exporters.get(name)(KnowledgeGraph()))


@pytest.mark.parametrize("name", NAMES)
def test_exporter_leaves_the_graph_alone(name: str, graph: KnowledgeGraph) -> None:
    before = KnowledgeGraph() | graph

    "".join(exporters.get(name)(graph))

    assert graph == before


def test_exporters_do_not_depend_on_the_hash_seed(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    graph.write(path)

    outputs = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS, path],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert outputs[0] == outputs[1]
    assert len(outputs[0].splitlines()) == len(NAMES)
