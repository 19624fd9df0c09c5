"""Read names from a treebank sentence: proper nouns inside GUM's mentions, and times and numbers from the tags."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from training.conllu import Sentence, Word
from training.name_lexicon import Lexicon, load_lexicon
from training.name_types import (
    BODIES,
    MISCELLANY,
    OCCASIONS,
    PERSONS,
    PLACES,
    TIMES,
    NameAnnotation,
    NameSpan,
    disjoint,
    outside,
)
from training.treebank_numbers import find_numbers, is_proper

_TYPES = {
    "person": PERSONS,
    "organization": BODIES | {"PoliticalParty"},
    "place": PLACES,
    "event": OCCASIONS,
    "object": frozenset({"Work", "Equipment", "Concept", "Facility", "Agreement"}),
    "abstract": frozenset({"Work", "Agreement", "Concept", "NORP", "Equipment"}),
    "time": TIMES,
    **dict.fromkeys(("animal", "plant", "substance"), frozenset({"Concept", "Equipment"})),
}
_NORP = frozenset({"NORP"})
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<single>\))?|(?P<closed>[^()]+)\)")
_ADDRESS = re.compile(r"[\W\d_]*|[#@].*|\S+@\S+|https?:\S+|www\.\S+|\S+\.(?:com|org|net|edu)\S*")
_LINKERS = frozenset("of the and for de la du von van der al on in to & - – ' ’ 's ’s . ,".split())
_BODY_OF = frozenset("university ministry department bank house republic city bureau office board institute school".split())
_HONORIFICS = frozenset("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Miss Sir Lady Lord Dame Madam Madame".split())


@dataclass(frozen=True, slots=True)
class TreebankMention:
    """Words [start, end) of a sentence that mention something: its number in the document, its kind, its article in Wikipedia."""

    start: int
    end: int
    entity: str
    kind: str
    link: str


def treebank_names(sentence: Sentence, *, entities: bool) -> NameAnnotation:
    """Return what a treebank tells of the names of a sentence.

    Args:
        sentence: The sentence with its tags, tree and the treebank's last column.
        entities: Whether mentions are annotated (GUM); without them (EWT) most proper nouns are unknown.
    """
    lexicon = load_lexicon()
    words = sentence.words
    forms = [word.form for word in words]
    numeric, doubtful = find_numbers(words)
    names = list(_mention_names(words, lexicon)) if entities else list(_known_names(words, lexicon))
    spans = disjoint([*_groups(words, names, lexicon), *names, *numeric])
    free = set(outside(len(words), spans))
    unknown = {index for index in free if is_proper(words[index]) or index in doubtful}
    unknown |= {index for index in free if lexicon.is_group(forms[index : index + 1])}
    unknown |= {index for index in free - unknown if forms[index] in _LINKERS and {index - 1, index + 1} <= unknown}
    unknown |= set(_timely(words, free)) | set(_lower_titles(forms, spans, free, lexicon))
    unknown -= {index for index in unknown if forms[index] in _HONORIFICS}
    return NameAnnotation(spans, frozenset(unknown))


def treebank_mentions(words: Sequence[Word]) -> Iterator[TreebankMention]:
    """Yield the mentions that GUM marks in a sentence, as they end."""
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for index, word in enumerate(words):
        field = _ENTITY.search(word.misc)
        for bracket in _BRACKET.finditer(field[1]) if field else ():
            if bracket["closed"]:
                pending = opened.get(bracket["closed"])
                if pending:
                    start, parts = pending.pop()
                    yield _mention(start, index + 1, parts)
                continue
            parts = bracket["opened"].split("-")
            if bracket["single"]:
                yield _mention(index, index + 1, parts)
            else:
                opened.setdefault(parts[0], []).append((index, parts))


def _mention(start: int, end: int, parts: list[str]) -> TreebankMention:
    # The link is the seventh field, after the identity "sgl" or "coref"; it may itself hold hyphens.
    at = next((i for i, part in enumerate(parts) if i > 4 and part.isalpha() and part.islower()), len(parts))
    link = unquote("-".join(parts[at + 1 :])).replace("_", " ")
    return TreebankMention(start, end, parts[0], parts[1] if len(parts) > 1 else "", link)


def _mention_names(words: Sequence[Word], lexicon: Lexicon) -> Iterator[NameSpan]:
    for mention in treebank_mentions(words):
        if mention.kind == "time":
            continue
        region = _linked_region(words, mention) or _proper_region(words, mention)
        if region is not None and (_TYPES.get(mention.kind) is PERSONS or _is_whole(words, *region, lexicon)):
            yield from _typed(words, *region, _TYPES.get(mention.kind, MISCELLANY), lexicon)


def _linked_region(words: Sequence[Word], mention: TreebankMention) -> tuple[int, int] | None:
    """Return where the mention is written as its article in Wikipedia is called."""
    title = re.sub(r"\s*\(.*\)$|,.*", "", mention.link)
    wanted = re.sub(r"\W", "", title).casefold()
    for start in range(mention.start, mention.end) if wanted else ():
        text = ""
        for end in range(start, mention.end):
            text += re.sub(r"\W", "", words[end].form).casefold()
            if text == wanted and re.search(r"\w", words[end].form):
                inside = words[start : end + 1]
                return (start, end + 1) if _headis_proper(inside) and _has_head(words, mention, start, end + 1) else None
    return None


def _headis_proper(inside: Sequence[Word]) -> bool:
    return sum(is_proper(word) for word in inside) * 2 >= len(inside)


def _has_head(words: Sequence[Word], mention: TreebankMention, start: int, end: int) -> bool:
    head = _head(words, mention)
    return start <= head < end


def _head(words: Sequence[Word], mention: TreebankMention) -> int:
    inside = range(mention.start, mention.end)
    return next((index for index in inside if words[index].head - 1 not in inside), mention.start)


def _proper_region(words: Sequence[Word], mention: TreebankMention) -> tuple[int, int] | None:
    """Return the proper nouns around the mention's head."""
    head = _head(words, mention)
    if not is_proper(words[head]):
        return None
    start, end = head, head + 1
    while start > mention.start and (
        is_proper(words[start - 1]) or (_hyphenates(words, start - 1) and start - 1 > mention.start)
    ):
        start -= 1
    while end < mention.end and (is_proper(words[end]) or (_hyphenates(words, end) and end + 1 < mention.end)):
        end += 1
    if end < mention.end and words[end].form == "of" and words[head].form.casefold() in _BODY_OF:
        rest = end + 1
        while rest < mention.end and is_proper(words[rest]):
            rest += 1
        end = rest if rest > end + 1 else end
    return start, end


def _is_whole(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Tell whether no capitalized word beside a name may belong to it: "Festival of Angels", "Late Music"."""
    if end + 1 < len(words) and words[end].form in {"of", "for"} and words[end + 1].form[:1].isupper():
        return False
    before = words[start - 1].form if start > 1 else ""
    return not (before[:1].isupper() and words[start - 1].upos in {"ADJ", "NOUN"} and not lexicon.is_group([before]))


def _hyphenates(words: Sequence[Word], index: int) -> bool:
    if words[index].form not in {"-", "–", "&", "/"} or not 0 < index < len(words) - 1:
        return False
    return is_proper(words[index - 1]) and is_proper(words[index + 1])


def _typed(words: Sequence[Word], start: int, end: int, types: frozenset[str], lexicon: Lexicon) -> Iterator[NameSpan]:
    forms = [word.form for word in words]
    if types is PERSONS:
        yield from _person(forms, start, end, lexicon)
        return
    start += (forms[start] == "the" or (start == 0 and forms[0] == "The" and "Work" not in types)) and end - start > 1
    name = forms[start:end]
    if lexicon.is_group(name):
        yield NameSpan(start, end, _NORP if types <= PLACES else frozenset({"NORP", "Concept"}))
    elif not _ADDRESS.fullmatch("".join(name)):
        sign = lexicon.find_head(name)
        missed = sign and "Concept" in types and not types & sign
        yield NameSpan(start, end, types | sign if missed else lexicon.refine(name, types))


def _person(forms: Sequence[str], start: int, end: int, lexicon: Lexicon) -> Iterator[NameSpan]:
    """Yield title and name of a person."""
    nation = next((at for at in (end, start + 1) if lexicon.is_group(forms[start:at])), start)
    if nation > start:
        yield NameSpan(start, nation, _NORP)
    title = _after_honorifics(forms, nation, end)
    titled = next((at for at in range(end, title, -1) if lexicon.title_before(forms[:at], at) == title), title)
    name = _after_honorifics(forms, titled, end)
    if name < end:
        if titled > title:
            yield NameSpan(title, titled, frozenset({"Role"}))
        yield NameSpan(name, end, lexicon.refine(forms[name:end], PERSONS))


def _after_honorifics(forms: Sequence[str], start: int, end: int) -> int:
    return next((index for index in range(start, end) if forms[index] not in _HONORIFICS), end)


def _known_names(words: Sequence[Word], lexicon: Lexicon) -> Iterator[NameSpan]:
    """Yield runs of proper nouns that are exactly a known actor."""
    forms = [word.form for word in words]
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and is_proper(words[end]):
            end += 1
        types = lexicon.find_actor(forms[start:end])
        beside = {*forms[max(start - 1, 0) : start], *forms[end : end + 1]}
        telling = end - start > 1 or types <= PLACES or (forms[start].isupper() and len(forms[start]) > 2)
        if types and telling and not beside & {"-", "of", "&", "/"}:
            yield NameSpan(start, end, types)
        start = end + 1


def _groups(words: Sequence[Word], names: Sequence[NameSpan], lexicon: Lexicon) -> Iterator[NameSpan]:
    forms = [word.form for word in words]
    free = set(outside(len(words), names))
    for index in sorted(free):
        for length in (2, 1):
            if _opens_name(words, index + length, free, lexicon):
                continue
            if lexicon.is_group(forms[index : index + length]) and free.issuperset(range(index, index + length)):
                adjective = words[index + length - 1].xpos in {"JJ", "NNPS", "NNS"}
                yield NameSpan(index, index + length, _NORP if adjective else frozenset({"NORP", "Concept"}))
                break


def _opens_name(words: Sequence[Word], index: int, free: set[int], lexicon: Lexicon) -> bool:
    """Tell whether an unknown name goes on here, and not the title of a person: "Arab League", not "Iraqi President"."""
    if index not in free or not is_proper(words[index]):
        return False
    return not any(
        lexicon.title_before([word.form for word in words[index:end]], end - index) == 0 for end in range(index + 1, index + 4)
    )


def _timely(words: Sequence[Word], free: set[int]) -> Iterator[int]:
    """Yield the words of GUM's times that no rule is certain about."""
    for mention in treebank_mentions(words):
        if mention.kind == "time":
            yield from free.intersection(range(mention.start, mention.end))


def _lower_titles(forms: Sequence[str], spans: Sequence[NameSpan], free: set[int], lexicon: Lexicon) -> Iterator[int]:
    """Yield the words of titles in lower case before a person's name: "president Obama"."""
    for span in spans:
        if span.types <= PERSONS and span.start:
            before = [form.title() for form in forms[: span.start]]
            yield from free.intersection(range(lexicon.title_before(before, span.start), span.start))
