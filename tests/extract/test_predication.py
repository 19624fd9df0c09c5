from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.predication import Role, predications

ROLES = [
    pytest.param("left VERB ROOT\nin ADP case 2005\n2005 NUM obl left", {"2005": Role.TIME}, id="a year"),
    pytest.param(
        "left VERB ROOT\nin ADP case the1980s\nthe1980s NOUN obl left Date", {"the1980s": Role.TIME}, id="a date by its label"
    ),
    pytest.param("left VERB ROOT\nin ADP case Tokyo\nTokyo PROPN obl left Place", {"Tokyo": Role.PLACE}, id="a place"),
    pytest.param("left VERB ROOT\nwith ADP case Abe\nAbe PROPN obl left Person", {"Abe": Role.OBLIQUE}, id="company"),
    pytest.param("left VERB ROOT\nquietly ADV advmod left", {"quietly": Role.MANNER}, id="manner"),
    pytest.param("however ADV advmod left\nleft VERB ROOT", {}, id="a connective says nothing"),
    pytest.param("left VERB ROOT\nto PART mark win\nwin VERB advcl left", {"win": Role.PURPOSE}, id="purpose"),
    pytest.param("left VERB ROOT\nif SCONJ mark win\nwin VERB advcl left", {"win": Role.CONDITION}, id="condition"),
    pytest.param("left VERB ROOT\nwhen ADV advmod won\nwon VERB advcl left", {"won": Role.TIME}, id="a clause of time"),
    pytest.param("left VERB ROOT\nbecause SCONJ mark won\nwon VERB advcl left", {"won": Role.CIRCUMSTANCE}, id="a reason"),
    pytest.param("left VERB ROOT\nsinging VERB advcl left", {}, id="a bare participle speaks for itself"),
    pytest.param(
        "gave VERB ROOT\nher PRON iobj gave\ntea NOUN obj gave", {"her": Role.RECIPIENT, "tea": Role.OBJECT}, id="objects"
    ),
    pytest.param("said VERB ROOT\nwon VERB ccomp said", {"won": Role.COMPLEMENT}, id="what is said"),
    pytest.param("became VERB ROOT\nking NOUN xcomp became", {"king": Role.ATTRIBUTE}, id="what something becomes"),
    pytest.param("is AUX cop king\nking NOUN ROOT", {"king": Role.ATTRIBUTE}, id="what something is"),
]


@pytest.mark.parametrize(("table", "expected"), ROLES)
def test_argument_has_its_role(make_doc: Callable[[str], Doc], table: str, expected: dict[str, Role]) -> None:
    first, *_ = predications(make_doc(table))

    assert {argument.head.text: argument.role for argument in first.arguments} == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "had/have AUX aux left\nnot PART advmod left\nslowly ADV advmod left\nleft VERB ROOT",
            "had not slowly left",
            id="auxiliaries",
        ),
        pytest.param("tried VERB ROOT\nto PART mark win\nwin VERB xcomp tried", "tried to win", id="a chain of verbs"),
        pytest.param("stood VERB ROOT\nup ADP compound:prt stood", "stood up", id="a particle"),
        pytest.param("was AUX cop able\nable ADJ ROOT\nto PART mark win\nwin VERB xcomp able", "was able to win", id="able to"),
        pytest.param("is AUX cop king\nnow ADV advmod king\nking NOUN ROOT", "is now", id="a copula without its attribute"),
    ],
)
def test_predicate_has_its_words(make_doc: Callable[[str], Doc], table: str, expected: str) -> None:
    (predication,) = predications(make_doc(table))

    assert " ".join(word.text for word in predication.words) == expected


def test_verb_behind_what_is_said_has_it_as_its_complement(make_doc: Callable[[str], Doc]) -> None:
    doc = make_doc("China PROPN nsubj won\nwon/win VERB ROOT\nAbe PROPN nsubj said\nsaid/say VERB parataxis won")

    said = next(each for each in predications(doc) if each.head.text == "said")

    assert [(argument.role, argument.head.text) for argument in said.arguments] == [(Role.COMPLEMENT, "won")]
