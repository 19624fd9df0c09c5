import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuild.extract.reference import extract_references
from graphbuild.model import ORIGIN_KEY, Origin


def paragraph(vocab: Vocab, text: str, before: str = "") -> Doc:
    """Return the Doc of a paragraph that stands behind ``before`` in its document."""
    words = spacy.blank("en").tokenizer(text)
    doc = Doc(vocab, words=[word.text for word in words], spaces=[bool(word.whitespace_) for word in words])
    doc.user_data[ORIGIN_KEY] = Origin("a.txt", before + text, len(before))
    return doc


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        pytest.param(
            "3. Thomas S. Wilkins, “Taiwan-Japan Relations in an Era of Uncertainty,” Asia Policy 13 (2012)",
            ["Thomas S. Wilkins"],
            "Taiwan-Japan Relations in an Era of Uncertainty",
            id="numbered, with typographic quotes",
        ),
        pytest.param('[12] Ann Lee, "A Short Title," Foreign Affairs', ["Ann Lee"], "A Short Title", id="a number in brackets"),
        pytest.param("Ann Lee and Bo Chen, “Of Ships.”", ["Ann Lee", "Bo Chen"], "Of Ships", id="two authors"),
        pytest.param(
            "Ann Lee, Bo Chen, and Max von Weber, “Of Ships,”",
            ["Ann Lee", "Bo Chen", "Max von Weber"],
            "Of Ships",
            id="three authors",
        ),
        pytest.param("Ann Lee et al., “Of Ships,” 2014", ["Ann Lee"], "Of Ships", id="et al. is nobody"),
        pytest.param("Ólafur Grímsson, “Of Ships,” 2014", ["Ólafur Grímsson"], "Of Ships", id="letters beyond ASCII"),
    ],
)
def test_reference_says_who_wrote_what(vocab: Vocab, text: str, authors: list[str], title: str) -> None:
    before = "Notes\n\n"

    relations = list(extract_references(paragraph(vocab, text, before)))

    assert [(found.subject.text, found.predicate.phrase, found.object.text) for found in relations] == [
        (author, "write", title) for author in authors
    ]
    for found in relations:
        for mention in (found.subject, found.object):
            assert (before + text)[mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Lee said, “We shall see.”", id="a quotation behind a verb"),
        pytest.param("The minister, “a hawk,” left.", id="a nickname"),
        pytest.param("Ann Lee, Of Ships, 2014", id="a title without quotation marks"),
        pytest.param("Ann Lee, “Off”", id="a title too short"),
        pytest.param("As he put it, Ann Lee, “Of Ships,”", id="a name that does not open the paragraph"),
        pytest.param("", id="nothing"),
    ],
)
def test_reference_is_not_read_into(vocab: Vocab, text: str) -> None:
    assert list(extract_references(paragraph(vocab, text))) == []


def test_reference_is_found_fast_in_a_hostile_paragraph(vocab: Vocab) -> None:
    assert list(extract_references(paragraph(vocab, "Ann Lee " * 3_000))) == []
