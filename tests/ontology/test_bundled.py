"""The vocabulary that is shipped: complete, sound, and able to read what it was made to read."""

import re

import pytest
from rdflib import DCTERMS, SDO, SKOS, Graph, Literal, URIRef

from graphbuild.assets import ontology_path
from graphbuild.ontology import PREFIXES, Ontology
from graphbuild.ontology.check import check_ontology
from graphbuild.ontology.label_triggers import default_triggers
from graphbuild.ontology.terms import Trigger

SYMMETRIC = """
agreedWith allyOf cooperatesWith hasDisputeWith heldTalksWith linkedTo metWith negotiatesWith relativeOf spouseOf tradesWith
trainsWith
"""
ONE_SIDED = {"concededTo"}
INVERSES = """
affiliatedWith hasAffiliate, aided aidedBy, appointed appointedBy, arrested arrestedBy, attacked attackedBy,
authored authoredBy, bornIn birthplaceOf, calledOn calledOnBy, claimsTerritory claimedBy, criticized criticizedBy,
defeated defeatedBy, dependsOn dependedOnBy, deploysMilitary deployedBy, developed developedBy, dismissed dismissedBy,
formerlyHeldRole roleFormerlyHeldBy, founded foundedBy, governs governedBy, harmed harmedBy, holdsRole roleHeldBy,
hosted hostedBy, imposedRestrictionOn restrictedBy, intrudedInto intrudedBy, killed killedBy, leaderOf ledBy,
locatedIn locationOf, memberOf hasMember, notified notifiedBy, operates operatedBy, opposes opposedBy,
oppositionIn hasOppositionParty, owns ownedBy, paidReparationsTo receivedReparationsFrom, partOf hasPart,
participatedIn hasParticipant, partyTo hasParty, praised praisedBy, prosecuted prosecutedBy,
protestedAgainst protestedAgainstBy, published publishedBy, renamedTo renamedFrom, resignedFrom leftBy, sanctioned sanctionedBy,
signed signedBy, succeeded succeededBy, suppliedTo suppliedBy, supports supportedBy, threatens threatenedBy, visited visitedBy,
votedFor votedForBy, withdrewFrom withdrawnFromBy
"""
BROADER = """
allyOf cooperatesWith, killed harmed, protestedAgainst opposes, sanctioned imposedRestrictionOn, trainsWith cooperatesWith,
votedFor supports
"""
PLOVER = """
AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT
"""
CLASSES = """
Actor Agreement Cardinal City Concept Country Date Election Equipment Event Facility Government GovernmentBody Group MilitaryForce
Money Ordinal Organization Percent Person Place PoliticalParty Politician Quantity Role Thing Time Value Work
"""
PREPOSITIONS = """
about against among as at behind between by for from in into near of off on over through to toward towards under upon with within
"""
# Lemmas that look like the form of another word.
LEMMAS = """
alumnus analysis axis bring bus campus caucus census consensus corps discuss feed focus gas headquarters need overseas proceed
rendezvous series status succeed swing thesis exodus wed wring
"""


def triggers_of(ontology: Ontology) -> list[tuple[str, Trigger]]:
    return [(relation.name, trigger) for relation in ontology.relations.values() for trigger in relation.triggers]


def test_bundled_vocabulary_has_no_problem() -> None:
    assert [str(problem) for problem in check_ontology()] == []


def test_relations_are_those_of_the_inventory(bundled: Ontology) -> None:
    inverse_by_name = dict(pair.split() for pair in INVERSES.split(","))

    assert {name for name, relation in bundled.relations.items() if relation.is_symmetric} == set(SYMMETRIC.split())
    one_way = {name: r.inverse_name for name, r in bundled.relations.items() if not r.is_symmetric}
    assert one_way == inverse_by_name | dict.fromkeys(ONE_SIDED)
    assert len(bundled.relations) == 64


def test_relations_that_imply_another_are_those_of_the_inventory(bundled: Ontology) -> None:
    broader = {name: relation.broader for name, relation in bundled.relations.items() if relation.broader}

    assert broader == {name: (implied,) for name, implied in map(str.split, BROADER.split(","))}


def test_relation_fits_wherever_one_that_implies_it_does(bundled: Ontology) -> None:
    for relation in bundled.relations.values():
        for broader in relation.broader:
            implied = bundled.relations[broader]
            assert all(bundled.fits(implied, subject, obj) for subject in relation.domain for obj in relation.range), (
                relation.name
            )


@pytest.mark.parametrize("event", PLOVER.split())
def test_event_type_of_plover_is_that_of_some_relation(event: str) -> None:
    graph = Graph().parse(ontology_path() / "relations.ttl")

    assert set(graph.subjects(URIRef(PREFIXES["gb"] + "plover"), Literal(event)))


def test_classes_are_those_of_the_inventory(bundled: Ontology) -> None:
    assert bundled.class_names == set(CLASSES.split())


def test_every_relation_is_described(bundled: Ontology) -> None:
    for relation in bundled.relations.values():
        assert relation.label
        assert relation.definition.endswith(".")
        assert relation.domain
        assert relation.range


def test_every_relation_has_triggers_of_its_own(bundled: Ontology) -> None:
    for relation in bundled.relations.values():
        assert len(relation.triggers) >= 10, relation.name
        assert relation.triggers != default_triggers(relation.label)


@pytest.mark.parametrize(
    "type_", ["Country", "Government", "GovernmentBody", "Group", "MilitaryForce", "Organization", "Person", "PoliticalParty"]
)
@pytest.mark.parametrize("name", ["supports", "opposes", "criticized", "metWith", "aided", "suppliedTo", "calledOn", "threatens"])
def test_political_relations_hold_between_actors_of_any_kind(bundled: Ontology, name: str, type_: str) -> None:
    relation = bundled.relations[name]

    assert bundled.fits(relation, type_, "Country")
    assert bundled.fits(relation, "Country", type_)


def test_country_is_an_actor_and_a_place(bundled: Ontology) -> None:
    assert bundled.is_a("Country", "Actor")
    assert bundled.is_a("Country", "Place")


def test_triggers_are_lower_case_and_single_spaced(bundled: Ontology) -> None:
    for name, trigger in triggers_of(bundled):
        assert re.fullmatch(r"[a-z'-]+( [a-z'-]+)*", trigger.phrase), (name, trigger)


def test_verb_triggers_begin_with_a_lemma(bundled: Ontology) -> None:
    verbs = {trigger.phrase.split()[0] for _, trigger in triggers_of(bundled) if trigger.kind == "verb"}

    assert {verb for verb in verbs if re.search(r"(ed|ing|[^s]s|sses)$", verb)} <= set(LEMMAS.split())


def test_noun_triggers_end_with_a_preposition(bundled: Ontology) -> None:
    for name, trigger in triggers_of(bundled):
        if trigger.kind == "noun":
            assert trigger.phrase.split()[-1] in PREPOSITIONS.split() or trigger.phrase.endswith(" to join"), (name, trigger)


def test_noun_triggers_are_singular(bundled: Ontology) -> None:
    heads = {word for _, trigger in triggers_of(bundled) if trigger.kind == "noun" for word in trigger.phrase.split()}

    assert {word for word in heads - set(PREPOSITIONS.split()) if re.search(r"[^s]s$", word)} <= set(LEMMAS.split())


def test_affix_triggers_have_their_hyphen(bundled: Ontology) -> None:
    for name, trigger in triggers_of(bundled):
        if trigger.kind == "affix":
            assert re.fullmatch(r"-[a-z]+|[a-z]+-|'s|x-y", trigger.phrase), (name, trigger)


@pytest.mark.parametrize(
    ("phrase", "kind", "subject", "object_", "relation", "is_inverse"),
    [
        ("meet with", "verb", "Person", "Person", "metWith", False),
        ("hold talk with", "verb", "Government", "Government", "heldTalksWith", False),
        ("visit to", "noun", "Person", "Country", "visited", False),
        ("call on", "verb", "Person", "Country", "calledOn", False),
        ("sign", "verb", "Country", "Agreement", "partyTo", False),
        ("cut off import from", "verb", "Country", "Country", "imposedRestrictionOn", False),
        ("pay reparation to", "verb", "Government", "Group", "paidReparationsTo", False),
        ("buy from", "verb", "Country", "Organization", "suppliedTo", True),
        ("face opposition from", "verb", "Country", "Group", "opposes", True),
        ("win support from", "verb", "Person", "PoliticalParty", "supports", True),
        ("join", "verb", "Country", "Agreement", "partyTo", False),
        ("join", "verb", "Country", "Organization", "memberOf", False),
        ("join", "verb", "Country", "Event", "participatedIn", False),
        ("enter", "verb", "MilitaryForce", "Place", "intrudedInto", False),
        ("seize", "verb", "MilitaryForce", "City", "governs", False),
        ("seize", "verb", "GovernmentBody", "Group", "arrested", False),
        ("president of", "noun", "Person", "Country", "leaderOf", False),
        ("prime minister of", "noun", "Person", "Country", "leaderOf", False),
        ("chairman of", "noun", "Person", "PoliticalParty", "leaderOf", False),
        ("spokesman for", "noun", "Person", "GovernmentBody", "affiliatedWith", False),
        ("ambassador to", "noun", "Person", "Country", "affiliatedWith", False),
        ("lawmaker of", "noun", "Person", "PoliticalParty", "memberOf", False),
        ("ally of", "noun", "Country", "Country", "allyOf", False),
        ("tie between", "noun", "Country", "Country", "cooperatesWith", False),
        ("ban on", "noun", "Country", "Concept", "imposedRestrictionOn", False),
        ("victim of", "noun", "Group", "MilitaryForce", "harmed", True),
        ("ruling", "adjective", "PoliticalParty", "Country", "governs", False),
        ("opposition", "adjective", "PoliticalParty", "Country", "oppositionIn", False),
        ("reliant on", "adjective", "Country", "Country", "dependsOn", False),
        ("home to", "adjective", "Place", "Organization", "locatedIn", True),
        ("former", "adjective", "Person", "Role", "formerlyHeldRole", False),
        ("-led", "affix", "PoliticalParty", "Government", "leaderOf", False),
        ("-backed", "affix", "Country", "Group", "supports", False),
        ("-based", "affix", "City", "Organization", "locatedIn", True),
        ("pro-", "affix", "Group", "Country", "supports", False),
        ("anti-", "affix", "Group", "Country", "opposes", False),
        ("'s", "affix", "MilitaryForce", "Country", "partOf", False),
        ("'s", "affix", "Organization", "PoliticalParty", "partOf", False),
        ("'s", "affix", "City", "Country", "partOf", False),
        ("x-y", "affix", "Country", "Agreement", "partyTo", False),
        ("own", "verb", "Organization", "Facility", "owns", False),
        ("-owned", "affix", "Country", "Organization", "owns", False),
        ("found", "verb", "Person", "PoliticalParty", "founded", False),
        ("founder of", "noun", "Person", "Organization", "founded", False),
        ("establish", "verb", "Country", "GovernmentBody", "founded", False),
        ("establish", "verb", "Country", "MilitaryForce", "developed", False),
        ("establish", "verb", "Country", "Group", "developed", False),
        ("kill", "verb", "MilitaryForce", "Person", "killed", False),
        ("kill", "verb", "Equipment", "Person", "killed", False),
        ("attack", "verb", "Group", "MilitaryForce", "attacked", False),
        ("attack on", "noun", "Group", "Organization", "attacked", False),
        ("raid", "verb", "GovernmentBody", "Organization", "arrested", False),
        ("raid", "verb", "MilitaryForce", "Place", "intrudedInto", False),
        ("invade", "verb", "Country", "Country", "intrudedInto", False),
        ("impose sanction on", "verb", "Country", "Country", "sanctioned", False),
        ("impose ban on", "verb", "Country", "Country", "imposedRestrictionOn", False),
        ("freeze asset of", "verb", "Country", "Group", "sanctioned", False),
        ("vote for", "verb", "Person", "Person", "votedFor", False),
        ("vote against", "verb", "Person", "Agreement", "opposes", False),
        ("protest against", "verb", "Group", "Government", "protestedAgainst", False),
        ("protest", "verb", "Country", "Concept", "opposes", False),
        ("lodge protest with", "verb", "Country", "Country", "opposes", False),
        ("sign", "verb", "Person", "Agreement", "signed", False),
        ("resign as", "verb", "Person", "Role", "formerlyHeldRole", False),
        ("resign from", "verb", "Person", "PoliticalParty", "resignedFrom", False),
        ("leave", "verb", "Person", "Role", "formerlyHeldRole", False),
        ("withdraw from", "verb", "Country", "Agreement", "withdrewFrom", False),
        ("withdraw troop from", "verb", "Country", "Country", "withdrewFrom", False),
        ("appoint", "verb", "Person", "Person", "appointed", False),
        ("appointed to", "adjective", "Person", "Organization", "memberOf", False),
        ("dismiss", "verb", "Person", "Person", "dismissed", False),
        ("succeed", "verb", "Person", "Person", "succeeded", False),
        ("predecessor of", "noun", "Person", "Person", "succeeded", True),
        ("bear in", "verb", "Person", "City", "bornIn", False),
        ("-born", "affix", "Country", "Person", "bornIn", True),
        ("wife of", "noun", "Person", "Person", "spouseOf", False),
        ("son of", "noun", "Person", "Person", "relativeOf", False),
        ("defeat", "verb", "Person", "Person", "defeated", False),
        ("lose to", "verb", "PoliticalParty", "PoliticalParty", "defeated", True),
        ("give in to", "verb", "Government", "Country", "concededTo", False),
        ("indict", "verb", "GovernmentBody", "Person", "prosecuted", False),
        ("arrest", "verb", "GovernmentBody", "Person", "arrested", False),
        ("sue", "verb", "Organization", "Country", "prosecuted", False),
        ("expel", "verb", "Country", "Person", "imposedRestrictionOn", False),
    ],
)
def test_phrase_means_its_relation_between_these_types(
    bundled: Ontology, phrase: str, kind: str, subject: str, object_: str, relation: str, *, is_inverse: bool
) -> None:
    found = bundled.find_fitting(phrase, kind, subject, object_)

    assert [(first.name, inverse) for first, inverse in found[:1]] == [(relation, is_inverse)]


@pytest.mark.parametrize(
    "phrase", ["have", "be", "make", "say", "do", "get", "take", "give", "go", "see", "know", "think", "want"]
)
def test_verbs_that_say_nothing_alone_are_no_triggers(bundled: Ontology, phrase: str) -> None:
    assert bundled.find_relations(phrase, "verb") == ()


def test_alignments_name_terms_that_exist() -> None:
    graph = Graph()
    for name in ("core.ttl", "relations.ttl"):
        graph.parse(ontology_path() / name)
    properties = [SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch]
    matches = {str(value) for match in properties for value in graph.objects(None, match)}

    for term in matches:
        if term.startswith(PREFIXES["schema"]):
            assert URIRef(term) in SDO
        elif term.startswith(PREFIXES["dcterms"]):
            assert URIRef(term) in DCTERMS
        elif term.startswith(PREFIXES["wdt"]):
            assert re.fullmatch(r"P[1-9][0-9]*", term.removeprefix(PREFIXES["wdt"]))
    assert len(matches) > 50


def test_actors_are_found_by_the_names_of_the_news(bundled: Ontology) -> None:
    assert [actor.iri.local_name for actor in bundled.find_by_demonym("Japanese")] == ["japan"]
    assert "government-of-japan" in [actor.iri.local_name for actor in bundled.find_by_metonym("Tokyo")]
    assert [actor.type for actor in bundled.find_actors("the United Nations")] == ["Organization"]
    assert bundled.find_actors("us") == ()


def test_every_government_is_that_of_a_known_place(bundled: Ontology) -> None:
    types = {actor.iri: actor.type for actor in bundled.actors}

    governments = [actor for actor in bundled.actors if actor.government_of is not None]

    assert governments
    assert all(bundled.is_a(types[actor.government_of], "Place") for actor in governments if actor.government_of is not None)
