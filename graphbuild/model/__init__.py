"""The values that flow through graphbuild: frozen, ordered, standard library only."""

from graphbuild.model.document import Document, Span
from graphbuild.model.iri import DEFAULT_BASE, Iri, Namespace, digest, slugify
from graphbuild.model.ledger import Candidate, Outcome, Reason
from graphbuild.model.mention import Alias, Mention, MentionKind, Predicate, Quote, Reading, RelationMention
from graphbuild.model.merge import Merge, MergeReason
from graphbuild.model.origin import ORIGIN_KEY, Origin
from graphbuild.model.provenance import Run
from graphbuild.model.statement import Attribution, Entity, Evidence, Factuality, Quotation, Statement, TimeExpression

__all__ = [
    "DEFAULT_BASE",
    "ORIGIN_KEY",
    "Alias",
    "Attribution",
    "Candidate",
    "Document",
    "Entity",
    "Evidence",
    "Factuality",
    "Iri",
    "Mention",
    "MentionKind",
    "Merge",
    "MergeReason",
    "Namespace",
    "Origin",
    "Outcome",
    "Predicate",
    "Quotation",
    "Quote",
    "Reading",
    "Reason",
    "RelationMention",
    "Run",
    "Span",
    "Statement",
    "TimeExpression",
    "digest",
    "slugify",
]
