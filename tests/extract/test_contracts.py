"""What every extractor and alias finder promises, whoever wrote it."""

import time
from collections.abc import Callable
from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuild.extract import alias_finders, extractors
from graphbuild.extract.kept import forget_kept
from graphbuild.extract.mentions import mentions_of, origin_of
from graphbuild.model import ORIGIN_KEY, Origin, Quote, Span

MakeDoc = Callable[[str], Doc]

WORDS = (
    "Japan Abe he it who they which met be held talks leader members including such as by of with pro - led 's to not will the , ."
).split()
PARTS_OF_SPEECH = "NOUN PROPN VERB AUX ADJ ADV PRON DET ADP PART SCONJ CCONJ PUNCT NUM".split()
LABELS = (
    "nsubj nsubj:pass nsubjpass obj dobj iobj dative obl obl:agent nmod nmod:poss poss case prep pobj pcomp agent conj cc appos acl "
    "acl:relcl relcl advcl xcomp ccomp parataxis cop attr acomp aux aux:pass auxpass mark amod compound flat det neg advmod punct dep"
).split()
TAGS = ["", "VBN", "VBG", "VB", "NNS"]
ENTITIES = ["O", "O", "B-PERSON", "B-GPE", "B-NORP", "B-ORG", "B-DATE"]
UNIVERSAL_DEPENDENCIES = """
    Japanese  ADJ   amod Minister NORP
    Prime     PROPN compound Minister
    Minister  PROPN nmod:desc Abe
    Abe       PROPN nsubj met PERSON
    ,         PUNCT punct leader
    the       DET   det leader
    leader    NOUN  appos Abe
    of        ADP   case LDP
    the       DET   det LDP
    LDP       PROPN nmod leader ORG
    ,         PUNCT punct leader
    met/meet  VERB  ROOT tag=VBD
    pro       ADJ   amod Taiwan
    -         PUNCT punct Taiwan
    Taiwan    PROPN compound lawmakers GPE
    lawmakers/lawmaker NOUN obj met tag=NNS
    ,         PUNCT punct Tsai
    including/include VERB case Tsai
    Tsai      PROPN nmod lawmakers PERSON
    ,         PUNCT punct met
    in        ADP   case May
    May       PROPN obl met DATE
    .         PUNCT punct met
    He        PRON  nsubj refused
    refused/refuse VERB ROOT tag=VBD
    to        PART  mark sign
    sign      VERB  xcomp refused tag=VB
    Taiwan    PROPN compound Japan GPE
    -         PUNCT punct Japan
    Japan     PROPN compound accords GPE
    accords/accord NOUN obj sign tag=NNS
    as        ADP   case leader
    leader    NOUN  obl sign
"""
CLEAR = """
    Tokyo     PROPN nsubjpass led GPE
    was/be    AUX   auxpass led
    led/lead  VERB  ROOT tag=VBN
    by        ADP   agent led
    Abe       PROPN pobj by PERSON
    and       CCONJ cc Abe
    Aso       PROPN conj Abe PERSON
    ,         PUNCT punct Aso
    who       PRON  nsubj are
    are/be    AUX   relcl Aso
    members/member NOUN attr are tag=NNS
    of        ADP   prep members
    Japan     PROPN poss Diet GPE
    's       PART  case Japan
    Diet      PROPN pobj of ORG
    .         PUNCT punct led
    U.S.      PROPN npadvmod backed GPE
    -         PUNCT punct backed
    backed/back VERB amod groups tag=VBN
    groups/group NOUN nsubj rely
    rely      VERB  ROOT
    on        ADP   prep rely
    Taiwan    PROPN pobj on GPE
    as        ADP   prep rely
    ally      NOUN  pobj as
"""


@pytest.fixture(params=["ud", "clear", "cut", "flat", "nothing", "one word", "one name", "spaces"])
def doc(request: pytest.FixtureRequest, make_doc: MakeDoc, vocab: Vocab) -> Doc:
    """Each of the small Docs that the promises are tried on."""
    hand_made = {
        "ud": UNIVERSAL_DEPENDENCIES,
        "clear": CLEAR,
        "one word": "ran/run VERB ROOT",
        "one name": "Japan PROPN ROOT GPE",
    }
    if request.param == "cut":
        return _cut(make_doc(CLEAR))
    if request.param == "flat":
        return _flat(make_doc(CLEAR))
    if request.param == "nothing":
        return Doc(vocab)
    if request.param == "spaces":
        return Doc(vocab, words=["\n", "  "], pos=["SPACE", "SPACE"], heads=[0, 0], deps=["ROOT", "dep"])
    return make_doc(hand_made[request.param])


def _cut(doc: Doc) -> Doc:
    """Return ``doc`` as if it had been cut from a longer document that has references in it."""
    before, at, reference = "By: Ann Lee\n\n", doc[7].idx, " (Times, 2015)"
    text = f"{before}{doc.text[:at]}{reference}{doc.text[at:]}"
    start = len(before) + at
    citation = Quote(reference, Span("b.txt", start, start + len(reference)))
    doc.user_data[ORIGIN_KEY] = Origin("b.txt", text, len(before), ((at, len(reference)),), ((at, citation),))
    return doc


def _flat(doc: Doc) -> Doc:
    """Return ``doc`` with a parse in which every word hangs on the first: wrong, as parses may be."""
    labels = [token.dep_ for token in doc]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        pos=[token.pos_ for token in doc],
        heads=[0] * len(doc),
        deps=["ROOT", *labels[1:]],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )


@pytest.mark.parametrize("name", list(extractors))
def test_extractor_quotes_the_document(doc: Doc, name: str) -> None:
    text = origin_of(doc).text

    for found in extractors.get(name)(doc):
        parts = [found.subject, found.predicate, found.object, *found.attributed_to, *([found.time] if found.time else [])]
        for part in parts:
            assert text[part.span.start : part.span.end] == part.text
            assert part.span.end <= len(text)


@pytest.mark.parametrize("name", list(extractors))
def test_extractor_says_its_name_and_a_confidence_between_none_and_all(doc: Doc, name: str) -> None:
    for found in extractors.get(name)(doc):
        assert found.extractor == name
        assert 0 < found.confidence <= 1
        assert found.predicate.phrase.strip() == found.predicate.phrase != ""


@pytest.mark.parametrize("name", list(extractors))
def test_extractor_relates_nothing_to_itself(doc: Doc, name: str) -> None:
    assert all(found.subject.span != found.object.span for found in extractors.get(name)(doc))


@pytest.mark.parametrize("name", list(extractors))
def test_extractor_stays_within_its_sentence(doc: Doc, name: str) -> None:
    for found in extractors.get(name)(doc):
        assert found.sentence.covers(found.predicate.span)
        assert found.sentence.end <= len(origin_of(doc).text)


@pytest.mark.parametrize("name", list(extractors))
def test_extractor_gives_the_same_twice(doc: Doc, name: str) -> None:
    first = list(extractors.get(name)(doc))
    forget_kept(doc)

    assert list(extractors.get(name)(doc)) == first


@pytest.mark.parametrize("name", list(alias_finders))
def test_alias_finder_quotes_the_document(doc: Doc, name: str) -> None:
    text = origin_of(doc).text

    for alias in alias_finders.get(name)(doc):
        for mention in (alias.mention, alias.other):
            assert text[mention.span.start : mention.span.end] == mention.text
        assert alias.mention.span != alias.other.span


@pytest.mark.parametrize("name", [*extractors, *alias_finders])
def test_plugin_s_name_has_a_version(name: str) -> None:
    kind, version = name.split(".")

    assert kind.isidentifier()
    assert version.removeprefix("v").isdigit()


def test_mentions_quote_the_document(doc: Doc) -> None:
    text = origin_of(doc).text

    for mention in mentions_of(doc):
        assert text[mention.span.start : mention.span.end] == mention.text != ""


def test_extractors_find_something_in_either_scheme(make_doc: MakeDoc) -> None:
    tables = (UNIVERSAL_DEPENDENCIES, CLEAR)

    found = [{name for name in extractors for _ in extractors.get(name)(make_doc(table))} for table in tables]

    assert found[0] >= {"affix.v1", "apposition.v1", "inclusion.v1", "title.v1", "verb.v1"}
    assert found[1] >= {"affix.v1", "capacity.v1", "copula.v1", "possessive.v1", "verb.v1"}


@cache
def english() -> Vocab:
    return spacy.blank("en").vocab


@st.composite
def wild_docs(draw: st.DrawFn) -> Doc:
    """Any parse at all: labels of both schemes on any tree over a few words that extractors look at."""
    rows = draw(
        st.lists(st.tuples(*map(st.sampled_from, (WORDS, PARTS_OF_SPEECH, LABELS, TAGS, ENTITIES))), min_size=1, max_size=14)
    )
    heads = [draw(st.integers(0, index)) for index in range(len(rows))]
    order = draw(st.permutations(range(len(rows))))
    place = {old: new for new, old in enumerate(order)}
    return Doc(
        english(),
        words=[rows[old][0] for old in order],
        lemmas=[rows[old][0].lower() for old in order],
        pos=[rows[old][1] for old in order],
        deps=["ROOT" if heads[old] == old else rows[old][2] for old in order],
        heads=[place[heads[old]] for old in order],
        tags=[rows[old][3] for old in order],
        ents=[rows[old][4] for old in order],
    )


@given(wild_docs())
@settings(max_examples=200)
def test_extractors_keep_their_promises_whatever_the_parse(doc: Doc) -> None:
    for name in extractors:
        for found in extractors.get(name)(doc):
            for part in (found.subject, found.predicate, found.object, *found.attributed_to):
                assert doc.text[part.span.start : part.span.end] == part.text
            assert found.subject.span != found.object.span


@pytest.mark.parametrize(
    ("pos", "label", "entity"),
    [
        pytest.param("PROPN", "conj", "B-PERSON", id="a list of names"),
        pytest.param("VERB", "xcomp", "O", id="infinitives"),
        pytest.param("ADP", "prep", "O", id="prepositions"),
        pytest.param("NOUN", "appos", "O", id="appositions"),
    ],
)
def test_extractors_read_a_chain_of_thousands(pos: str, label: str, entity: str) -> None:
    size = 2_000
    doc = Doc(
        english(),
        words=["met", *["Xi"] * size],
        heads=[0, *range(size)],
        deps=["ROOT", *[label] * size],
        pos=["VERB", *[pos] * size],
        ents=["O", *[entity] * size],
    )

    assert [found for name in extractors for found in extractors.get(name)(doc)] == []


def test_extractors_read_a_heap_of_names_fast() -> None:
    size = 500
    doc = Doc(
        english(),
        words=[*["Xi"] * size, "talks"],
        heads=[*range(1, size + 1), size],
        deps=[*["compound"] * size, "ROOT"],
        pos=[*["PROPN"] * size, "NOUN"],
        ents=[*["B-ORG"] * size, "O"],
    )
    start = time.perf_counter()

    found = [found for name in extractors for found in extractors.get(name)(doc)]

    assert len(found) < 6 * size
    assert time.perf_counter() - start < 30
