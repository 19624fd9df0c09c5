from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from graphbuild.openie import read_tuples

LABELS = [
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "nmod:poss",
    "appos",
    "acl",
    "acl:relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "conj",
    "cop",
    "case",
]
PARTS = ["NOUN VBD", "VERB VBD", "PROPN NNP", "PRON WP", "ADJ JJ", "AUX VBZ", "ADP IN"]


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Any tree over a few words, however little sense it makes; each word hangs on an earlier one, so that there is no cycle."""
    lines = []
    for number in range(1, draw(st.integers(1, 8)) + 1):
        pos, tag = draw(st.sampled_from(PARTS)).split()
        label = "ROOT" if number == 1 else f"{draw(st.sampled_from(LABELS))} {draw(st.integers(1, number - 1))}"
        lines.append(f"{draw(st.sampled_from(['that', 'Abe', 'not', 'is/be', 'said/say', ',']))} {tag} {pos} {label}")
    return "\n".join(lines)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(table=tables())
def test_any_parse_gives_tuples_of_its_words_and_none_twice(make_doc: Callable[[str], Doc], table: str) -> None:
    doc = make_doc(table)

    found = list(read_tuples(doc))

    words = {token.text for token in doc} | {"be", "has"}
    assert len({(each.relation, each.arguments) for each in found}) == len(found)
    assert {word for each in found for phrase in (each.relation, *each.arguments) for word in phrase.split()} <= words
    assert all(0 < each.confidence < 1 and each.arguments and each.relation for each in found)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        pytest.param("in IN ADP case 4 | 2005 CD NUM obl 2", "in 2005", id="a year"),
        pytest.param("last JJ ADJ amod 4 | week NN NOUN obl:unmarked 2", "last week", id="a noun of time"),
        pytest.param("in IN ADP case 4 | Tokyo NNP PROPN obl 2", "", id="a place is no time"),
    ],
)
def test_time_is_told(make_doc: Callable[[str], Doc], time: str, expected: str) -> None:
    doc = make_doc("Abe NNP PROPN nsubj 2\nleft/leave VBD VERB ROOT\n" + time.replace("|", "\n"))

    (found,) = read_tuples(doc)

    assert found.time == expected


def test_text_is_written_as_it_stands(make_doc: Callable[[str], Doc]) -> None:
    like = make_doc("Abe NNP PROPN nmod:poss 3\n's POS PART case 1\nship NN NOUN nsubj 4\nsank/sink VBD VERB ROOT")
    doc = Doc(
        like.vocab,
        words=[token.text for token in like],
        spaces=[False, True, True, False],
        pos=[token.pos_ for token in like],
        tags=[token.tag_ for token in like],
        deps=[token.dep_ for token in like],
        heads=[token.head.i for token in like],
    )

    found = [each.arguments for each in read_tuples(doc)]

    assert found == [("Abe", "ship"), ("Abe's ship",)]


def test_long_list_is_read_as_one(make_doc: Callable[[str], Doc]) -> None:
    members = "\n".join(f"x{number} NN NOUN conj 1" for number in range(500))
    objects = members.replace("conj 1", "conj 503")
    doc = make_doc(f"a NN NOUN nsubj 502\n{members}\nmeet VB VERB ROOT\nb NN NOUN obj 502\n{objects}")

    found = list(read_tuples(doc))

    assert len(found) == 1
