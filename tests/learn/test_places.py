from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from graphbuild.extract.kept import forget_kept
from graphbuild.learn.examples import Fact, Range
from graphbuild.learn.places import Marked, Paragraphs
from graphbuild.model import MentionKind

MakeDoc = Callable[..., Doc]
TEXT = "Ann Roe hired the new clerks . They met Bo ."
PARSE = """Ann/PROPN/nsubj/2/Person Roe/PROPN/flat/0 hired/VERB/ROOT/2 the/DET/det/5 new/ADJ/amod/5 clerks/NOUN/obj/2 ./PUNCT/punct/2
    They/PRON/nsubj/8 met/VERB/ROOT/8 Bo/PROPN/obj/8/Person ./PUNCT/punct/8"""


@pytest.fixture
def paragraphs(make_doc: MakeDoc) -> Paragraphs:
    doc = make_doc(PARSE, document=TEXT)
    doc.set_ents([Span(doc, 0, 2, label="Person"), Span(doc, 9, 10, label="Person")])
    return Paragraphs(TEXT, [doc])


def fact(*places: tuple[str, str]) -> Fact:
    def at(words: str) -> Range:
        return Range(TEXT.index(words), TEXT.index(words) + len(words))

    return Fact(1, "hires", tuple((at(subject), at(obj)) for subject, obj in places))


def mark(paragraphs: Paragraphs, *places: tuple[str, str]) -> Marked:
    found = paragraphs.mark(fact(*places))
    assert isinstance(found, Marked)
    return found


def test_sides_are_the_mentions_that_a_build_finds(paragraphs: Paragraphs) -> None:
    marked = mark(paragraphs, ("Ann Roe", "new clerks"))

    assert (marked.subject.place, marked.object.place) == ((0, 2, 0), (4, 6, 5))
    assert (marked.subject.mention.text, marked.object.mention.text) == ("Ann Roe", "new clerks")


@pytest.mark.parametrize("words", ["clerks", "the new clerks"])
def test_side_with_the_head_of_a_mention_is_that_mention(paragraphs: Paragraphs, words: str) -> None:
    assert mark(paragraphs, ("Ann Roe", words)).object.place == (4, 6, 5)


def test_side_that_is_no_mention_is_made_one(paragraphs: Paragraphs) -> None:
    made = mark(paragraphs, ("Ann Roe", "hired")).object

    assert (made.place, made.kind, made.mention.text) == ((2, 3, 2), MentionKind.DESCRIPTION, "hired")


def test_part_of_a_word_is_the_word(paragraphs: Paragraphs) -> None:
    assert mark(paragraphs, ("Ann Roe", "lerk")).object.place == (4, 6, 5)


def test_nearest_place_in_one_sentence_is_taken(paragraphs: Paragraphs) -> None:
    marked = mark(paragraphs, ("new clerks", "Bo"), ("They", "Bo"))

    assert (marked.subject.mention.text, marked.object.mention.text) == ("They", "Bo")


def test_name_stands_for_the_pronoun_that_means_it(paragraphs: Paragraphs, monkeypatch: pytest.MonkeyPatch) -> None:
    def meant(token: object) -> list[object]:
        doc = getattr(token, "doc", None)
        return [doc[0]] if doc is not None and str(token) == "They" else [token]

    monkeypatch.setattr("graphbuild.extract.mentions.meant_by", meant)
    forget_kept(paragraphs._docs[0])
    found = Paragraphs(TEXT, paragraphs._docs)

    marked = mark(found, ("Ann Roe", "Bo"))

    assert (marked.subject.place, marked.subject.mention.text) == ((7, 8, 7), "Ann Roe")


@pytest.mark.parametrize(
    ("places", "reason"),
    [
        pytest.param(("new clerks", "Bo"), "no one sentence", id="two sentences"),
        pytest.param(("new clerks", "clerks"), None, id="a mention within a mention"),
    ],
)
def test_sides_that_no_sentence_has_both_are_told(paragraphs: Paragraphs, places: tuple[str, str], reason: str | None) -> None:
    found = paragraphs.mark(fact(places))

    assert isinstance(found, Marked) if reason is None else reason in str(found)


def test_what_was_cut_from_the_text_is_told(make_doc: MakeDoc) -> None:
    doc = make_doc("Ann/PROPN/nsubj/1/Person left/VERB/ROOT/1", document="(Bo 2015) Ann left", offset=10)

    found = Paragraphs("(Bo 2015) Ann left", [doc]).mark(Fact(1, None, ((Range(1, 3), Range(10, 13)),)))

    assert found == '"Bo" stands in a reference or in brackets, which are not read'
