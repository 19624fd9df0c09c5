"""The words of a text between which a relation may hold: names, demonyms, pronouns, and what descriptions there are."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from spacy.attrs import POS
from spacy.symbols import DET, PRON
from spacy.tokens import Doc

from graphbuild.extract.anaphora import is_pronoun
from graphbuild.extract.mentions import Place, mentions_of
from graphbuild.model import Mention, MentionKind

_PRONOUNS = (PRON, DET)


@dataclass(frozen=True, slots=True)
class MentionCandidate:
    """A mention as the words have it; ``mention`` is what it stands for, of a pronoun what it is known to mean."""

    place: Place
    kind: MentionKind
    label: str
    mention: Mention


def find_candidates(doc: Doc) -> Iterator[MentionCandidate]:
    """Yield the candidates of ``doc`` in the order of their heads."""
    mentions = mentions_of(doc)
    heads = {place.head: mention for mention, place in mentions.places.items()}
    may_be_pronouns = np.isin(doc.to_array(POS), _PRONOUNS).nonzero()[0].tolist()
    for index in sorted({*heads, *may_be_pronouns}):
        mention = heads.get(index)
        if mention is not None:
            yield MentionCandidate(mentions.places[mention], mention.kind, mention.label, mention)
        elif is_pronoun(doc[index]) and index not in mentions.by_token:
            meant = mentions.find(doc[index])
            if meant is not None:
                yield MentionCandidate(Place(index, index + 1, index), MentionKind.PRONOUN, "", meant)
