"""Which of many named things are one: first those whose names say the same, then short names that fit one full name only."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from graphbuild.model import Iri, MergeReason
from graphbuild.model.name import normalize_name
from graphbuild.normalize.compare import Comparer, Named, Verdict
from graphbuild.normalize.shorter import Scope, short_keys, shorter_names

LEAST_SCORE = 0.7
"""What is less sure stays apart."""
_MOST_COMPARED = 12
"""Names that share a key are compared with so many of those before them."""


@dataclass(frozen=True, slots=True)
class Join:
    """That a thing is another one, which keeps its IRI, with why and how sure that is."""

    owner: Named
    reason: MergeReason
    score: float


@dataclass(slots=True)
class _Cluster:
    """Things that are one."""

    members: list[Named]
    types: set[str]
    names: set[str]
    known: Iri | None = None

    @classmethod
    def of(cls, named: Named) -> Self:
        """Return a cluster of one."""
        return cls([named], {named.type}, {normalize_name(named.name)}, named.iri if named.is_known else None)

    @property
    def owner(self) -> Named:
        """The member that gives the others its IRI: a known one, else the one of the fullest name."""
        return min(self.members, key=lambda named: (not named.is_known, -len(named.name), named.iri))


@dataclass(slots=True)
class Clusters:
    """Things that turn out to be one, by names compared in one scope.

    ``apart`` are pairs of normalized names that must never be one, ``homes`` the countries that names of bodies may leave out.
    """

    comparer: Comparer
    scope: Scope
    apart: Collection[frozenset[str]] = ()
    homes: Collection[Iri] = ()
    _cluster_by_iri: dict[Iri, _Cluster] = field(default_factory=dict)
    _verdict_by_iri: dict[Iri, Verdict] = field(default_factory=dict)

    def join(self, things: Iterable[Named]) -> Mapping[Iri, Join]:
        """Return the things that are another one; the outcome does not depend on their order."""
        named_by_iri = {named.iri: named for named in sorted(things, key=_order, reverse=True)}
        ordered = sorted(named_by_iri.values(), key=_order)
        self._cluster_by_iri = {named.iri: _Cluster.of(named) for named in ordered}
        for left, right, verdict in sorted(self._pairs(ordered), key=_surest_first):
            self._unite(left, right, verdict)
        self._attach_short(ordered)
        return {named.iri: self._joined(named) for named in ordered if self._cluster_by_iri[named.iri].owner.iri != named.iri}

    def _pairs(self, ordered: Iterable[Named]) -> Iterator[tuple[Named, Named, Verdict]]:
        """Yield the pairs whose names say the same; names that share no key are never compared."""
        earlier: dict[str, list[Named]] = defaultdict(list)
        for named in ordered:
            others: dict[Iri, Named] = {}
            for key in sorted(set(self.comparer.keys(named))):
                found = earlier[key]
                others |= {other.iri: other for other in found}
                if len(found) < _MOST_COMPARED:
                    found.append(named)
            for other in others.values():
                verdict = self.comparer.compare(other, named)
                if verdict is not None and verdict[1] >= LEAST_SCORE:
                    yield other, named, verdict

    def _attach_short(self, ordered: Iterable[Named]) -> None:
        """Unite each name that is short for one thing only with it, the longer ones first."""
        offers: dict[str, list[tuple[Named, Verdict]]] = defaultdict(list)
        for named in ordered:
            for key, verdict in sorted(set(shorter_names(named, self.comparer, self.scope, self.homes))):
                offers[key].append((named, verdict))
        for named in sorted(ordered, key=lambda named: (-len(named.name.split()), *_order(named))):
            for key in short_keys(named, self.comparer):
                if key in offers and self._attach(named, offers[key]):
                    break

    def _attach(self, named: Named, offered: Iterable[tuple[Named, Verdict]]) -> bool:
        own = self._cluster_by_iri[named.iri]
        fitting: dict[int, tuple[Named, Verdict]] = {}
        for full, verdict in offered:
            cluster = self._cluster_by_iri[full.iri]
            if cluster is not own and self.comparer.may_be_one(named.type, full.type):
                best = fitting.get(id(cluster))
                if best is None or verdict[1] > best[1][1]:
                    fitting[id(cluster)] = full, verdict
        if len(fitting) != 1:
            return False
        (full, verdict), *_ = fitting.values()
        return verdict[1] >= LEAST_SCORE and self._unite(full, named, verdict)

    def _unite(self, left: Named, right: Named, verdict: Verdict) -> bool:
        """Make the clusters of two things one, unless something in them forbids it."""
        one, other = self._cluster_by_iri[left.iri], self._cluster_by_iri[right.iri]
        if one is other or not self._may_unite(one, other):
            return False
        # The side that gets a new owner is the one that has to be explained.
        owner = _Cluster(one.members + other.members, set(), set()).owner
        joined = other if owner in one.members else one
        for member in joined.members:
            known = self._verdict_by_iri.get(member.iri)
            self._verdict_by_iri[member.iri] = verdict if known is None or verdict[1] < known[1] else known
        one.members += other.members
        one.types |= other.types
        one.names |= other.names
        one.known = one.known or other.known
        for member in other.members:
            self._cluster_by_iri[member.iri] = one
        return True

    def _may_unite(self, one: _Cluster, other: _Cluster) -> bool:
        if one.known is not None and other.known is not None:
            return False
        if not all(self.comparer.may_be_one(left, right) for left in one.types for right in other.types):
            return False
        return not self.apart or not any(frozenset({left, right}) in self.apart for left in one.names for right in other.names)

    def _joined(self, named: Named) -> Join:
        reason, score = self._verdict_by_iri[named.iri]
        return Join(self._cluster_by_iri[named.iri].owner, reason, score)


def _order(named: Named) -> tuple[str, str, str]:
    return named.iri, named.name, named.type


def _surest_first(pair: tuple[Named, Named, Verdict]) -> tuple[float, str, str]:
    left, right, (_, score) = pair
    return -score, left.iri, right.iri
