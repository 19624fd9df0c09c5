"""Turn what one document says in words into statements."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from graphbuild.assets import confidence_weights
from graphbuild.model import Candidate, Document, Entity, Merge, Namespace, Outcome, Reading, Statement
from graphbuild.normalize.agreement import agree
from graphbuild.normalize.confidence import Confidence, confidence_of
from graphbuild.normalize.ends import Ends, find_ends
from graphbuild.normalize.judge import Judge
from graphbuild.normalize.link import Linker
from graphbuild.normalize.readings import LEAST_TRAINED, settle_readings
from graphbuild.normalize.votes import agreed_types
from graphbuild.ontology import Ontology


@dataclass(frozen=True, slots=True)
class NormalizedDocument:
    """What one document contributes to a graph, and what became of all that was read in it: a candidate a relation mention."""

    document: Document
    entities: tuple[Entity, ...]
    candidates: tuple[Candidate, ...]
    merges: tuple[Merge, ...] = ()
    """The names that were taken for names of things that are called otherwise."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the candidates came to that were not rejected."""
        return tuple(
            candidate.statement
            for candidate in self.candidates
            if candidate.statement is not None and candidate.outcome is not Outcome.REJECTED
        )


@dataclass(frozen=True, slots=True)
class Normalizer:
    """Names to entities and phrases to relations, by an ontology."""

    ontology: Ontology
    namespace: Namespace = field(default_factory=Namespace)
    apart: Collection[frozenset[str]] = ()
    """Pairs of names that somebody decided are not one thing's, as :func:`normalize_name` writes them."""
    confidence: Confidence = confidence_of
    least_confidence: float = 0.0
    """What is less sure is left out."""
    least_trained: float = LEAST_TRAINED
    """What only a trained reader has read is left out if it is less sure."""
    agreement: Mapping[str, float] = field(default_factory=confidence_weights)
    """What agreement adds to the log-odds of a reading."""

    def __call__(self, reading: Reading) -> NormalizedDocument:
        """Return the statements of one document, with the entities they are about."""
        linker = Linker(self.ontology, self.namespace, reading, apart=self.apart)
        ends = [find_ends(mention, linker) for mention in reading.relations]
        things = [thing for found in ends if isinstance(found, Ends) for thing in (found.subject, found.object)]
        judge = Judge(linker, agreed_types(things, self.ontology), self.confidence)
        judged = agree(map(judge, reading.relations, ends), self.agreement)
        candidates = tuple(settle_readings(judged, least=self.least_confidence, least_trained=self.least_trained))
        return NormalizedDocument(reading.document, tuple(self._described(candidates)), candidates, linker.merges)

    def _described(self, candidates: Iterable[Candidate]) -> list[Entity]:
        """Return the things that the kept statements are about, each of the type that most readings have."""
        kept = [candidate for candidate in candidates if candidate.outcome is not Outcome.REJECTED]
        entities = [thing for candidate in kept for thing in candidate.things]
        type_by_iri = agreed_types(entities, self.ontology)
        return sorted({replace(entity, type=type_by_iri[entity.iri]) for entity in entities})
