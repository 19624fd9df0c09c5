import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from graphbuild.extract.acronym import find_acronyms
from graphbuild.model import ORIGIN_KEY, Origin


def paragraph(vocab: Vocab, text: str, kept: str, before: str = "") -> Doc:
    """Return the Doc of what is ``kept`` of a paragraph (its brackets are cut out before the parse)."""
    words = spacy.blank("en").tokenizer(kept)
    doc = Doc(vocab, words=[word.text for word in words], spaces=[bool(word.whitespace_) for word in words])
    cut = next((index for index, (old, new) in enumerate(zip(text, kept, strict=False)) if old != new), len(kept))
    cuts = ((cut, len(text) - len(kept)),) if len(text) > len(kept) else ()
    doc.user_data[ORIGIN_KEY] = Origin("a.txt", before + text, len(before), cuts)
    return doc


@pytest.mark.parametrize(
    ("text", "kept", "expected"),
    [
        pytest.param(
            "the Liberal Democratic Party (LDP) won",
            "the Liberal Democratic Party won",
            ("LDP", "Liberal Democratic Party"),
            id="in the middle",
        ),
        pytest.param(
            "the Liberal Democratic Party (LDP)",
            "the Liberal Democratic Party",
            ("LDP", "Liberal Democratic Party"),
            id="at the end",
        ),
        pytest.param(
            "the Ministry of Foreign Affairs (MFA) said",
            "the Ministry of Foreign Affairs said",
            ("MFA", "Ministry of Foreign Affairs"),
            id="small words have no letter",
        ),
        pytest.param(
            "Japan's Self-Defense Forces (SDF) left",
            "Japan's Self-Defense Forces left",
            ("SDF", "Self-Defense Forces"),
            id="parts of a compound have theirs",
        ),
        pytest.param(
            "two Free Trade Agreements (FTAs) hold",
            "two Free Trade Agreements hold",
            ("FTAs", "Free Trade Agreements"),
            id="a plural",
        ),
    ],
)
def test_acronym_stands_for_the_words_before_it(vocab: Vocab, text: str, kept: str, expected: tuple[str, str]) -> None:
    before = "Title\n\n"

    (alias,) = find_acronyms(paragraph(vocab, text, kept, before))

    assert (alias.mention.text, alias.other.text) == expected
    for mention in (alias.mention, alias.other):
        assert (before + text)[mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Liberal Democratic Party (DPJ) won", id="other letters"),
        pytest.param("the party of the liberals (PL) won", id="small initials"),
        pytest.param("(LDP) won", id="nothing before it"),
        pytest.param("Abe (Tokyo) won", id="a word in brackets"),
        pytest.param("the Liberal Democratic Party (L", id="a bracket that is not closed"),
        pytest.param("", id="no text"),
    ],
)
def test_acronym_of_nothing_is_none(vocab: Vocab, text: str) -> None:
    assert list(find_acronyms(paragraph(vocab, text, text))) == []


def test_acronym_has_the_type_of_its_words(vocab: Vocab) -> None:
    doc = paragraph(vocab, "Liberal Democratic Party (LDP)", "Liberal Democratic Party")
    doc[0].is_sent_start = True
    doc.set_ents([Span(doc, 0, 3, label="ORG")])

    (alias,) = find_acronyms(doc)

    assert (alias.mention.label, alias.other.label) == ("Organization", "Organization")


def test_acronym_of_the_next_paragraph_is_left_to_it(vocab: Vocab) -> None:
    text, kept = "Liberal Democratic Party\n\n(LDP)", "Liberal Democratic Party"
    words = kept.split()
    doc = Doc(vocab, words=words, spaces=[True, True, False])
    doc.user_data[ORIGIN_KEY] = Origin("a.txt", text)

    assert list(find_acronyms(doc)) == []
