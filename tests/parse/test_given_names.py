import pytest
from spacy.language import Language

from graphbuild.parse.given_names import join_given_names


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("President Tsai Ing-wen won", "Ing-wen", id="Ing-wen"),
        pytest.param("Moon Jae-in won", "Jae-in", id="Jae-in"),
        pytest.param("Lin Jia-long.", "Jia-long", id="before a full stop"),
    ],
)
def test_given_name_with_a_hyphen_is_one_word(blank: Language, text: str, word: str) -> None:
    doc = join_given_names(blank.make_doc(text))

    assert word in [token.text for token in doc]
    assert doc.text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the Tokyo-led bloc", id="a participle"),
        pytest.param("the Paris-based club", id="another participle"),
        pytest.param("a China-wide vote", id="a compound"),
        pytest.param("Taiwan-Japan ties", id="two names"),
        pytest.param("U.S.-led", id="an acronym"),
        pytest.param("well-known", id="no capital"),
        pytest.param("Ing-wen-style", id="a longer compound"),
        pytest.param("", id="nothing"),
    ],
)
def test_compound_is_no_given_name(blank: Language, text: str) -> None:
    words = [token.text for token in blank.make_doc(text)]

    assert [token.text for token in join_given_names(blank.make_doc(text))] == words
