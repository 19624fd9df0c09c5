from collections.abc import Iterator

import pytest
from spacy.language import Language

from graphbuild.extract.mentions import origin_of
from graphbuild.model import Document
from graphbuild.parse import Parser
from graphbuild.parse.parts import MAX_CHARACTERS


def document(number: int, text: str) -> Document:
    return Document(f"{number}.txt", text)


def test_parser_keeps_documents_apart_and_in_order(stub: Language) -> None:
    documents = [document(number, f"Text {number}.\n\nEnd of {number}.") for number in range(100)]

    parsed = list(Parser(stub)(documents))

    assert [found.document for found in parsed] == documents
    assert [[doc.text for doc in found.docs] for found in parsed] == [
        [f"Text {number}.", f"End of {number}."] for number in range(100)
    ]


def test_parser_says_where_each_paragraph_lies(stub: Language) -> None:
    texts = ["One.\n\nTwo (LDP) three.", "Four."]

    for found in Parser(stub)([document(number, text) for number, text in enumerate(texts)]):
        for doc in found.docs:
            origin = origin_of(doc)
            assert origin.document_id == found.document.id
            for token in doc:
                assert origin.slice(origin.span(token.idx, token.idx + len(token))) == token.text


@pytest.mark.parametrize("text", [pytest.param("", id="no text"), pytest.param(" \n\n\t ", id="white space")])
def test_parser_gives_no_paragraph_for_nothing(stub: Language, text: str) -> None:
    before, nothing, after = Parser(stub)([document(0, "One."), document(1, text), document(2, "Two.")])

    assert nothing.docs == ()
    assert (len(before.docs), len(after.docs)) == (1, 1)


def test_parser_of_nothing_gives_nothing(stub: Language) -> None:
    assert list(Parser(stub)([])) == []


def test_parser_keeps_two_documents_of_one_name_apart(stub: Language) -> None:
    same = document(0, "One.")

    assert [len(found.docs) for found in Parser(stub)([same, same])] == [1, 1]


def test_parser_reads_as_it_goes(stub: Language) -> None:
    asked = 0

    def endless() -> Iterator[Document]:
        nonlocal asked
        while True:
            asked += 1
            yield document(asked, "It rained.")

    first = next(Parser(stub)(endless()))

    assert first.document.id == "1.txt"
    assert asked < 1_000


def test_parser_never_gives_more_to_the_pipeline_than_it_takes(stub: Language) -> None:
    stub.max_length = MAX_CHARACTERS
    text = "It rained in Taipei and it did not stop for days. " * 2_500

    (found,) = Parser(stub)([document(0, text)])

    assert sum(len(doc.text) for doc in found.docs) == len(text)
    assert max(len(doc.text) for doc in found.docs) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 10_000, id="a sentence of ten thousand words"),
        pytest.param("\x00\x07\x1b[0m " * 50, id="control characters"),
        pytest.param("مرحبا بالعالم. שלום.", id="right to left"),
        pytest.param("日本と台湾。" * 100, id="no spaces"),
        pytest.param("🇹🇼🇯🇵 👩\u200d🚀 e\u0301", id="characters of several code points"),
        pytest.param("\ufeff\u200b\u2028\u2029", id="invisible characters"),
    ],
)
def test_parser_reads_whatever_it_is_given(stub: Language, text: str) -> None:
    (found,) = Parser(stub)([document(0, text)])

    for doc in found.docs:
        origin = origin_of(doc)
        assert origin.slice(origin.span(0, len(doc.text))).split() == doc.text.split()


def test_parser_starts_no_sentence_within_a_known_name(stub: Language) -> None:
    (found,) = Parser(stub, {"St. Kitts": "Country"})([document(0, "St. Kitts won. Japan lost.")])

    assert [sentence.text for sentence in found.docs[0].sents] == ["St. Kitts won.", "Japan lost."]
    assert [ent.text for ent in found.docs[0].ents] == ["St. Kitts"]
