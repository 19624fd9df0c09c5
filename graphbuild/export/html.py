"""The graph as one page to explore in a browser, which needs no network to open."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Collection, Iterable
from pathlib import Path

import pyvis
from pyvis.network import Network

from graphbuild.assets import html_path
from graphbuild.errors import ExportError
from graphbuild.export.exporter import exporters
from graphbuild.export.html_view import documents, edges, legend, nodes
from graphbuild.graph import KnowledgeGraph

_TEMPLATE = "graph.html.jinja"
_STYLE = "page.css"
_SCRIPTS = (
    "elements.js",
    "content.js",
    "filters.js",
    "map.js",
    "routes.js",
    "arrange.js",
    "panel.js",
    "search.js",
    "legend.js",
    "page.js",
)


def to_html(graph: KnowledgeGraph, *, title: str = "Knowledge graph", symmetric: Collection[str] = ()) -> str:
    """Return a page that shows ``graph`` and, for every edge, the sentences it was read from.

    Args:
        graph: what to show.
        title: the heading of the page.
        symmetric: IRIs of relations that have no direction and so get no arrowhead.
    """
    network = Network(directed=True, cdn_resources="in_line", heading=title)
    for node in nodes(graph):
        network.add_node(node.pop("id"), **node)
    for edge in edges(graph, symmetric):
        network.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    network.set_template_dir(str(html_path()), _TEMPLATE)
    network.templateEnv.filters["embed"] = _embed
    network.templateEnv.globals.update(_page(graph))
    page: str = network.generate_html()
    return page


exporters.register("html")(to_html)  # as a decorator it would hide the options


def _page(graph: KnowledgeGraph) -> dict[str, object]:
    """Return what the template needs beside pyvis's own nodes and edges."""
    style = _asset(html_path() / _STYLE)
    scripts = [_asset(_vis_network()), _wrap(_asset(html_path() / name) for name in _SCRIPTS)]
    return {
        "policy": _policy(style, scripts),
        "style": style,
        "scripts": scripts,
        "legend": legend(graph),
        "documents": documents(graph),
    }


def _embed(data: object) -> str:
    """Serialize ``data`` in ASCII, so that no text in it can end the element it stands in."""
    return json.dumps(data, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")


def _policy(style: str, scripts: Iterable[str]) -> str:
    """Allow the page's own scripts and style, told by their content, and nothing else from anywhere."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(map(_source, scripts)),
        "style-src": _source(style),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def _source(content: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _wrap(parts: Iterable[str]) -> str:
    """Join scripts that share one scope and leave nothing behind in the global one."""
    return f'(() => {{\n"use strict";\n{"".join(parts)}}})();\n'


def _asset(path: Path) -> str:
    """Read a script or style without the map that a browser's developer tools would go and look for."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))


def _vis_network() -> Path:
    scripts = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-*/vis-network.min.js"))
    if not scripts:
        raise ExportError("pyvis comes without vis-network.min.js; reinstall it", format="html")
    return scripts[-1]
