"""Hand-annotated facts and what they are compared by: who is meant, and which relations say much the same."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from graphbuild.errors import ReadError

INVENTORY = frozenset(
    """
    memberOf affiliatedWith holdsRole formerlyHeldRole leaderOf partOf locatedIn governs
    oppositionIn renamedTo linkedTo metWith heldTalksWith visited hosted negotiatesWith
    calledOn notified praised criticized supports opposes hasDisputeWith cooperatesWith
    allyOf agreedWith partyTo participatedIn trainsWith tradesWith suppliedTo aided
    paidReparationsTo dependsOn developed operates authored published claimsTerritory intrudedInto
    threatens deploysMilitary harmed arrested imposedRestrictionOn
    """.split()
)
SYMMETRIC = frozenset(
    """
    linkedTo metWith heldTalksWith negotiatesWith hasDisputeWith
    cooperatesWith allyOf agreedWith trainsWith tradesWith
    """.split()
)
FAMILIES = tuple(
    frozenset(family.split())
    for family in (
        "metWith heldTalksWith negotiatesWith visited hosted",
        "supports aided praised cooperatesWith agreedWith allyOf trainsWith suppliedTo linkedTo",
        "memberOf affiliatedWith partOf linkedTo",
        "holdsRole formerlyHeldRole leaderOf",
        "leaderOf governs",
        "partOf locatedIn",
        "opposes criticized threatens hasDisputeWith imposedRestrictionOn",
        "intrudedInto threatens deploysMilitary",
        "developed operates authored published",
        "claimsTerritory hasDisputeWith",
        "calledOn notified",
        "partyTo agreedWith participatedIn",
    )
)

_DROPPED = re.compile(r"^(the|a|an|its|their|his|her|former|then)\s+|['’]s?$|[\"“”.,]")
_GOVERNMENT_OF = re.compile(r"^(?:the )?government of (?:the )?", re.IGNORECASE)
_ADMINISTRATION = re.compile(r" administration$", re.IGNORECASE)
_GOVERNING = re.compile(r" (government|authorities|administration)$")


class Side(NamedTuple):
    """One side of a fact: a gold ``name``, or else the ``label`` and the ``text`` that a system found."""

    name: str | None
    label: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a file of gold facts, or of statements."""

    subject: Side
    relation: str | None
    object: Side
    factuality: str
    importance: int
    id: str
    sentence: str
    document: str | None


class Claim(NamedTuple):
    """What a fact says, about which actors; a name may denote several."""

    subject: frozenset[str]
    relation: str | None
    object: frozenset[str]
    factuality: str

    @property
    def has_two_sides(self) -> bool:
        """Whether it is about two actors."""
        return bool(self.subject and self.object and not self.subject & self.object)


class Names:
    """Which gold actor a name denotes."""

    def __init__(self, aliases_by_name: Iterable[tuple[str, list[str]]], facts: Iterable[Fact]) -> None:
        self._actors_by_alias: dict[str, set[str]] = {}
        for name, aliases in aliases_by_name:
            for alias in (name, *aliases):
                self._add(alias, name)
        for fact in facts:
            for side in (fact.subject, fact.object):
                if side.name is not None:
                    self._add(side.name, side.name)

    def claim(self, fact: Fact) -> Claim:
        """Return what a fact says."""
        return Claim(self._actors(fact.subject), fact.relation, self._actors(fact.object), fact.factuality)

    def _add(self, alias: str, name: str) -> None:
        self._actors_by_alias.setdefault(fold(alias), set()).add(_actor(name))

    def _actors(self, side: Side) -> frozenset[str]:
        """Return the actors that the first known name of a side denotes; its folded label if none is known."""
        if side.name is not None:
            return frozenset({_actor(side.name)})
        for name in filter(None, (side.label, side.text)):
            for form in (fold(name), _actor(name), _GOVERNING.sub("", fold(name))):
                if form in self._actors_by_alias:
                    return frozenset(self._actors_by_alias[form])
        return frozenset({fold(side.label)} if side.label else ())


def fold(name: str) -> str:
    """Fold case, accents, articles and possessives, so that equal names compare equal.

    >>> fold("The Kuomintang’s")
    'kuomintang'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("-", " ")
    previous = None
    while previous != plain:
        previous, plain = plain, " ".join(_DROPPED.sub("", plain.strip()).split())
    return plain


def are_related(left: str, right: str) -> bool:
    """Tell whether two relations are the same or of one family."""
    return left == right or any(left in family and right in family for family in FAMILIES)


def read_facts(path: Path, *, is_gold: bool) -> list[Fact]:
    """Return the facts of a gold file, or the statements of a statements.jsonl; a gold file will do for that too.

    Raises:
        ReadError: the file cannot be read, or a line of it is no fact.
    """
    return [_parsed(path, number, line, is_gold=is_gold) for number, line in _lines(path)]


def read_aliases(path: Path) -> list[tuple[str, list[str]]]:
    """Return the name and the other names of each gold entity.

    Raises:
        ReadError: the file cannot be read, or a line of it is no entity.
    """
    aliases = []
    for number, line in _lines(path):
        try:
            aliases.append((str(line["name"]), [str(alias) for alias in line["aliases"]]))
        except (KeyError, TypeError) as error:
            raise ReadError(path, f"no entity with a name and aliases: {error}", line=number) from error
    return aliases


def _actor(name: str) -> str:
    """Fold a country, its government and an administration of it into one actor."""
    return fold(_ADMINISTRATION.sub("", _GOVERNMENT_OF.sub("", name)))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, json.loads(line)
    except OSError as error:
        raise ReadError(path, error.strerror or str(error)) from error
    except ValueError as error:
        raise ReadError(path, f"no JSON Lines: {error}") from error


def _parsed(path: Path, number: int, line: dict[str, Any], *, is_gold: bool) -> Fact:
    try:
        return _fact(line, is_gold=is_gold)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReadError(path, f"no {'gold fact' if is_gold else 'statement'}: {error!r}", line=number) from error


def _fact(line: dict[str, Any], *, is_gold: bool) -> Fact:
    relation = line["relation"]
    document = line.get("doc") if is_gold else line.get("document", line.get("doc"))
    return Fact(
        subject=_side(line["subject"], is_gold=is_gold),
        relation=relation.get("name") if isinstance(relation, dict) else relation,
        object=_side(line["object"], is_gold=is_gold),
        factuality=line.get("factuality", "asserted"),
        importance=int(line["importance"]) if is_gold else 0,
        id=str(line.get("id", "")),
        sentence=str(line.get("sent", "")),
        document=None if document is None else str(document),
    )


def _side(value: dict[str, Any], *, is_gold: bool) -> Side:
    if is_gold or "surface" in value:
        return Side(str(value["name"]))
    return Side(None, value.get("label") or "", value.get("text") or "")
