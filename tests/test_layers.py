"""The import table of CONTRIBUTING.md, enforced by reading the imports."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graphbuild"

ALLOWED: dict[str, set[str]] = {
    "about": set(),
    "errors": set(),
    "model": {"errors"},
    "registry": {"errors"},
    "assets": {"errors"},
    "ontology": {"errors", "model", "assets"},
    "read": {"errors", "model", "registry"},
    "language": {"errors"},
    "parse": {"errors", "model", "assets", "registry"},
    "extract": {"errors", "model", "assets", "registry"},
    "openie": {"extract"},
    "classify": {"assets", "errors", "extract", "language", "model", "ontology"},
    "normalize": {"errors", "model", "registry", "assets", "ontology"},
    "graph": {"errors", "model"},
    "decisions": {"errors", "model", "graph"},
    "ledger": {"model"},
    "rdf": {"errors", "model", "ontology", "graph"},
    "comparison": {"model", "ontology", "graph"},
    "export": {"errors", "model", "registry", "assets", "ontology", "graph", "rdf", "comparison"},
    "query": {"errors", "model", "graph", "rdf"},
    "pipeline": {
        "about",
        "errors",
        "model",
        "ontology",
        "read",
        "parse",
        "extract",
        "normalize",
        "graph",
        "decisions",
        "ledger",
        "classify",
    },
    "learn": {"assets", "classify", "errors", "extract", "language", "model", "normalize", "ontology", "pipeline"},
    "statement_reader": {"pipeline", "classify", "errors", "model", "ontology", "parse", "extract", "normalize"},
    "spacy_component": {"statement_reader"},
}
"""Part: the parts of graphbuild that it may import, itself aside."""

LIBRARIES: dict[str, set[str]] = {
    "about": set(),
    "errors": set(),
    "model": set(),
    "registry": set(),
    "assets": set(),
    "ontology": {"rdflib", "pyshacl"},
    "read": {"charset_normalizer", "lxml", "markdown_it", "py3langid", "pypdf", "trafilatura"},
    "language": {"numpy", "onnxruntime", "spacy", "threadpoolctl", "tokenizers"},
    "parse": {"numpy", "spacy"},
    "extract": {"spacy"},
    "openie": {"spacy"},
    "classify": {"numpy", "spacy"},
    "normalize": {"dateutil", "numpy", "rapidfuzz"},
    "graph": {"networkx"},
    "decisions": set(),
    "ledger": set(),
    "rdf": {"pyoxigraph", "rdflib"},
    "comparison": set(),
    "export": {"jinja2", "markupsafe", "networkx", "pyvis", "rdflib"},
    "query": {"rdflib", "pyoxigraph"},
    "pipeline": set(),
    "learn": {"jinja2", "markupsafe", "numpy", "sklearn", "spacy", "threadpoolctl"},
    "statement_reader": {"spacy"},
    "spacy_component": {"spacy"},
    "cli": {"typer", "rich"},
}
"""Part: the libraries that it may import, the standard library aside."""

FRONT = {"__init__", "__main__", "cli"}
"""They may import every part, and no part may import them."""

LATE: dict[str, set[str]] = {"read": LIBRARIES["read"], "graph": LIBRARIES["graph"], "learn": {"sklearn"}}
"""Part: the libraries that it imports inside the functions that need them, and nowhere else."""

FACTORIES = {("graphbuild.spacy_component", "statement_reader"), ("graphbuild.language.factories", "language")}
"""The modules that spaCy imports whoever makes a pipeline, and what they import only when one of ours is made."""

CONVENIENCES = {"to_rdf", "query", "write", "show", "figure", "_repr_html_"}
"""The methods of KnowledgeGraph that may call the layers above it."""

MODULES = sorted(PACKAGE.rglob("*.py"))


@dataclass(frozen=True)
class Import:
    """A module imported by a line of another, and the function the line stands in."""

    name: str
    function: str | None
    line: int

    @property
    def library(self) -> str:
        """The first part of the name: a library, or graphbuild."""
        return self.name.partition(".")[0]

    @property
    def part(self) -> str | None:
        """The part of graphbuild that is imported; ``__init__`` for the package itself."""
        if self.library != "graphbuild":
            return None
        return self.name.split(".")[1] if "." in self.name else "__init__"


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULE_NAMES = {module_name(path) for path in MODULES}


def imports_of(path: Path) -> list[Import]:
    return list(_walk(ast.parse(path.read_text(encoding="utf-8")), function=None, module=path))


def _walk(node: ast.AST, *, function: str | None, module: Path) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and _is_for_type_checkers(child):
            continue
        if isinstance(child, ast.Import | ast.ImportFrom):
            for name in _names(child, module):
                yield Import(name, function, child.lineno)
        inner = child.name if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else None
        yield from _walk(child, function=function or inner, module=module)


def _is_for_type_checkers(node: ast.If) -> bool:
    return ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def _names(node: ast.Import | ast.ImportFrom, module: Path) -> Iterator[str]:
    """Yield the modules that a statement imports: ``from graphbuild import errors`` names a module, not a value."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    package = module.relative_to(ROOT).parts[: -node.level] if node.level else ()
    source = ".".join([*package, *([node.module] if node.module else [])])
    for alias in node.names:
        candidate = f"{source}.{alias.name}"
        yield candidate if candidate in MODULE_NAMES else source


def distribution_name(requirement: str) -> str:
    """Return the name that a requirement begins with, as package indexes write it."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def is_convenience(path: Path, imported: Import) -> bool:
    return part_of(path) == "graph" and imported.function in CONVENIENCES


def is_allowed_in_function(path: Path, imported: Import) -> bool:
    return (
        part_of(path) in FRONT
        or imported.library in LATE.get(part_of(path), set())
        or is_convenience(path, imported)
        or (module_name(path), imported.part) in FACTORIES
    )


@pytest.fixture(params=MODULES, ids=module_name)
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_module_imports_only_allowed_parts(path: Path) -> None:
    part = part_of(path)
    if part in FRONT:
        return

    imported = {each.part for each in imports_of(path) if each.part and not is_convenience(path, each)}

    assert imported - {part} <= ALLOWED[part]


def test_module_imports_only_allowed_libraries(path: Path) -> None:
    part = part_of(path)

    imported = {each.library for each in imports_of(path)} - set(sys.stdlib_module_names) - {"graphbuild"}

    assert imported <= LIBRARIES.get(part, set())


def test_function_imports_nothing_unless_it_is_listed(path: Path) -> None:
    inside = [each for each in imports_of(path) if each.function is not None]

    assert [each for each in inside if not is_allowed_in_function(path, each)] == []


@pytest.mark.parametrize("part", sorted(LATE))
def test_late_libraries_are_imported_inside_functions_only(part: str) -> None:
    imports = [(path, each) for path in MODULES if part_of(path) == part for each in imports_of(path)]

    at_the_top = [
        (module_name(path), each.name) for path, each in imports if each.function is None and each.library in LATE[part]
    ]

    assert at_the_top == []


def test_modules_import_each_other_without_cycles() -> None:
    graph = {
        module_name(path): {each.name for each in imports_of(path) if each.part and each.function is None} for path in MODULES
    }

    order = list(TopologicalSorter(graph).static_order())

    assert set(order) == MODULE_NAMES


def test_tables_have_the_parts_that_the_package_has() -> None:
    parts = {part_of(path) for path in MODULES} - FRONT

    assert ALLOWED.keys() == parts
    assert LIBRARIES.keys() == parts | {"cli"}


def test_tables_are_those_of_contributing() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]+) \| ([^|]+) \|$", page, flags=re.MULTILINE)

    written = {
        part: (set(re.findall(r"`(\w+)`", parts)), set(re.findall(r"`(\w+)`", libraries)))
        for names, parts, libraries in rows
        for part in re.findall(r"`(\w+)`", names)
    }

    assert {part: written[part] for part in written.keys() - FRONT} == {
        part: (ALLOWED[part], LIBRARIES[part]) for part in ALLOWED
    }
    assert {part: written[part][1] for part in FRONT} == dict.fromkeys(FRONT, LIBRARIES["cli"])


def test_libraries_are_declared_as_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    declared = {distribution_name(requirement) for requirement in requirements}
    distributions = packages_distributions()

    imported = {each.library for path in MODULES for each in imports_of(path)} - set(sys.stdlib_module_names) - {"graphbuild"}
    needed = {library: {distribution_name(name) for name in distributions[library]} for library in imported}

    assert {library for library, names in needed.items() if not names & declared} == set()


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import graphbuild", id="import graphbuild"),
        pytest.param("from graphbuild.__main__ import main; sys.argv = ['graphbuild', '--help']; main()", id="graphbuild --help"),
    ],
)
def test_start_loads_no_heavy_library(program: str) -> None:
    heavy = ("spacy", "onnxruntime", "tokenizers", "rdflib", "networkx", "pyvis", "pyoxigraph", "pyshacl", "trafilatura", "lxml")
    report = f"import atexit, sys; atexit.register(lambda: print(sorted({{*{heavy}}} & sys.modules.keys())))"

    result = subprocess.run([sys.executable, "-c", f"{report}\n{program}"], capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1] == "[]"
