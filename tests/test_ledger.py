"""The ledger keeps every candidate until the graph is whole."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.ledger import Ledger, Spool
from graphbuild.model import Candidate, Mention, Predicate, Reason, RelationMention, Span


def candidate(document: str, start: int, reason: Reason = Reason.NO_RELATION) -> Candidate:
    one, two = (Mention(Span(document, at, at + 3), text, name=text) for at, text in ((start, "one"), (start + 8, "two")))
    predicate = Predicate("meet", "met", Span(document, start + 4, start + 7), "meet", "VERB")
    mention = RelationMention(Span(document, start, start + 11), one, predicate, two, "verb.v1")
    return Candidate(mention, "one met two", reason)


def place(candidate: Candidate) -> tuple[str, int]:
    return candidate.mention.sentence.document_id, candidate.mention.sentence.start


@given(
    chapters=st.dictionaries(
        st.tuples(st.sampled_from("abc"), st.integers(0, 3)),
        st.lists(st.builds(lambda at, reason: (at, reason), st.integers(0, 99), st.sampled_from(Reason)), max_size=5),
    ),
    seed=st.randoms(use_true_random=False),
)
def test_what_goes_in_comes_out_sorted_whatever_the_order(
    chapters: dict[tuple[str, int], list[tuple[int, Reason]]], seed: random.Random
) -> None:
    given_ = [
        (document, [candidate(document, 100 * chapter + at, reason) for at, reason in found])
        for (document, chapter), found in chapters.items()
    ]
    shuffled = [(document, seed.sample(found, len(found))) for document, found in seed.sample(given_, len(given_))]
    spool, other = Spool(), Spool()

    for document, found in given_:
        spool.add(document, found)
    for document, found in shuffled:
        other.add(document, found)

    assert sorted(map(repr, spool)) == sorted(repr(each) for _, found in given_ for each in found)
    assert list(map(place, spool)) == sorted(map(place, spool))
    assert list(other) == list(spool)


def test_ledger_settles_each_candidate_whenever_it_is_read() -> None:
    spool = Spool()
    spool.add("b", [candidate("b", 0)])
    spool.add("a", [candidate("a", 0)])
    ledger = Ledger(spool, lambda each: replace(each, detail="seen"))

    first, second = list(ledger), list(ledger)

    assert first == second
    assert [(place(each), each.detail) for each in first] == [(("a", 0), "seen"), (("b", 0), "seen")]


def test_candidates_can_be_added_after_some_were_read() -> None:
    spool = Spool()
    spool.add("b", [candidate("b", 0)])
    next(iter(spool))
    spool.add("a", [candidate("a", 0)])

    assert [place(each)[0] for each in spool] == ["a", "b"]
