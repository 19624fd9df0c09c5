import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.graph.merge import absorb_entity, canonical_entity, fullest, merge_documents, merge_entities
from graphbuild.model import Document, Entity, Iri

TAIWAN = Iri("https://w3id.org/graphbuild/id/taiwan")
Q865 = Iri("http://www.wikidata.org/entity/Q865")
NAMES = st.sampled_from(["Taiwan", "TAIWAN", "ROC", "Republic of China", ""])

descriptions = st.builds(
    Entity,
    iri=st.just(TAIWAN),
    type=st.sampled_from(["", "Country", "Place"]),
    label=NAMES,
    aliases=st.lists(NAMES).map(tuple),
    same_as=st.lists(st.just(Q865)).map(tuple),
)
documents = st.builds(
    Document,
    id=st.just("a.txt"),
    text=st.just(""),
    title=st.none() | NAMES,
    source=st.none() | NAMES,
    published=st.none() | st.sampled_from(["2016", "2016-08-16"]),
)


@given(descriptions, descriptions, descriptions)
def test_merging_entities_does_not_depend_on_order(first: Entity, second: Entity, third: Entity) -> None:
    assert merge_entities(first, second) == merge_entities(second, first)
    assert merge_entities(merge_entities(first, second), third) == merge_entities(first, merge_entities(second, third))


@given(descriptions)
def test_merging_an_entity_with_itself_changes_nothing(entity: Entity) -> None:
    canonical = canonical_entity(entity)

    assert merge_entities(entity, entity) == canonical
    assert merge_entities(canonical, canonical) == canonical


@given(documents, documents, documents)
def test_merging_documents_does_not_depend_on_order(first: Document, second: Document, third: Document) -> None:
    assert merge_documents(first, second) == merge_documents(second, first)
    assert merge_documents(merge_documents(first, second), third) == merge_documents(first, merge_documents(second, third))


def test_merged_entity_keeps_every_name() -> None:
    merged = merge_entities(
        Entity(TAIWAN, "", "ROC", ("Formosa",)), Entity(TAIWAN, "Country", "Republic of China", ("ROC",), (Q865,))
    )

    assert merged == Entity(TAIWAN, "Country", "Republic of China", ("Formosa", "ROC"), (Q865,))


def test_absorbing_entity_keeps_its_label_and_type() -> None:
    known = Entity(TAIWAN, "Country", "Taiwan", ("ROC",))
    other = Entity(TAIWAN, "Place", "The island of Taiwan", ("Formosa",), (Q865,))

    assert absorb_entity(known, other) == Entity(TAIWAN, "Country", "Taiwan", ("Formosa", "ROC", "The island of Taiwan"), (Q865,))


def test_merged_document_has_what_either_knows_and_no_text() -> None:
    merged = merge_documents(Document("a.txt", "text", title="Ties"), Document("a.txt", "text", published="2016-08-16"))

    assert merged == Document("a.txt", "", title="Ties", published="2016-08-16")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(("Abe", "Shinzo Abe"), "Shinzo Abe", id="the longer"),
        pytest.param(("TAIWAN", "Taiwan"), "Taiwan", id="small letters rather than a headline's capitals"),
        pytest.param(("Societe", "Société"), "Société", id="accents rather than none"),
    ],
)
def test_fullest_name_is(names: tuple[str, ...], expected: str) -> None:
    assert fullest(*names) == fullest(*reversed(names)) == expected
