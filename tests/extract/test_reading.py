from collections.abc import Callable, Iterator

import pytest
from spacy.tokens import Doc

from graphbuild.extract import alias_finders, extractors, mentions_of, read_parsed
from graphbuild.model import ORIGIN_KEY, Alias, Document, Origin, RelationMention

MakeDoc = Callable[[str], Doc]
DOCUMENT = Document("a.txt", "Tsai met Abe\n\nAbe met Tsai")


@pytest.fixture
def paragraphs(make_doc: MakeDoc) -> list[Doc]:
    """The two paragraphs of the document, parsed."""
    docs = []
    for first, second, offset in (("Tsai", "Abe", 0), ("Abe", "Tsai", 14)):
        doc = make_doc(f"{first} PROPN nsubj met PERSON\nmet/meet VERB ROOT\n{second} PROPN obj met PERSON")
        doc.user_data[ORIGIN_KEY] = Origin(DOCUMENT.id, DOCUMENT.text, offset)
        docs.append(doc)
    return docs


def test_reading_holds_what_all_paragraphs_say_in_order(paragraphs: list[Doc]) -> None:
    reading = read_parsed(DOCUMENT, iter(paragraphs), extractors=[extractors.get("verb.v1")], alias_finders=[])

    assert reading.document is DOCUMENT
    assert [mention.span.start for mention in reading.mentions] == [0, 9, 14, 22]
    assert [(found.subject.text, found.object.text) for found in reading.relations] == [("Tsai", "Abe"), ("Abe", "Tsai")]


def test_reading_points_into_the_document(paragraphs: list[Doc]) -> None:
    reading = read_parsed(DOCUMENT, paragraphs, extractors=[extractors.get(name) for name in extractors], alias_finders=[])

    for found in reading.relations:
        for part in (found.subject, found.predicate, found.object):
            assert DOCUMENT.text[part.span.start : part.span.end] == part.text


def test_reading_asks_only_the_extractors_given(paragraphs: list[Doc]) -> None:
    def extract_nothing(_doc: Doc) -> Iterator[RelationMention]:
        yield from ()

    def find_first(doc: Doc) -> Iterator[Alias]:
        first, *_, last = mentions_of(doc)
        yield Alias(first, last)

    reading = read_parsed(DOCUMENT, paragraphs, extractors=[extract_nothing], alias_finders=[find_first])

    assert reading.relations == ()
    assert [(alias.mention.text, alias.other.text) for alias in reading.aliases] == [("Tsai", "Abe"), ("Abe", "Tsai")]


def test_reading_of_no_paragraph_is_empty() -> None:
    reading = read_parsed(
        DOCUMENT,
        [],
        extractors=[extractors.get(name) for name in extractors],
        alias_finders=[alias_finders.get(name) for name in alias_finders],
    )

    assert (reading.mentions, reading.aliases, reading.relations) == ((), (), ())


def test_reading_takes_an_entry_of_a_bibliography_for_no_prose(make_doc: MakeDoc) -> None:
    doc = make_doc("""
        Ann      PROPN compound Lee PERSON
        Lee      PROPN dep met +
        ,        PUNCT punct met
        “        PUNCT punct met
        Abe      PROPN nsubj met PERSON
        met/meet VERB  ROOT
        Tsai     PROPN obj met PERSON
        ,        PUNCT punct met
        ”        PUNCT punct met
        2016     NUM   dep met
    """)

    reading = read_parsed(
        Document("-", doc.text), [doc], extractors=[extractors.get(name) for name in extractors], alias_finders=[]
    )

    assert [(found.subject.text, found.object.text) for found in reading.relations] == [("Ann Lee", "Abe met Tsai")]
