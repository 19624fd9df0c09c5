from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Bryson NNP PROPN nsubj 6
            , , PUNCT punct 4
            an DT DET det 4
            author NN NOUN appos 1
            , , PUNCT punct 4
            left VBD VERB ROOT
            """,
            ["be | Bryson | an author", "left | Bryson"],
            id="an apposition says what its noun is",
        ),
        pytest.param(
            """
            author NN NOUN nsubj 4
            Bill NNP PROPN appos 1
            Bryson NNP PROPN flat 2
            left VBD VERB ROOT
            """,
            ["be | Bill Bryson | author", "left | author Bill Bryson"],
            id="a name behind its description stays with it and is told to be it",
        ),
        pytest.param(
            """
            Abe NNP PROPN nmod:poss 3
            's POS PART case 1
            talks NNS NOUN nsubj 6
            with IN ADP case 5
            Tsai NNP PROPN nmod 3
            ended VBD VERB ROOT
            """,
            ["has | Abe | talks with Tsai", "be with | Abe 's talks | Tsai", "ended | Abe 's talks with Tsai"],
            id="a possessor has, and a preposition relates",
        ),
        pytest.param(
            """
            his PRP$ PRON nmod:poss 2
            house NN NOUN ROOT
            """,
            [],
            id="a possessive pronoun tells nothing by itself",
        ),
        pytest.param(
            """
            the DT DET det 2
            end NN NOUN ROOT
            of IN ADP case 4
            rain NN NOUN nmod 2
            """,
            [],
            id="of can mean anything",
        ),
    ],
)
def test_noun_phrase_is_read(read: Callable[[str], list[str]], table: str, expected: list[str]) -> None:
    found = read(table)

    assert found == expected
