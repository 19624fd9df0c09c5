from collections.abc import Callable, Sequence

import numpy as np
import pytest
from spacy.tokens import Doc

from graphbuild.classify.reader import RelationReader
from graphbuild.learn import pairs as module
from graphbuild.learn.examples import Example, Fact, Range, Remark
from graphbuild.learn.pairs import PairReader, Pairs

TEXT = "Ann met Bo and Cy ."
PARSE = "Ann/PROPN/nsubj/1/Person met/VERB/ROOT/1 Bo/PROPN/obj/1/Person and/CCONJ/cc/4 Cy/PROPN/conj/2/Person ./PUNCT/punct/1"
Read = Callable[..., tuple[Pairs, list[str]]]


@pytest.fixture
def read(network_reader: RelationReader, make_doc: Callable[..., Doc]) -> Read:
    """A function from facts of the text, as "subject relation object", to its pairs and what is said against them."""

    def read_facts(*facts: str, copies: int = 1) -> tuple[Pairs, list[str]]:
        reader, remarks = PairReader(network_reader, frozenset({"metWith"})), []
        example = Example(TEXT, (1,), tuple(_fact(number, fact) for number, fact in enumerate(facts, start=1)))
        for number in range(copies):
            found = list(reader.add(number, example, [make_doc(PARSE, document=TEXT)]))
            remarks += [f"{each.line}: {each.text}" for each in found if isinstance(each, Remark)]
        return reader.pairs(), remarks

    return read_facts


def _fact(line: int, words: str) -> Fact:
    subject, relation, obj = words.split()
    places = tuple(Range(TEXT.index(side), TEXT.index(side) + len(side)) for side in (subject, obj))
    return Fact(line, None if relation == "-" else relation, ((places[0], places[1]),))


def told(pairs: Pairs) -> dict[str, Sequence[str]]:
    """Return the relations of each pair."""
    spans = [(pair.subject, pair.object, sorted(pair.expected)) for pair in pairs.pairs]
    return {f"{TEXT[s.start : s.end]} {TEXT[o.start : o.end]}": expected for s, o, expected in spans}


def test_all_other_pairs_of_mentions_are_examples_of_no_relation(read: Read) -> None:
    pairs, remarks = read("Ann hired Bo")

    assert remarks == []
    assert told(pairs) == {"Ann Bo": ["hired"], "Bo Ann": [], "Ann Cy": [], "Cy Ann": [], "Bo Cy": [], "Cy Bo": []}
    assert pairs.expected(["hired", "left"]).sum() == 1
    assert len(pairs.features) == 6


def test_symmetric_relation_holds_in_both_directions(read: Read) -> None:
    pairs, _ = read("Ann metWith Bo")

    assert [pair for pair, relations in told(pairs).items() if relations] == ["Ann Bo", "Bo Ann"]


def test_turned_pair_is_known_by_its_number(read: Read) -> None:
    pairs, _ = read("Ann metWith Bo", copies=2)

    turned = [pairs.pairs[number] for number in pairs.turned.tolist()]

    assert [(pair.example, pair.object, pair.subject) for pair in turned] == [
        (pair.example, pair.subject, pair.object) for pair in pairs.pairs
    ]


def test_side_that_no_build_finds_is_read_and_known_for_it(read: Read) -> None:
    pairs, _ = read("Ann saw met")

    assert {TEXT[pair.object.start : pair.object.end] for pair in pairs.pairs if not pair.is_found} >= {"met"}
    assert told(pairs)["Ann met"] == ["saw"]


@pytest.mark.parametrize(
    ("facts", "remark"),
    [
        pytest.param(["Ann hired Bo", "Ann hired Bo"], "2: says what line 1 says", id="twice"),
        pytest.param(["Ann hired Bo", "Ann - Bo"], "2: line 1 says the opposite of the same pair", id="and not"),
        pytest.param(["Ann hired Bo", "Ann left Bo"], None, id="two relations"),
        pytest.param(["Ann hired Bo", "Bo - Ann"], None, id="one direction only"),
    ],
)
def test_facts_of_one_pair_may_not_contradict(read: Read, facts: list[str], remark: str | None) -> None:
    assert read(*facts)[1] == ([] if remark is None else [remark])


def test_other_words_for_the_same_two_things_are_no_example_of_anything(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def names(subject: object, obj: object) -> tuple[str, str]:
        called = [str(getattr(side, "mention").name) for side in (subject, obj)]  # noqa: B009 - of any object
        return tuple("Bo" if name == "Cy" else name for name in called)  # type: ignore[return-value]

    monkeypatch.setattr(module, "_names", names)

    assert told(read("Ann hired Bo")[0]).keys() == {"Ann Bo", "Bo Ann", "Bo Cy", "Cy Bo"}


def test_of_very_many_pairs_those_in_no_relation_are_sampled(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAIRS", 60)

    pairs, _ = read("Ann hired Bo", copies=20)

    assert 40 < len(pairs.pairs) < 90
    assert int(pairs.expected(["hired"]).sum()) == 20
    assert np.array_equal(pairs.turned[pairs.turned], np.arange(len(pairs.pairs)))


def test_nothing_read_is_no_pair(network_reader: RelationReader) -> None:
    assert PairReader(network_reader, frozenset()).pairs().pairs == ()
