import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Document
from graphbuild.parse.parts import MAX_CHARACTERS, Part, split_document

# Characters that mean something to a splitter more often than others do.
TEXTS = st.text(
    st.one_of(st.sampled_from("\n\n\t \u00a0.()[];:,-ABCabc1234漢ש\u200f\x00"), st.characters(exclude_categories=["Cs"])),
    max_size=300,
) | st.lists(
    st.sampled_from(
        [
            "Japan won",
            " (LDP)",
            " [1]",
            " [2, 3]",
            " (Times, May 3 [1])",
            " (Smith, 2015; Lee, 2016)",
            " (漢光)",
            "By: ",
            "\n",
            "\n\n",
            ". ",
        ]
    ),
    max_size=30,
).map("".join)
WRAPPED = """In the spring of that year the two governments began to talk
about fish, about ships and about the islands between them, and
then stopped."""


def parts_of(text: str) -> list[Part]:
    return list(split_document(Document("a.txt", text)))


def texts_of(text: str) -> list[str]:
    return [part.text for part in parts_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\n\nTwo.", ["One.", "Two."], id="at an empty line"),
        pytest.param("One.\n \t\n\nTwo.", ["One.", "Two."], id="at several lines of white space"),
        pytest.param("A title\nA subtitle", ["A title", "A subtitle"], id="at each of short lines"),
        pytest.param(WRAPPED, [WRAPPED.replace("\n", " ")], id="not where prose is wrapped"),
        pytest.param("- one\n- two\n- three", ["- one", "- two", "- three"], id="at each item of a list"),
        pytest.param("By: Ann Lee", ["By: ", "Ann Lee"], id="behind a label"),
        pytest.param("Photo Source: Ann Lee", ["Photo Source: ", "Ann Lee"], id="behind a label of two words"),
        pytest.param("One thing: it rained.", ["One thing: it rained."], id="not behind any colon"),
        pytest.param("One\ttwo\u00a0three", ["One two three"], id="not at a tab"),
        pytest.param("", [], id="no text"),
        pytest.param(" \n\t\n ", [], id="white space"),
    ],
)
def test_document_is_split(text: str, expected: list[str]) -> None:
    assert texts_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "cited"),
    [
        pytest.param(
            "Japan won (Times, August 16, 2004).", "Japan won.", ["Times, August 16, 2004"], id="a reference with a date"
        ),
        pytest.param("Japan won (Smith, 2015).", "Japan won.", ["Smith, 2015"], id="a reference with a year"),
        pytest.param("Japan won (Smith, 2015b).", "Japan won.", ["Smith, 2015b"], id="a reference with a letter"),
        pytest.param(
            "Japan won (A B, May 3, 2004; C D, 2010).", "Japan won.", ["A B, May 3, 2004", "C D, 2010"], id="two references"
        ),
        pytest.param("Japan won (Smith & Lee 2015).", "Japan won.", ["Smith & Lee 2015"], id="a reference without a comma"),
        pytest.param(
            "Japan won (Smith et al., 2015).", "Japan won.", ["Smith et al., 2015"], id="a reference to several authors"
        ),
        pytest.param("Japan won (see also Smith, 2015).", "Japan won.", ["see also Smith, 2015"], id="where else to look"),
        pytest.param(
            "Japan won (Times [China], May 3).",
            "Japan won.",
            ["Times [China], May 3"],
            id="a reference that says where it is from",
        ),
        pytest.param("Japan won (https://example.org/a).", "Japan won.", [], id="an address"),
        pytest.param("Japan won (in May 2015).", "Japan won (in May 2015).", [], id="but not a date"),
        pytest.param("Japan won [1].", "Japan won.", [], id="a footnote"),
        pytest.param("Japan won [12, 13].", "Japan won.", [], id="two footnotes"),
        pytest.param("The party (LDP) won.", "The party won.", [], id="an acronym"),
        pytest.param("The drill (漢光演習) ran.", "The drill ran.", [], id="a gloss in another script"),
        pytest.param("The party (LDP) [1] won.", "The party won.", [], id="two one behind the other, the longer first"),
        pytest.param("Japan won (Times, May 3 [1]).", "Japan won.", ["Times, May 3 [1]"], id="a footnote within a reference"),
        pytest.param("Japan (the victor) won.", "Japan (the victor) won.", [], id="but not what is said in brackets"),
        pytest.param("(Times, May 3) Japan won.", "(Times, May 3) Japan won.", [], id="but not what opens a paragraph"),
        pytest.param("Japan won in 2015 (a record).", "Japan won in 2015 (a record).", [], id="but not a remark"),
        pytest.param("Japan won [sic].", "Japan won [sic].", [], id="but not a word in square brackets"),
    ],
)
def test_reference_is_left_out(text: str, expected: str, cited: list[str]) -> None:
    (part,) = parts_of(text)

    assert part.text == expected
    assert [quote.text for _, quote in part.origin.citations] == cited
    for position, quote in part.origin.citations:
        assert text[quote.span.start : quote.span.end] == quote.text
        assert part.origin.position(position, is_end=True) <= quote.span.start


@given(TEXTS, st.integers(0, 3))
def test_each_character_kept_is_the_document_s(text: str, lines_before: int) -> None:
    text = "\n" * lines_before + text

    for part in parts_of(text):
        for index, char in enumerate(part.text):
            there = text[part.origin.position(index)]
            assert char == there or (char == " " and there in "\n\t\u00a0")


@given(TEXTS)
def test_nothing_is_lost_but_what_was_cut_out(text: str) -> None:
    kept, cut = set[int](), set[int]()
    for part in parts_of(text):
        kept |= {part.origin.position(index) for index in range(len(part.text))}
        for position, length in part.origin.cuts:
            end = part.origin.position(position, is_end=True) if position else part.origin.offset
            cut |= set(range(end, end + sum(other for at, other in part.origin.cuts if at == position)))
            assert length > 0

    lost = set(range(len(text))) - kept - cut
    assert "".join(text[index] for index in sorted(lost)).strip() == ""
    assert not kept & cut


@given(TEXTS)
def test_parts_come_in_the_order_of_the_text_and_do_not_overlap(text: str) -> None:
    spans = [part.origin.span(0, len(part.text)) for part in parts_of(text)]

    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 10_000, id="a sentence of ten thousand words"),
        pytest.param("x" * 50_000, id="a word without end"),
        pytest.param("It rained. " * 8_000, id="many sentences"),
        pytest.param("日本は台湾を支持する。" * 5_000, id="no space at all"),
        pytest.param("שלום " * 12_000, id="right to left"),
        pytest.param("\x00\x01\x02" * 10_000, id="control characters"),
        pytest.param("word (LDP) [1] " * 4_000, id="something to cut out everywhere"),
    ],
)
def test_long_text_is_read_in_pieces(text: str) -> None:
    parts = parts_of(text)

    assert all(0 < len(part.text) <= MAX_CHARACTERS for part in parts)
    assert sum(len(part.text) + sum(length for _, length in part.origin.cuts) for part in parts) == len(text)


def test_long_text_is_cut_behind_a_sentence() -> None:
    texts = texts_of("It rained in Taipei. " * 2_000)

    assert len(texts) > 1
    assert all(text.rstrip().endswith(".") for text in texts)


def test_long_text_without_a_full_stop_is_cut_between_words() -> None:
    texts = texts_of("word " * 10_000)

    assert {word for text in texts for word in text.split()} == {"word"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x (" + "aa, May, May, May, May;" * 20, id="a list of references that does not end"),
        pytest.param("x" + " " * 19_000 + "x", id="a long gap"),
        pytest.param("x (LDP) " * 2_000, id="many acronyms"),
        pytest.param("x(" * 9_000, id="brackets that do not close"),
        pytest.param("x (" + "May, " * 3_900, id="months without end"),
    ],
)
def test_hostile_text_is_split_fast(text: str) -> None:
    start = time.perf_counter()

    parts_of(text)

    assert time.perf_counter() - start < 1
