"""Names that are known beforehand take part in naming, and what a recognizer often gets wrong is mended."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from graphbuild.parse.given_names import join_given_names

PERSON_LABELS = frozenset({"PERSON", "PER", "Person"})
_VALUES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_NAME_PARTS_OF_SPEECH = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
_OPENERS = frozenset({"ADP", "ADV", "DET", "SCONJ", "CCONJ", "AUX", "PRON", "PUNCT"})
_CLITICS = frozenset({"'s", "’s", "'", "’", ",", "."})
_PREFIXES = frozenset({"pro", "anti", "ex", "then", "non"})
# "Foreign Minister": the words before a title that are part of the post and no name.
_PORTFOLIOS = frozenset(
    """
    Agriculture Assistant Associate Chief Culture Defence Defense Deputy Economic Economy Education Energy Environment
    Finance Foreign Health Home Industry Interior Justice Labor Labour Party Prime Security Senior State Trade Transport
    Vice
    """.split()
)
_HYPHENS = frozenset({"-", "–", "/"})


class KnownNames:
    """Finds given names in Docs and mends what the recognizer found around them.

    A recognizer's longer name wins over a known one within it ("Bank of Japan" over "Japan"), unless it only joins known names
    ("Taiwan-Japan"); for the rest, what is known wins. ``titles`` are words that stand before a person's name ("President").
    """

    def __init__(self, nlp: Language, type_by_name: Mapping[str, str], titles: Collection[str] = ()) -> None:
        self._matcher = PhraseMatcher(nlp.vocab)
        self._titles = frozenset(titles)
        names_by_type: dict[str, list[str]] = {}
        for name, kind in sorted(type_by_name.items()):
            names_by_type.setdefault(kind, []).append(name)
        for kind, names in names_by_type.items():
            self._matcher.add(kind, [doc for name in names for doc in _patterns(nlp, name)])

    def __call__(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        """Set the entities of the paragraphs of one document, and return them."""
        for doc in docs:
            known = self.find(doc)
            recognized = [_without_demonym(span, known) for ent in doc.ents for span in self._mended(ent)]
            doc.set_ents(sorted(_merge(recognized, known)))
        _agree(docs)
        return docs

    def find(self, doc: Doc) -> list[Span]:
        """Return the known names in ``doc``, the longer of two that overlap; it needs no more than its words."""
        return filter_spans(self._matcher(doc, as_spans=True))

    def _mended(self, ent: Span) -> Iterator[Span]:
        """Yield what is left of a recognized name when what cannot be part of it is taken off."""
        if ent.label_ in _VALUES:
            yield ent
            return
        start, end = ent.start, ent.end
        doc = ent.doc
        while start < end and doc[start].pos_ in _OPENERS and not doc[start].is_upper:
            start += 1
        while start + 2 < end and doc[start].lower_ in _PREFIXES and doc[start + 1].text in _HYPHENS:
            start += 2
        while start < end and doc[end - 1].lower_ in _CLITICS and not doc[end - 1].text.isalpha():
            end -= 1
        while end < len(doc) and start < end and doc[end].text in self._titles and doc[end - 1].text in _PORTFOLIOS:
            end -= 1
        if start < end and any(token.pos_ in _NAME_PARTS_OF_SPEECH and not token.text.islower() for token in doc[start:end]):
            yield Span(doc, start, end, label=self._label(doc, start, ent))

    def _label(self, doc: Doc, start: int, ent: Span) -> str:
        follows_title = start > 0 and doc[start - 1].text in self._titles and doc[start - 1].i >= ent.sent.start
        return "PERSON" if follows_title else ent.label_


def _patterns(nlp: Language, name: str) -> Iterator[Doc]:
    """Yield a name as the pipeline cuts it and, with a hyphen, as the parser's given names are joined."""
    yield nlp.make_doc(name)
    if "-" in name:
        yield join_given_names(nlp.make_doc(name))


def _without_demonym(span: Span, known: list[Span]) -> Span:
    """Return a known name without a nationality before it: "People's Liberation Army" in "Chinese People's Liberation Army".

    An unknown name is left whole: "American Conservative Union" is one.
    """
    first = next((other for other in known if other.start == span.start and other.label_ == "Demonym"), None)
    if first is None or not any(other.start == first.end and other.end == span.end for other in known):
        return span
    return Span(span.doc, first.end, span.end, label=span.label_)


def _merge(recognized: list[Span], known: list[Span]) -> Iterator[Span]:
    winners = [span for span in known if not any(_beats(other, span, known) for other in recognized)]
    taken = {token.i for span in winners for token in span}
    yield from winners
    yield from filter_spans(span for span in recognized if not any(token.i in taken for token in span))


def _beats(recognized: Span, known: Span, all_known: list[Span]) -> bool:
    """Tell whether the recognizer's span is to be kept rather than the known one it overlaps."""
    is_longer = len(recognized) > len(known) and recognized.start <= known.start and recognized.end >= known.end
    return is_longer and not _joins_known(recognized, all_known)


def _joins_known(recognized: Span, known: Iterable[Span]) -> bool:
    """Tell whether a span holds several known names with a hyphen between: "Taiwan-Japan", "Japan-U.S. relations"."""
    inside = [span for span in known if recognized.start <= span.start and span.end <= recognized.end]
    return any(token.text in _HYPHENS and _touches(token.i, inside) for token in recognized)


def _touches(index: int, spans: list[Span]) -> bool:
    return any(span.end == index for span in spans) and any(span.start == index + 1 for span in spans)


def _agree(docs: Sequence[Doc]) -> None:
    """Give a name one label throughout a document: its most frequent one, a person's where a full name has it as a part."""
    votes: dict[str, Counter[str]] = {}
    parts: set[str] = set()
    for doc in docs:
        for ent in doc.ents:
            votes.setdefault(ent.text, Counter())[ent.label_] += 1
            if ent.label_ in PERSON_LABELS and len(ent) > 1:
                parts |= {ent[0].text, ent[-1].text}
    label_by_name = {name: _elected(name, counts, parts) for name, counts in votes.items()}
    for doc in docs:
        doc.set_ents([Span(doc, ent.start, ent.end, label=label_by_name[ent.text]) for ent in doc.ents])


def _elected(name: str, counts: Counter[str], parts: set[str]) -> str:
    person = next((label for label in counts if label in PERSON_LABELS), None)
    if name in parts and not any(_is_type(label) for label in counts if label not in PERSON_LABELS):
        return person or "PERSON"
    known = sorted(label for label in counts if _is_type(label))
    return known[0] if known else min(counts, key=lambda label: (-counts[label], label != person, label))


def _is_type(label: str) -> bool:
    """Tell whether a label is a class of the ontology ("Country"), given to a known name, and not a recognizer's ("LOC")."""
    return not label.isupper()
