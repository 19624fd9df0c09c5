import pytest
import spacy
from spacy.tokens import Doc, Token

from graphbuild.extract.kept import forget_kept, kept_with_doc, kept_with_token


@pytest.fixture
def doc() -> Doc:
    return spacy.blank("en")("Japan signed")


def test_what_is_kept_with_a_doc_is_found_once(doc: Doc) -> None:
    asked = []

    @kept_with_doc
    def length(of: Doc) -> int:
        asked.append(of)
        return len(of)

    assert [length(doc), length(doc)] == [2, 2]
    assert len(asked) == 1


def test_what_is_kept_with_a_token_is_found_once_for_each_even_if_it_is_nothing(doc: Doc) -> None:
    asked = []

    @kept_with_token
    def nothing(of: Token) -> None:
        asked.append(of.text)

    for token in (*doc, *doc):
        nothing(token)

    assert asked == ["Japan", "signed"]


def test_docs_are_kept_apart(doc: Doc) -> None:
    @kept_with_token
    def text(of: Token) -> str:
        return of.text

    other = spacy.blank("en")("Peru paid")

    assert [text(doc[0]), text(other[0])] == ["Japan", "Peru"]


def test_functions_of_one_name_are_kept_apart_by_where_they_stand(doc: Doc) -> None:
    @kept_with_doc
    def count(of: Doc) -> int:
        return len(of)

    class Letters:
        @staticmethod
        @kept_with_doc
        def count(of: Doc) -> int:
            return len(of.text)

    assert (count(doc), Letters.count(doc)) == (2, 12)


def test_what_was_kept_is_taken_off_and_nothing_else(doc: Doc) -> None:
    @kept_with_doc
    def tokens(of: Doc) -> list[Token]:
        return list(of)

    doc.user_data["mine"] = 1
    tokens(doc)

    forget_kept(doc)

    assert doc.user_data == {"mine": 1}
    assert Doc(doc.vocab).from_bytes(doc.to_bytes()).text == doc.text
