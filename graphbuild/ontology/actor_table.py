"""Known actors as a table: CSV with a line for each actor, or for each role that an actor held."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from graphbuild.errors import GraphBuildError, OntologyError
from graphbuild.model import Iri, slugify
from graphbuild.model.name import normalize_name
from graphbuild.ontology.directory import Directory
from graphbuild.ontology.prefixes import PREFIXES, expand
from graphbuild.ontology.vocabulary import GB

_LISTS: Mapping[str, URIRef] = {
    "aliases": SKOS.altLabel,
    "acronyms": GB.acronym,
    "demonyms": GB.demonym,
    "metonyms": GB.metonym,
    "same_as": OWL.sameAs,
}
COLUMNS = ("label", "type", *_LISTS, "family_name", "country", "wikidata", "iri", "role", "role_of", "start", "end")
"""The columns that a table may have, in any order; only ``label`` is needed in every line."""
_MOST_SHOWN = 5
_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9][0-9]*)")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?", re.ASCII)
_DATATYPE_BY_LENGTH = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


class _WrongCellError(ValueError):
    """A cell of a line cannot be read."""


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]
    too_many: int = 0

    def all(self, column: str) -> list[str]:
        """Return the texts of a cell that are separated by bars."""
        return [text for part in self.cells.get(column, "").split("|") if (text := part.strip())]

    def get(self, column: str) -> str:
        """Return the text of a cell, empty if there is none."""
        return self.cells.get(column, "").strip()


def parse_actor_table(text: str, path: Path, known: Graph, graph: Graph) -> None:
    """Add the actors of a table to ``graph``.

    Args:
        text: the table.
        path: where it is, for errors.
        known: the vocabulary, with the classes and the actors that the table may name.
        graph: what is added to.

    Raises:
        OntologyError: lines are wrong; the error says which, and what is wrong with each.
    """
    rows = list(_rows(text, path))
    if not rows:
        raise OntologyError("has no actors", path=path)
    directory = Directory(known)
    problems: list[tuple[int, str]] = []
    actors: list[tuple[_Row, URIRef]] = []
    for row in rows:
        try:
            actors.append((row, _describe(row, directory, graph)))
        except (GraphBuildError, _WrongCellError) as error:
            problems.append((row.line, str(error)))
    for row, actor in actors:  # a country or a body may stand below the line that names it
        try:
            _relate(row, actor, directory, graph)
        except _WrongCellError as error:
            problems.append((row.line, str(error)))
    if problems:
        raise _listed(sorted(problems), path)


def _listed(problems: list[tuple[int, str]], path: Path) -> OntologyError:
    """Return one error that names the wrong lines."""
    (line, first), *others = problems
    shown = [first, *(f"line {number}: {problem}" for number, problem in others[: _MOST_SHOWN - 1])]
    if len(problems) > _MOST_SHOWN:
        shown.append(f"and {len(problems) - _MOST_SHOWN} more wrong lines")
    return OntologyError("; ".join(shown), path=path, line=line)


def _rows(text: str, path: Path) -> Iterator[_Row]:
    header, _, _ = text.partition("\n")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=header.count), strict=True)
    try:
        columns = _columns(next(reader, []), path)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(line, dict(zip(columns, cells, strict=False)), too_many=len(cells) - len(columns))
            line = reader.line_num + 1
    except csv.Error as error:
        raise OntologyError(f"not CSV: {error}", path=path, line=reader.line_num) from error


def _columns(cells: list[str], path: Path) -> list[str]:
    names = ["_".join(cell.casefold().split()) for cell in cells]
    for name in names:
        if name not in COLUMNS:
            close = get_close_matches(name, COLUMNS, n=1)
            hint = f"did you mean {close[0]!r}?" if close else f"known: {', '.join(COLUMNS)}"
            raise OntologyError(f"no column is called {name!r} ({hint})", path=path, line=1)
    if len(set(names)) < len(names) or "label" not in names:
        raise OntologyError("the first line names each column once, and 'label' is one of them", path=path, line=1)
    return names


def _describe(row: _Row, directory: Directory, graph: Graph) -> URIRef:
    """Say what the line tells of the actor itself, and return its IRI."""
    if row.too_many > 0:
        raise _WrongCellError(f"has {row.too_many} cells more than the first line")
    label = row.get("label")
    if not label:
        raise _WrongCellError("has no label")
    type_ = _class(row, directory) if row.get("type") else None
    actor = URIRef(expand(row.get("iri"))) if row.get("iri") else _find_or_mint(label, type_, directory)
    if type_ is None and not directory.is_known(actor):
        raise _WrongCellError(f"has no type, and no actor is known as {label!r}")
    values = [(predicate, text) for column, predicate in _LISTS.items() for text in row.all(column)]
    triples = [(predicate, _value(predicate, text)) for predicate, text in values]
    if row.get("wikidata"):
        triples.append((OWL.sameAs, _wikidata(row.get("wikidata"))))
    if row.get("family_name"):
        triples.append((GB.familyName, Literal(row.get("family_name"))))
    if type_ is not None:
        triples += [(RDF.type, type_), (RDFS.label, Literal(label))]
    for predicate, value in triples:
        graph.add((actor, predicate, value))
    directory.add(actor, label, type_, [text for predicate, text in values if predicate in (SKOS.altLabel, GB.acronym)])
    return actor


def _class(row: _Row, directory: Directory) -> URIRef:
    found = directory.find_class(row.get("type"))
    if found is None:
        raise _WrongCellError(f"no class is called {row.get('type')!r}{directory.closest_class(row.get('type'))}")
    return found


def _find_or_mint(label: str, type_: URIRef | None, directory: Directory) -> URIRef:
    """Return the IRI of the known actor of this label and class, or a new one."""
    known = directory.find_labelled(label, type_)
    if len(known) > 1:
        raise _WrongCellError(f"{' and '.join(known)} are called {label!r}; say in the column iri which is meant")
    if known:
        return known[0]
    minted = URIRef(f"{PREFIXES['gbi']}{slugify(label)}")
    if directory.is_known(minted) and type_ is not None:
        return URIRef(f"{minted}-{slugify(Iri(type_).local_name)}")
    return minted


def _value(predicate: URIRef, text: str) -> URIRef | Literal:
    return URIRef(expand(text)) if predicate == OWL.sameAs else Literal(text)


def _wikidata(text: str) -> URIRef:
    match = _WIKIDATA.fullmatch(text)
    if match is None:
        raise _WrongCellError(f"{text!r} is no identifier of Wikidata (Q17)")
    return URIRef(f"{PREFIXES['wd']}{match[1]}")


def _relate(row: _Row, actor: URIRef, directory: Directory, graph: Graph) -> None:
    """Say what the line tells of the actor's country and role."""
    country = _find(row.get("country"), "country or place", directory, is_place=True) if row.get("country") else None
    if country is not None:
        graph.add((actor, GB.country, country))
    role, start, end = row.get("role"), _date(row, "start"), _date(row, "end")
    if not role:
        if row.get("role_of") or start or end:
            raise _WrongCellError("has role_of, start or end, and no role")
        return
    role_of = _find(row.get("role_of"), "actor", directory) if row.get("role_of") else country
    if role_of is None or start is None:
        raise _WrongCellError("a role needs a start, and a role_of or a country")
    if end is not None and str(end) < str(start)[: len(end)]:
        raise _WrongCellError(f"the role ends in {end}, before {start}, when it began")
    node = URIRef(f"{actor}/role/{slugify(role)}-{start}")
    graph.add((node, RDF.type, GB.RoleHolding))
    graph.add((node, GB.holder, actor))
    graph.add((node, GB.role, Literal(role, lang="en")))
    graph.add((node, GB.roleOf, role_of))
    graph.add((node, GB["from"], start))
    if end is not None:
        graph.add((node, GB.until, end))


def _find(name: str, noun: str, directory: Directory, *, is_place: bool = False) -> URIRef:
    found = directory.find_named(name, is_place=is_place)
    if len(found) == 1:
        return found[0]
    if found:
        raise _WrongCellError(f"{' and '.join(found)} are called {name!r}; give an IRI")
    raise _WrongCellError(f"no {noun} is called {name!r}{directory.closest_name(normalize_name(name))}")


def _date(row: _Row, column: str) -> Literal | None:
    text = row.get(column)
    if not text:
        return None
    if not _DATE.fullmatch(text) or not _is_day(text):
        raise _WrongCellError(f"{column} is no year, month or date: {text!r} (2012, 2012-12 or 2012-12-26)")
    return Literal(text, datatype=_DATATYPE_BY_LENGTH[len(text)])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
