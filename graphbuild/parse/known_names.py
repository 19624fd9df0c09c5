"""Names that are known beforehand take part in naming, and what a recognizer often gets wrong is mended."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from graphbuild.model import ORIGIN_KEY, Origin
from graphbuild.model.labels import DEMONYM_LABELS, FINE_LABELS, PERSON_LABELS, ROLE_LABELS, VALUE_LABELS, is_kind_of
from graphbuild.model.portfolios import PORTFOLIOS

_NAME_PARTS_OF_SPEECH = frozenset({"PROPN", "NOUN", "ADJ", "X", "NUM"})
_OPENERS = frozenset({"ADP", "ADV", "DET", "SCONJ", "CCONJ", "AUX", "PRON", "PUNCT"})
_CLITICS = frozenset({"'s", "’s", "'", "’", ",", "."})
_PREFIXES = frozenset({"pro", "anti", "ex", "then", "non"})
_HYPHENS = frozenset({"-", "–", "/"})
_OPENING_QUOTES = frozenset({'"', "“", "‘", "«", "``"})
_CLOSING_QUOTES = frozenset({'"', "”", "’", "»", "''"})
_WORKS = frozenset(
    """
    article author autobiography book coauthor co-author column composer documentary edit editor essay film memoir monograph novel
    paper poem publish report song study title translate write writer
    """.split()
)
_REACH, _SMALL_WORD, _FEWEST_WORDS = 7, 3, 2
_SERIES = frozenset({",", "and", "&", "of", "for"})
_MOST_WORDS = 12
"""A post's name has no more."""


class KnownNames:
    """Finds given names in Docs by a vote with the recognizer, and mends what it found around them.

    Which words are a name: the recognizer's longer name wins over a known one within it ("Bank of Japan" over "Japan"), unless it
    only joins known names ("Taiwan-Japan"); else the known name wins, a single word only where the tagger takes it for a name.

    What it is: what it is known as. But the recognizer may be finer (a politician for a person); and of a single word that is no
    acronym, which many things may be called, it decides if its labels are as fine as the ontology's types: "Jordan" may be a
    person, "May" a date.
    Labels of other pipelines say too little for that, dates and numbers aside.

    A name is then one thing throughout a document. Posts are no names and lose their label.

    ``titles`` are words that stand before a person's name ("President").
    """

    def __init__(self, nlp: Language, type_by_name: Mapping[str, str], titles: Collection[str] = ()) -> None:
        self._matcher = PhraseMatcher(nlp.vocab)
        self._titles = frozenset(titles)
        self._type_by_name = type_by_name
        names_by_type: dict[str, list[str]] = {}
        for name, kind in sorted(type_by_name.items()):
            names_by_type.setdefault(kind, []).append(name)
        for kind, names in names_by_type.items():
            self._matcher.add(kind, [nlp.make_doc(name) for name in names])

    def __call__(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        """Set the entities of the paragraphs of one document, and return them."""
        for doc in docs:
            known = self.find(doc)
            recognized = [_without_demonym(span, known) for ent in doc.ents for span in self._mended(ent)]
            titles = list(_quoted_titles(doc))
            recognized = [*titles, *(span for span in recognized if not any(_overlap(span, title) for title in titles))]
            known = [span for span in known if not any(_overlap(span, title) for title in titles)]
            doc.set_ents(sorted(_merge(recognized, known)))
        _agree(docs, self._type_by_name)
        return docs

    def find(self, doc: Doc) -> list[Span]:
        """Return the known names in ``doc``, the longer of two that overlap; it needs no more than its words."""
        return filter_spans(self._matcher(doc, as_spans=True))

    def _mended(self, ent: Span) -> Iterator[Span]:
        """Yield what is left of a recognized name when what cannot be part of it is taken off."""
        if ent.label_ in ROLE_LABELS or self._is_field(ent):
            return
        if ent.label_ in VALUE_LABELS:
            yield ent
            return
        for part in _parts(ent):
            is_of_people = len(part) > 1 and self._type_by_name.get(part[0].text) == "Demonym" and _is_spelt_behind(part[1:])
            yield from self._trimmed(Span(part.doc, part.start + is_of_people, part.end, label=part.label_))

    def _is_field(self, ent: Span) -> bool:
        """Tell whether a supposed name is what a post is for: "Science" in "Minister of Education, Science and Sport"."""
        return all(token.text in PORTFOLIOS for token in ent) and self._opens_post(ent[0])

    def _opens_post(self, token: Token) -> bool:
        """Tell whether a title stands before ``token``, with nothing but what it is for between."""
        before = token.doc[max(token.sent.start, token.i - _MOST_WORDS) : token.i]
        first = next((word for word in reversed(before) if word.text not in PORTFOLIOS and word.lower_ not in _SERIES), None)
        return first is not None and first.text in self._titles and first.nbor(1).lower_ in {"of", "for"}

    def _trimmed(self, ent: Span) -> Iterator[Span]:
        start, end = ent.start, ent.end
        doc = ent.doc
        while start + 2 < end and doc[start].text in PORTFOLIOS and self._opens_post(doc[start]):
            start += 1
        while start < end and _only_opens(doc[start]):
            start += 1
        while start + 2 < end and doc[start].lower_ in _PREFIXES and doc[start + 1].text in _HYPHENS:
            start += 2
        while start < end and doc[end - 1].lower_ in _CLITICS and not doc[end - 1].text.isalpha():
            end -= 1
        while end < len(doc) and start < end and doc[end].text in self._titles and doc[end - 1].text in PORTFOLIOS:
            end -= 1
        if start < end and any(_is_written_as_name(token) for token in doc[start:end]):
            yield Span(doc, start, end, label=self._label(doc, start, ent))

    def _label(self, doc: Doc, start: int, ent: Span) -> str:
        """Return the recognizer's label, a person's for what stands behind a title; of several words it knows better."""
        is_open = ent.label_ not in PERSON_LABELS and (len(ent) == 1 or ent.label_ not in FINE_LABELS)
        follows_title = start > ent.sent.start and doc[start - 1].text in self._titles
        return "Person" if is_open and follows_title else ent.label_


def _parts(ent: Span) -> Iterator[Span]:
    """Yield the names that a recognizer joined over a possessive with an acronym: "the Democratic Party's (DP) Youth League"."""
    clitic = next((token for token in ent[1:-1] if token.lower_ in _CLITICS and _cut_behind(token)), None)
    ends = [(ent.start, ent.end)] if clitic is None else [(ent.start, clitic.i), (clitic.i + 1, ent.end)]
    yield from (Span(ent.doc, start, end, label=ent.label_) for start, end in ends)


def _cut_behind(token: Token) -> str:
    """Return what stands in brackets behind a word, which is not among the words that are parsed."""
    origin = token.doc.user_data.get(ORIGIN_KEY)
    if not isinstance(origin, Origin):
        return ""
    end = token.idx + len(token)
    return origin.text[origin.position(end, is_end=True) : origin.position(end)].strip(" ()")


def _quoted_titles(doc: Doc) -> Iterator[Span]:
    """Yield the titles of works, in quotation marks behind a word for a work or its making: 'author of "Contested Waters"'."""
    opening = None
    for token in doc:
        if opening is not None and token.text in _CLOSING_QUOTES:
            start, opening = opening, None
            words = [word for word in doc[start : token.i] if len(word) > _SMALL_WORD]
            is_title = (
                len(words) >= _FEWEST_WORDS and token.i - start <= _MOST_WORDS and all(word.text[0].isupper() for word in words)
            )
            before = {word.lemma_.lower() for word in doc[max(doc[start].sent.start, start - _REACH) : start]}
            if is_title and before & _WORKS:
                yield Span(doc, start, token.i, label="Work")
        elif token.text in _OPENING_QUOTES:
            opening = token.i + 1


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _only_opens(token: Token) -> bool:
    """Tell whether ``token`` is no word of the name that it is said to open: a small word, with a capital if a sentence starts."""
    return token.pos_ in _OPENERS and not token.is_upper and (token.is_lower or token.i == token.sent.start or not token.is_alpha)


def _without_demonym(span: Span, known: list[Span]) -> Span:
    """Return a known name without a nationality before it: "People's Liberation Army" in "Chinese People's Liberation Army".

    A party's name is left whole, since those of several countries share the rest ("Italian Socialist Party"), and so is an unknown
    one ("American Conservative Union").
    """
    first = next((other for other in known if other.start == span.start and other.label_ == "Demonym"), None)
    if first is None or not any(
        other.start == first.end and other.end == span.end and other.label_ != "PoliticalParty" for other in known
    ):
        return span
    return Span(span.doc, first.end, span.end, label=span.label_)


def _is_spelt_behind(span: Span) -> bool:
    """Tell whether the acronym in brackets behind a name is made of its initials: "(PLAN)"."""
    return _cut_behind(span[-1]) == "".join(token.text[0] for token in span if token.text[:1].isupper())


def _merge(recognized: Sequence[Span], known: Sequence[Span]) -> Iterator[Span]:
    span_at = {(span.start, span.end): span for span in recognized}
    winners = [
        _finer(span, span_at.get((span.start, span.end)))
        for span in known
        if ((span.start, span.end) in span_at or _may_be_name(span))
        and not any(_beats(other, span, known) for other in recognized)
    ]
    taken = {token.i for span in winners for token in span}
    yield from winners
    yield from filter_spans(span for span in recognized if not any(token.i in taken for token in span))


def _may_be_name(span: Span) -> bool:
    """Tell whether words that the recognizer left alone can be a name: a single one is none where it is a verb or a pronoun ("US")."""
    return len(span) > 1 or span[0].pos_ in _NAME_PARTS_OF_SPEECH | {""}


def _finer(known: Span, recognized: Span | None) -> Span:
    """Return the one of two names of the same words whose label tells more."""
    return recognized if recognized is not None and _tells_more(recognized.label_, known) else known


def _tells_more(label: str, known: Span) -> bool:
    """Tell whether the recognizer's label is to be preferred to what a name is known as."""
    if len(known) > 1 or (known[0].is_upper and len(known[0]) > 1):
        return is_kind_of(label, known.label_)
    if known.label_ in DEMONYM_LABELS:
        return label in (PERSON_LABELS & FINE_LABELS) | VALUE_LABELS
    is_member = label in DEMONYM_LABELS and known.label_ == "PoliticalParty"
    return is_member or label in FINE_LABELS | VALUE_LABELS


def _beats(recognized: Span, known: Span, all_known: Sequence[Span]) -> bool:
    """Tell whether the recognizer's span is to be kept rather than the known one it overlaps."""
    is_longer = len(recognized) > len(known) and recognized.start <= known.start and recognized.end >= known.end
    return is_longer and not _joins_known(recognized, all_known)


def _joins_known(recognized: Span, known: Iterable[Span]) -> bool:
    """Tell whether a span holds several known names with a hyphen between: "Taiwan-Japan", "Japan-U.S. relations"."""
    inside = [span for span in known if recognized.start <= span.start and span.end <= recognized.end]
    return any(token.text in _HYPHENS and _touches(token.i, inside) for token in recognized)


def _touches(index: int, spans: list[Span]) -> bool:
    return any(span.end == index for span in spans) and any(span.start == index + 1 for span in spans)


def _is_written_as_name(token: Token) -> bool:
    """Tell whether ``token`` has a capital or a figure, which nothing has in a sentence all of small letters."""
    return token.pos_ in _NAME_PARTS_OF_SPEECH and (not token.text.islower() or token.sent.text.islower())


def _agree(docs: Sequence[Doc], type_by_name: Mapping[str, str]) -> None:
    """Give a name one label throughout a document; a value's depends on where it stands ("May") and has no part in it."""
    votes: dict[str, Counter[str]] = {}
    full_names: dict[str, Counter[str]] = {}
    for ent in (ent for doc in docs for ent in doc.ents if ent.label_ not in VALUE_LABELS):
        votes.setdefault(ent.text, Counter())[ent.label_] += 1
        if ent.label_ in PERSON_LABELS and len(ent) > 1:
            for part in {ent[0].text, ent[-1].text}:
                full_names.setdefault(part, Counter())[ent.label_] += 1
    nobody = Counter[str]()
    label_by_name = {
        name: _elected(counts, full_names.get(name, nobody), type_by_name.get(name)) for name, counts in votes.items()
    }
    for doc in docs:
        doc.set_ents([_relabelled(ent, label_by_name) for ent in doc.ents])


def _relabelled(ent: Span, label_by_name: Mapping[str, str]) -> Span:
    label = ent.label_ if ent.label_ in VALUE_LABELS else label_by_name[ent.text]
    return Span(ent.doc, ent.start, ent.end, label=label)


def _elected(counts: Counter[str], full_names: Counter[str], known: str | None) -> str:
    """Return the label with most votes, those for a person counted together.

    A name that is a part of somebody's full name is a person's, unless it is known to be something else too: then the votes decide.
    """
    persons = Counter({label: count for label, count in counts.items() if label in PERSON_LABELS})
    lead = 2 * persons.total() - counts.total()
    is_likely = known is None or bool(full_names)
    if lead > 0 or (lead == 0 and is_likely) or (full_names and known is None):
        return _most(persons + full_names)
    others = counts - persons
    return min(others, key=lambda label: (-others[label], label != known, label))


def _most(persons: Counter[str]) -> str:
    """Return the label of most votes; where they are even, a politician is a person too."""
    return max(persons, key=lambda label: (persons[label], is_kind_of(label, "Person"), label))
