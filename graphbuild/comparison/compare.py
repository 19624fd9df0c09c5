"""Compare two graphs statement by statement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphbuild.comparison.align import align
from graphbuild.comparison.comparison import Comparison, Difference, Kind, SharedStatement
from graphbuild.comparison.opposition import Opposition
from graphbuild.comparison.period import are_apart
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Factuality, Iri, Statement
from graphbuild.ontology import Ontology, load_ontology

_KIND_BY_FACTUALITIES = {
    frozenset({Factuality.ASSERTED, Factuality.NEGATED}): Kind.DENIED,
    frozenset({Factuality.ASSERTED, Factuality.PLANNED}): Kind.REALIZED,
    frozenset({Factuality.ASSERTED, Factuality.HYPOTHETICAL}): Kind.REALIZED,
    frozenset({Factuality.NEGATED, Factuality.PLANNED}): Kind.GIVEN_UP,
    frozenset({Factuality.NEGATED, Factuality.HYPOTHETICAL}): Kind.GIVEN_UP,
    frozenset({Factuality.PLANNED, Factuality.HYPOTHETICAL}): Kind.WEIGHED,
}
_Sides = frozenset[Iri]


def compare(left: KnowledgeGraph, right: KnowledgeGraph, *, ontology: Ontology | None = None) -> Comparison:
    """Return what two graphs share, add and contradict.

    A statement of one graph contradicts one of the other if it asserts what that negates, or what is opposite to it. Where the
    times that both speak of do not meet, or what was planned is done, it is a change. What a graph says of itself is not judged.

    Args:
        left: a graph, whose IRIs the result has.
        right: another graph.
        ontology: says which relations are symmetric, opposite or implied; the bundled one if None.
    """
    opposition = Opposition(load_ontology() if ontology is None else ontology)
    pairs = align(left.things, right.things)
    mapping = {pair.right.iri: pair.left.iri for pair in pairs if pair.right.iri != pair.left.iri}
    moved = right.relabelled(mapping, symmetric=opposition.symmetric) if mapping else right
    shared = tuple(_shared(left, moved))
    differences = tuple(sorted(set(_differences(left, moved, opposition))))
    settled = {pair.left for pair in shared}
    settled |= {side for difference in differences for side in (difference.left, difference.right)}
    return Comparison(
        shared=shared,
        contradictions=tuple(difference for difference in differences if difference.is_contradiction),
        changes=tuple(difference for difference in differences if not difference.is_contradiction),
        left_only=tuple(statement for statement in left if statement not in settled),
        right_only=tuple(statement for statement in moved if statement not in settled),
        shared_entities=pairs,
        entities={entity.iri: entity for entity in (*moved.things, *left.things)},
        documents={document.id: document for document in (*right.documents, *left.documents)},
    )


def _shared(left: KnowledgeGraph, right: KnowledgeGraph) -> Iterator[SharedStatement]:
    rights = {statement: statement for statement in right}
    for statement in left:
        if statement in rights:
            yield SharedStatement(statement, rights[statement])


def _differences(left: KnowledgeGraph, right: KnowledgeGraph, opposition: Opposition) -> Iterator[Difference]:
    """Yield the pairs that do not agree; what both graphs say of themselves is no difference between them."""
    rights = _by_sides(right)
    for one in left:
        for other in rights.get(frozenset((one.subject, one.object)), ()):
            if not (one in right and other in left):
                kind = _kind(one, other, opposition)
                if kind is not None:
                    yield Difference(kind, one, other)


def _by_sides(statements: Iterable[Statement]) -> dict[_Sides, list[Statement]]:
    found: dict[_Sides, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[frozenset((statement.subject, statement.object))].append(statement)
    return found


def _kind(one: Statement, other: Statement, opposition: Opposition) -> Kind | None:
    """Return how two statements about the same two entities differ, None if both may be so."""
    if (one.subject, one.object) != (other.subject, other.object):
        return None
    if (one.predicate, one.phrase) == (other.predicate, other.phrase):
        kind = _KIND_BY_FACTUALITIES.get(frozenset((one.factuality, other.factuality)))
    else:
        kind = opposition.kind(one, other)
    is_moot = kind in {Kind.DENIED, Kind.OPPOSITE, Kind.IMPLIED} and are_apart(one, other)
    return Kind.OTHER_TIME if is_moot else kind
