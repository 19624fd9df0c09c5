from collections.abc import Iterator

from spacy.tokens import Doc

from benchmarks.rules import Fires, count_fires, prose
from graphbuild.extract import alias_finders, extractors
from graphbuild.model import Document, RelationMention, Span


def test_rules_are_ranked_by_their_sentences_however_much_they_read_in_one() -> None:
    fires = Fires()
    for start in (0, 0, 0):
        fires.add("often.v1", Span("d", start, start + 5))
    for start in (0, 9):
        fires.add("wide.v1", Span("d", start, start + 5))

    assert fires.ranked(["never.v1", "often.v1", "wide.v1"]) == [("wide.v1", 2, 2), ("often.v1", 1, 3), ("never.v1", 0, 0)]


def test_sentences_are_counted_for_extractors_and_finders() -> None:
    text = "The Liberal Democratic Party (LDP) supports Japan. Peru supports Chile."

    fires = count_fires(
        [Document("d", text)], {"verb.v1": extractors.get("verb.v1")}, {"acronym.v1": alias_finders.get("acronym.v1")}
    )

    assert {text[span.start : span.end] for span in fires.sentences["acronym.v1"]} == {text[:50]}
    assert {text[span.start : span.end] for span in fires.sentences["verb.v1"]} == {text[:50], text[51:]}


def test_an_extractor_that_reads_nothing_has_no_sentence() -> None:
    def read_nothing(_doc: Doc) -> Iterator[RelationMention]:
        yield from ()

    assert count_fires([Document("d", "Peru supports Chile.")], {"silent.v1": read_nothing}, {}).ranked(["silent.v1"]) == [
        ("silent.v1", 0, 0)
    ]


def test_words_are_written_as_in_a_text() -> None:
    assert prose(["Peru", "'s", "ally", "(", "Chile", ")", ",", "too"]) == "Peru's ally (Chile), too"
