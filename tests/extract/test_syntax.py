from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract import syntax

MakeDoc = Callable[[str], Doc]

JAPAN_AND_KOREA = """
    spoke/speak VERB  ROOT
    with        ADP   case Japan
    Japan       PROPN obl  spoke
    and         CCONJ cc   Korea
    Korea       PROPN conj Japan
"""
JAPAN_AND_KOREA_CLEAR = """
    spoke/speak VERB  ROOT
    with        ADP   prep spoke
    Japan       PROPN pobj with
    and         CCONJ cc   Japan
    Korea       PROPN conj Japan
"""
TO_JAPAN_AND_TO_KOREA_CLEAR = """
    flew/fly    VERB  ROOT
    to          ADP   prep flew
    Japan       PROPN pobj to
    and         CCONJ cc   to
    from        ADP   conj to
    Korea       PROPN pobj from
"""
BECAUSE_OF = """
    left/leave  VERB  ROOT
    because     ADP   case Japan
    of          ADP   fixed because
    Japan       PROPN obl  left
"""
FROM_BEHIND_CLEAR = """
    spoke/speak VERB  ROOT
    from        ADP   prep spoke
    behind      ADP   prep from
    Japan       PROPN pobj behind
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(JAPAN_AND_KOREA, ["with Japan", "with Korea"], id="coordinated nouns share theirs (UD)"),
        pytest.param(JAPAN_AND_KOREA_CLEAR, ["with Japan", "with Korea"], id="coordinated nouns share theirs (CLEAR)"),
        pytest.param(TO_JAPAN_AND_TO_KOREA_CLEAR, ["to Japan", "from Korea"], id="coordinated prepositions (CLEAR)"),
        pytest.param(BECAUSE_OF, ["because of Japan"], id="a preposition of two words (UD)"),
        pytest.param(FROM_BEHIND_CLEAR, ["from behind Japan"], id="a preposition under a preposition (CLEAR)"),
        pytest.param("left/leave VERB ROOT\ntoday NOUN obl:npmod left", [], id="an adverbial without a preposition"),
    ],
)
def test_obliques_are_nouns_under_their_prepositions(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    phrases = syntax.obliques(make_doc(table)[0])

    assert [f"{phrase.preposition} {phrase.noun.text}" for phrase in phrases] == expected


@pytest.mark.parametrize(
    ("table", "word", "expected"),
    [
        pytest.param(JAPAN_AND_KOREA, 4, "with", id="a second conjunct's is the first one's (UD)"),
        pytest.param(JAPAN_AND_KOREA_CLEAR, 4, "with", id="a second conjunct's is the first one's (CLEAR)"),
        pytest.param(BECAUSE_OF, 3, "because of", id="both words (UD)"),
        pytest.param("Japan PROPN nmod:poss ships\n's PART case Japan\nships NOUN ROOT", 0, "", id="a possessive clitic is none"),
        pytest.param("Japan PROPN ROOT", 0, "", id="no word is none"),
    ],
)
def test_preposition_of_a_noun_is_found(make_doc: MakeDoc, table: str, word: int, expected: str) -> None:
    assert syntax.preposition_of(make_doc(table)[word]) == expected


def test_children_are_those_of_the_doc_in_order(make_doc: MakeDoc) -> None:
    doc = make_doc(
        """
        Yesterday ADV   advmod signed
        Japan     PROPN nsubj  signed
        signed    VERB  ROOT
        treaties  NOUN  obj    signed
        .         PUNCT punct  signed
        """
    )

    for token in doc:
        assert syntax.all_children(token) == tuple(token.children)
        assert syntax.sentence_of(token) == token.sent
    assert syntax.children(doc[2], {"obj", "nsubj"}) == [doc[1], doc[3]]
    assert [syntax.has_child(token, {"obj", "iobj"}) for token in doc] == [False, False, True, False, False]


def test_conjuncts_are_found_in_chains_and_in_rows(make_doc: MakeDoc) -> None:
    doc = make_doc("a NOUN ROOT\nb NOUN conj a\nc NOUN conj b\nd NOUN conj a")

    assert [token.text for token in syntax.conjuncts(doc[0])] == ["a", "b", "c", "d"]
    assert {syntax.head_of_coordination(token).text for token in doc} == {"a"}


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "Abe PROPN nsubj minister\nis/be AUX cop minister\nminister NOUN ROOT", {2: ["minister"]}, id="its head (UD)"
        ),
        pytest.param("Abe PROPN nsubj is\nis/be AUX ROOT\nminister NOUN attr is", {1: ["minister"]}, id="its complement (CLEAR)"),
        pytest.param("Abe PROPN nsubj was\nwas/be AUX ROOT\nill ADJ acomp was", {1: ["ill"]}, id="its adjective (CLEAR)"),
        pytest.param("Abe PROPN nsubj seems\nseems/seem VERB ROOT\nill ADJ acomp seems", {}, id="only of be"),
        pytest.param("Abe PROPN nsubj met\nmet/meet VERB ROOT", {}, id="of no other verb"),
    ],
)
def test_predicates_of_a_copula_are_found(make_doc: MakeDoc, table: str, expected: dict[int, list[str]]) -> None:
    doc = make_doc(table)

    found = {token.i: [predicate.text for predicate in syntax.predicates_of(token)] for token in doc}

    assert {index: words for index, words in found.items() if words} == expected


@pytest.mark.parametrize(
    ("table", "is_passive"),
    [
        pytest.param("was/be AUX aux:pass seen\nseen/see VERB ROOT", True, id="by its auxiliary (UD)"),
        pytest.param("was/be AUX auxpass seen\nseen/see VERB ROOT", True, id="by its auxiliary (CLEAR)"),
        pytest.param("Abe PROPN nsubj:pass seen\nseen/see VERB ROOT", True, id="by its subject (UD)"),
        pytest.param("Abe PROPN nsubjpass seen\nseen/see VERB ROOT", True, id="by its subject (CLEAR)"),
        pytest.param("had/have AUX aux seen\nseen/see VERB ROOT", False, id="a perfect is active"),
    ],
)
def test_passive_is_known_under_either_scheme(make_doc: MakeDoc, table: str, *, is_passive: bool) -> None:
    assert syntax.is_passive(make_doc(table)[-1]) is is_passive


@pytest.mark.parametrize(
    ("row", "is_relative"),
    [
        pytest.param("who PRON ROOT", True, id="who"),
        pytest.param("that DET ROOT", True, id="that as a determiner"),
        pytest.param("that SCONJ ROOT", True, id="that as a conjunction"),
        pytest.param("Which PRON ROOT", True, id="which with a capital"),
        pytest.param("he PRON ROOT", False, id="he"),
        pytest.param("WHO PROPN ROOT", False, id="the World Health Organization"),
    ],
)
def test_relative_pronoun_is_told_from_others(make_doc: MakeDoc, row: str, *, is_relative: bool) -> None:
    assert syntax.is_relative_pronoun(make_doc(row)[0]) is is_relative
