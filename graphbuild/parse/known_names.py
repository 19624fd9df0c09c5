"""Names that are known beforehand take part in naming."""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

_PERSON = frozenset({"PERSON", "PER", "Person"})


class KnownNames:
    """Finds given names in a Doc and adds them to its entities.

    A recognizer's longer name wins over a known one within it ("Bank of Japan" over "Japan"), and so does a person over a place
    of the same name; for the rest, what is known wins.
    """

    def __init__(self, nlp: Language, type_by_name: Mapping[str, str]) -> None:
        self._matcher = PhraseMatcher(nlp.vocab)
        names_by_type: dict[str, list[str]] = {}
        for name, kind in sorted(type_by_name.items()):
            names_by_type.setdefault(kind, []).append(name)
        for kind, names in names_by_type.items():
            self._matcher.add(kind, list(nlp.tokenizer.pipe(names)))

    def __call__(self, doc: Doc) -> Doc:
        """Add the known names in ``doc`` to its entities, and return it."""
        known = filter_spans(self._matcher(doc, as_spans=True))
        if known:
            recognized = list(doc.ents)
            doc.set_ents(sorted(_merge(recognized, known)))
        return doc


def _merge(recognized: list[Span], known: list[Span]) -> Iterator[Span]:
    winners = [span for span in known if not any(_beats(other, span) for other in recognized)]
    taken = {token.i for span in winners for token in span}
    yield from winners
    yield from (span for span in recognized if not any(token.i in taken for token in span))


def _beats(recognized: Span, known: Span) -> bool:
    """Tell whether the recognizer's span is to be kept rather than the known one it overlaps."""
    overlaps = recognized.start < known.end and known.start < recognized.end
    longer = len(recognized) > len(known) and recognized.start <= known.start and recognized.end >= known.end
    same_person = recognized.label_ in _PERSON and known.label_ not in _PERSON and len(recognized) >= len(known)
    return overlaps and (longer or same_person)
