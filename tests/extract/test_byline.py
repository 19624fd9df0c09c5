from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from graphbuild.extract.byline import extract_bylines
from graphbuild.model import ORIGIN_KEY, Origin

Page = Callable[..., Doc]


@pytest.fixture
def page(vocab: Vocab) -> Page:
    """A function that returns the Doc of one line of a page, the line's name an entity."""
    tokenize = spacy.blank("en").tokenizer

    def line_of(text: str, line: str, name: str, label: str = "PERSON") -> Doc:
        words = tokenize(line)
        doc = Doc(vocab, words=[word.text for word in words], spaces=[bool(word.whitespace_) for word in words])
        doc[0].is_sent_start = True
        start = line.index(name)
        span = doc.char_span(start, start + len(name), label=label)
        assert isinstance(span, Span)
        doc.set_ents([span])
        doc.user_data[ORIGIN_KEY] = Origin("a.txt", text, text.index(line))
        return doc

    return line_of


@pytest.mark.parametrize(
    ("line", "name", "label", "phrase"),
    [
        pytest.param("By: Lauren Dickey", "Lauren Dickey", "PERSON", "write", id="by with a colon"),
        pytest.param("By Lauren Dickey", "Lauren Dickey", "PERSON", "write", id="by before a person"),
        pytest.param("Author: Lauren Dickey", "Lauren Dickey", "PERSON", "write", id="author"),
        pytest.param("Written by: Lauren Dickey", "Lauren Dickey", "PERSON", "write", id="the longer label"),
        pytest.param("Publication: China Brief", "China Brief", "ORG", "publish", id="publication"),
    ],
)
def test_byline_says_who_made_the_document(page: Page, line: str, name: str, label: str, phrase: str) -> None:
    text = f"Taiwan and Japan\n\n{line}\n\nTaipei waits."

    (relation,) = extract_bylines(page(text, line, name, label))

    assert (relation.subject.text, relation.predicate.phrase, relation.object.text) == (name, phrase, "Taiwan and Japan")
    assert (
        text[relation.predicate.span.start : relation.predicate.span.end]
        == line.split(":", maxsplit=1)[0].split(" Lauren", maxsplit=1)[0]
    )


@pytest.mark.parametrize(
    ("text", "line", "name", "label"),
    [
        pytest.param(
            "A title\n\nBy Lauren Dickey was told a story.",
            "By Lauren Dickey was told a story.",
            "Lauren Dickey",
            "PERSON",
            id="a sentence",
        ),
        pytest.param("A title\n\nBy China", "By China", "China", "GPE", id="by before a place"),
        pytest.param("A title\n\nLauren Dickey", "Lauren Dickey", "Lauren Dickey", "PERSON", id="no label"),
        pytest.param("A title\n\nnear: Lauren Dickey", "near: Lauren Dickey", "Lauren Dickey", "PERSON", id="another label"),
        pytest.param(f"A title\n\n{'x ' * 600}\n\nBy: Ann Lee", "By: Ann Lee", "Ann Lee", "PERSON", id="far from the top"),
        pytest.param(
            f"{'word ' * 60}\n\nBy: Ann Lee", "By: Ann Lee", "Ann Lee", "PERSON", id="a first line too long for a title"
        ),
    ],
)
def test_byline_is_not_read_into(page: Page, text: str, line: str, name: str, label: str) -> None:
    assert list(extract_bylines(page(text, line, name, label))) == []
