"""From what a document says in words to statements with their evidence."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graphbuild.model import (
    Entity,
    Evidence,
    Factuality,
    Iri,
    Namespace,
    Reading,
    Reason,
    RelationMention,
    Statement,
    digest,
)
from graphbuild.normalize import NormalizedDocument, Normalizer
from graphbuild.normalize.votes import agreed_types
from graphbuild.ontology import Ontology, load_ontology

Make = Callable[..., Any]
Normalize = Callable[..., NormalizedDocument]
GB = "https://w3id.org/graphbuild/ontology#"
ID = "https://w3id.org/graphbuild/id/"


@pytest.fixture
def normalize(ontology: Ontology) -> Normalize:
    """Normalize relation mentions of one article."""

    def run(article: Any, *relations: RelationMention, **more: Any) -> NormalizedDocument:
        mentions = [mention for relation in relations for mention in (relation.subject, relation.object)]
        return Normalizer(ontology)(article.reading(*mentions, relations=relations, **more))

    return run


def only(normalized: NormalizedDocument) -> Statement:
    (statement,) = normalized.statements
    return statement


def evidence_of(normalized: NormalizedDocument) -> Evidence:
    (evidence,) = only(normalized).evidence
    return evidence


def test_statement_is_about_the_things_that_the_words_mean(article: Make, normalize: Normalize) -> None:
    text = article("Taiwan resisted China.")

    normalized = normalize(text, text.says(text.name("Taiwan"), "resisted", text.name("China"), lemma="resist"))

    statement = only(normalized)
    assert (statement.subject, statement.predicate, statement.object) == (f"{ID}taiwan", f"{GB}opposes", f"{ID}china")
    assert statement.factuality is Factuality.ASSERTED
    assert not statement.is_open
    assert [entity.label for entity in normalized.entities] == ["China", "Taiwan"]
    assert normalized.document == text.document


@pytest.mark.parametrize("factuality", list(Factuality))
def test_id_depends_on_the_fact_alone(factuality: Factuality, article: Make, normalize: Normalize) -> None:
    text, other = article("Taiwan resisted China."), article("Formosa resists China!", id="b.txt")

    first, second = (
        normalize(one, one.says(one.name(who), verb, one.name("China"), lemma="resist", more={"factuality": factuality}))
        for one, who, verb in ((text, "Taiwan", "resisted"), (other, "Formosa", "resists"))
    )

    assert only(first).id == only(second).id == digest(f"{ID}taiwan", f"{GB}opposes", f"{ID}china", factuality)


def test_evidence_is_the_exact_words(article: Make, normalize: Normalize) -> None:
    text = article("In 2016, Taiwan — so they say — stood up to China.")
    relation = text.says(
        text.name("Taiwan"),
        "stood up",
        text.name("China"),
        lemma="stand",
        particle="up",
        preposition="to",
        more={"time": text.quote("2016", "2016")},
    )

    evidence = evidence_of(normalize(text, relation))

    whole = text.document.text
    assert evidence.phrase == "stand up to"
    assert evidence.time is not None
    assert evidence.time.value == "2016"
    for quotation in (evidence.sentence, evidence.subject, evidence.object, evidence.trigger, evidence.time.quotation):
        assert whole[quotation.span.start : quotation.span.end] == quotation.text
    assert (evidence.subject.text, evidence.trigger.text, evidence.object.text) == ("Taiwan", "stood up", "China")


@pytest.mark.parametrize(
    ("subject", "obj", "is_reversed"),
    [
        pytest.param("Japan", "Taiwan", False, id="in order"),
        pytest.param("Taiwan", "Japan", True, id="the other way round"),
    ],
)
def test_symmetric_statement_is_one_whoever_is_named_first(
    subject: str, obj: str, *, is_reversed: bool, article: Make, normalize: Normalize
) -> None:
    text = article(f"{subject} met {obj}.")

    normalized = normalize(text, text.says(text.name(subject), "met", text.name(obj), lemma="meet"))

    statement, evidence = only(normalized), evidence_of(normalized)
    assert (statement.subject, statement.object) == (f"{ID}japan", f"{ID}taiwan")
    assert (evidence.subject.text, evidence.object.text) == ("Japan", "Taiwan")
    assert evidence.is_reversed is is_reversed


def test_inverse_phrase_gives_the_relation_from_its_own_side(article: Make, normalize: Normalize) -> None:
    text = article("The Rural Association employed Chen Chu.")
    employer, employee = text.name("Rural Association", "Organization"), text.name("Chen Chu", "Person")

    normalized = normalize(text, text.says(employer, "employed", employee, lemma="employ"))

    statement, evidence = only(normalized), evidence_of(normalized)
    assert (statement.subject, statement.predicate) == (f"{ID}chen-chu", f"{GB}affiliatedWith")
    assert (evidence.subject.text, evidence.object.text) == ("Chen Chu", "Rural Association")
    assert not evidence.is_reversed


def test_title_is_a_role(article: Make, normalize: Normalize) -> None:
    text = article("Taiwanese President Chen Chu left.")
    role = text.role("President", "president", "Taiwanese")

    normalized = normalize(text, text.says(text.name("Chen Chu", "Person"), "President", role, lemma="president", pos="TITLE"))

    assert only(normalized).predicate == f"{GB}holdsRole"
    assert Entity(Namespace().entity("president-of-taiwan"), "Role", "President of Taiwan") in normalized.entities


@pytest.mark.parametrize(
    ("speaker", "expected", "is_plain"),
    [
        pytest.param(lambda text: text.name("Tokyo"), ("Government of Japan", f"{ID}government-of-japan"), False, id="an actor"),
        pytest.param(
            lambda text: text.description("critics", "critic"), ("critics", f"{ID}critics"), False, id="people without a name"
        ),
        pytest.param(lambda text: text.pronoun("critics"), ("critics", None), False, id="somebody who is not known"),
        pytest.param(lambda text: text.quote("CRNTT, 2015"), ("CRNTT, 2015", None), True, id="a cited publication"),
    ],
)
def test_statement_is_attributed_to_who_says_it(
    speaker: Callable[[Any], Any], expected: tuple[str, str | None], *, is_plain: bool, article: Make, normalize: Normalize
) -> None:
    text = article("Tokyo and critics said that Taiwan resisted China (CRNTT, 2015).")
    relation = text.says(
        text.name("Taiwan"), "resisted", text.name("China"), lemma="resist", more={"attributed_to": (speaker(text),)}
    )

    normalized = normalize(text, relation)

    (attribution,) = evidence_of(normalized).attributed_to
    assert (attribution.label, attribution.iri) == expected
    assert text.document.text[attribution.quotation.span.start : attribution.quotation.span.end] == attribution.quotation.text
    assert only(normalized).is_plain is is_plain
    assert attribution.iri is None or attribution.iri in {entity.iri for entity in normalized.entities}


def test_phrase_of_no_relation_stays_an_open_edge_between_named_actors(article: Make, normalize: Normalize) -> None:
    text = article("Taiwan outwitted China.")

    normalized = normalize(text, text.says(text.name("Taiwan"), "outwitted", text.name("China"), lemma="outwit"))

    statement = only(normalized)
    assert (statement.predicate, statement.phrase) == (f"{GB}relatedTo", "outwit")
    assert statement.is_open
    assert statement.id == digest(f"{ID}taiwan", "outwit", f"{ID}china", Factuality.ASSERTED)
    assert statement.confidence < 1


@pytest.mark.parametrize(
    "relation_of",
    [
        pytest.param(lambda t: t.says(t.name("Taiwan"), "had", t.name("China"), lemma="have"), id="a verb without content"),
        pytest.param(lambda t: t.says(t.name("Taiwan"), "rival", t.name("China"), lemma="rival", pos="NOUN"), id="no verb"),
        pytest.param(
            lambda t: t.says(
                t.description("Taiwanese officials", "official", "Taiwanese"), "outwitted", t.name("China"), lemma="outwit"
            ),
            id="a description",
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "outwitted", t.name("Sea Agreement", "Agreement"), lemma="outwit"),
            id="what acts not",
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "outwitted", t.name("China"), lemma="outwit", modifiers=("each other",)),
            id="together",
        ),
        pytest.param(
            lambda t: t.says(t.description("handling", "handling", "Taiwan"), "outwitted", t.name("China"), lemma="outwit"),
            id="a metonym",
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "outwitted", t.description("hopes", "hope"), lemma="outwit"), id="no thing"
        ),
    ],
)
def test_other_phrases_of_no_relation_are_dropped(
    relation_of: Callable[[Any], RelationMention], article: Make, normalize: Normalize
) -> None:
    text = article("Taiwan and Taiwanese officials had a rival in the handling: China, with the Sea Agreement, outwitted hopes.")

    normalized = normalize(text, relation_of(text))

    (candidate,) = normalized.candidates
    assert (normalized.entities, normalized.statements) == ((), ())
    assert candidate.reason in {Reason.NO_RELATION, Reason.NO_THING}


@pytest.mark.parametrize(
    ("subject", "obj"),
    [
        pytest.param("Japan", "Japan", id="a thing and itself"),
        pytest.param("Taiwan", "Formosa", id="two names of a thing"),
        pytest.param("Japan", "Tokyo", id="a country and its government"),
        pytest.param("Tokyo", "Japan", id="a government and its country"),
    ],
)
def test_nothing_is_said_of_a_thing_and_itself(subject: str, obj: str, article: Make, normalize: Normalize) -> None:
    text = article("Taiwan, Formosa, Japan and Tokyo supported it.")

    assert normalize(text, text.says(text.name(subject), "supported", text.name(obj), lemma="support")).statements == ()


def test_place_preposition_means_the_city_and_any_other_its_government(article: Make, normalize: Normalize) -> None:
    text = article("China supports Tokyo. China traveled to Tokyo.")
    china, tokyo = text.name("China"), text.name("Tokyo")

    supported = normalize(text, text.says(china, "supports", tokyo, lemma="support"))
    visited = normalize(text, text.says(china, "traveled", tokyo, lemma="travel", preposition="to"))

    assert only(supported).object == f"{ID}government-of-japan"
    assert only(visited).object == f"{ID}tokyo"


def test_city_that_somebody_left_is_no_government(article: Make, bundled: Ontology) -> None:
    text = article("Kono left Tokyo. Kono criticized Tokyo.")
    kono, tokyo = text.name("Kono", "Person"), text.name("Tokyo", "City")

    left = Normalizer(bundled)(text.reading(kono, tokyo, relations=(text.says(kono, "left", tokyo, lemma="leave"),)))
    criticized = Normalizer(bundled)(
        text.reading(kono, tokyo, relations=(text.says(kono, "criticized", tokyo, lemma="criticize"),))
    )

    assert [statement.predicate.local_name for statement in left.statements] == []
    assert only(criticized).object == f"{ID}government-of-japan"


@pytest.mark.parametrize("confidence", [0.0, 0.333333, 1.0])
@pytest.mark.parametrize("lemma", ["support", "outwit"])
def test_confidence_of_a_user_s_extractor_is_no_greater_than_its_own(
    confidence: float, lemma: str, article: Make, normalize: Normalize
) -> None:
    text = article("Taiwan did it to China.")
    more = {"confidence": confidence, "extractor": "mine.v1"}
    relation = text.says(text.name("Taiwan"), "did", text.name("China"), lemma=lemma, more=more)

    assert 0 <= evidence_of(normalize(text, relation)).confidence <= round(confidence, 4)


def test_affair_of_a_country_is_less_sure_than_its_name(article: Make, normalize: Normalize) -> None:
    text = article("China supports Japan and the handling.")
    named, affair = text.name("Japan"), text.description("handling", "handling", "Japan")

    sure, less = (
        evidence_of(normalize(text, text.says(text.name("China"), "supports", obj, lemma="support"))) for obj in (named, affair)
    )

    assert less.confidence < sure.confidence


def test_fact_is_read_once_from_a_sentence_by_its_surest_reading(article: Make, normalize: Normalize) -> None:
    text = article("Taiwan resisted China.")
    relation = text.says(text.name("Taiwan"), "resisted", text.name("China"), lemma="resist", more={"confidence": 0.5})
    surer = replace(relation, extractor="other.v1", confidence=0.9)

    forth, back = normalize(text, relation, surer), normalize(text, surer, relation)

    assert evidence_of(forth).extractor == "other.v1"
    assert (forth.statements, forth.entities) == (back.statements, back.entities)
    assert [candidate.reason for candidate in forth.candidates] == [Reason.SAID_BETTER, Reason.FITS]


def test_open_edge_gives_way_to_a_relation_in_its_sentence_and_leaves_no_entity(article: Make, normalize: Normalize) -> None:
    text = article("Taiwan outwitted and resisted China.")
    taiwan, china = text.name("Taiwan"), text.name("China")
    critics = text.description("outwitted", "critic")

    normalized = normalize(
        text,
        text.says(taiwan, "outwitted", china, lemma="outwit", more={"attributed_to": (critics,)}),
        text.says(taiwan, "resisted", china, lemma="resist"),
    )

    assert only(normalized).predicate == f"{GB}opposes"
    assert [entity.label for entity in normalized.entities] == ["China", "Taiwan"]


def test_base_changes_the_things_and_not_the_vocabulary(article: Make, ontology: Ontology) -> None:
    text = article("Taiwan resisted China.")
    relation = text.says(text.name("Taiwan"), "resisted", text.name("China"), lemma="resist")

    statement = only(Normalizer(ontology, Namespace("https://example.org/"))(text.reading(relations=(relation,))))

    assert (statement.subject, statement.object) == ("https://example.org/id/taiwan", "https://example.org/id/china")


def test_same_as_of_a_known_actor_goes_into_the_graph(article: Make, normalize: Normalize) -> None:
    text = article("Taiwan resisted Japan.")

    normalized = normalize(text, text.says(text.name("Taiwan"), "resisted", text.name("Japan"), lemma="resist"))

    assert [entity.same_as for entity in normalized.entities] == [("http://www.wikidata.org/entity/Q17",), ()]


def test_document_without_relations_has_no_entities(ontology: Ontology, article: Make) -> None:
    text = article("Taiwan.")

    assert Normalizer(ontology)(text.reading(text.name("Taiwan"))) == NormalizedDocument(text.document, (), ())


def test_document_is_normalized_alike_every_time(ontology: Ontology, article: Make) -> None:
    text = article("Taiwan resisted China.")
    relation = text.says(text.name("Taiwan"), "resisted", text.name("China"), lemma="resist")
    normalize = Normalizer(ontology)
    first = normalize(text.reading(relations=(relation,)))

    normalize(Reading(article("Abe met Wang.", id="b.txt").document))

    assert normalize(text.reading(relations=(relation,))) == first


@pytest.fixture(scope="module")
def bundled() -> Ontology:
    """The vocabulary that is shipped."""
    return load_ontology()


@pytest.mark.parametrize(
    ("subject", "lemma", "obj", "expected"),
    [
        pytest.param("Tsai Ing-wen", "meet", "Abe", ("shinzo-abe", "metWith", "tsai-ing-wen"), id="people met"),
        pytest.param(
            "Beijing", "condemn", "Tokyo", ("government-of-china", "criticized", "government-of-japan"), id="governments"
        ),
        pytest.param("Tsai Ing-wen", "visit", "Tokyo", ("tsai-ing-wen", "visited", "tokyo"), id="a city was visited"),
    ],
)
def test_bundled_vocabulary_reads_the_news(
    subject: str, lemma: str, obj: str, expected: tuple[str, str, str], bundled: Ontology, article: Make
) -> None:
    text = article(f"In Japan, {subject} would {lemma} {obj}.")
    people = {"Tsai Ing-wen", "Abe"}
    sides = [text.name(side, "Person" if side in people else "City") for side in (subject, obj)]
    relation = text.says(sides[0], lemma, sides[1], lemma=lemma)

    statement = only(Normalizer(bundled)(text.reading(text.name("Japan", "Country"), *sides, relations=(relation,))))

    assert tuple(iri.local_name for iri in (statement.subject, statement.predicate, statement.object)) == expected


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        pytest.param("Person Person Country", "Person", id="what most say"),
        pytest.param("Person Country", "Country", id="the first by letter where they are even"),
        pytest.param("Thing Thing Person", "Person", id="who knows nothing has no vote"),
        pytest.param("Thing", "Thing", id="unless nobody knows"),
        pytest.param("Person Person Politician", "Politician", id="who says person does not deny a politician"),
        pytest.param(
            "Organization Government GovernmentBody GovernmentBody", "GovernmentBody", id="nor who says organization a body"
        ),
        pytest.param(
            "Organization Organization PoliticalParty Person Person Person Person", "Person", id="nor outvotes the rest"
        ),
        pytest.param("Volcano Volcano Person", "Volcano", id="a type that the ontology does not know"),
    ],
)
def test_entity_has_the_type_that_most_readings_agree_with(types: str, expected: str, ontology: Ontology) -> None:
    entities = [Entity(Iri("https://example.org/it"), kind, "It") for kind in types.split()]

    assert set(agreed_types(entities, ontology).values()) == {expected}
    assert set(agreed_types(reversed(entities), ontology).values()) == {expected}
