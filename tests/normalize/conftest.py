"""What the tests of normalizing share: a small vocabulary, and articles whose words are mentions by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from graphbuild.model import Document, Factuality, Mention, MentionKind, Predicate, Quote, Reading, RelationMention, Span
from graphbuild.ontology import Ontology, load_ontology

VOCABULARY = """
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

gb:Thing a owl:Class .
gb:Actor rdfs:subClassOf gb:Thing .
gb:Person rdfs:subClassOf gb:Actor ; gb:headNoun "official", "analyst" .
gb:Politician rdfs:subClassOf gb:Person .
gb:Group rdfs:subClassOf gb:Actor ; gb:headNoun "official", "fisherman" .
gb:Organization rdfs:subClassOf gb:Actor ; gb:headNoun "association", "ring" .
gb:PoliticalParty rdfs:subClassOf gb:Organization ; gb:headNoun "party" .
gb:Government rdfs:subClassOf gb:Organization ; gb:headNoun "government", "administration", "authority" .
gb:GovernmentBody rdfs:subClassOf gb:Organization ; gb:headNoun "ministry", "council" .
gb:MilitaryForce rdfs:subClassOf gb:Organization ; gb:headNoun "force", "guard" .
gb:Place rdfs:subClassOf gb:Thing ; gb:headNoun "island" .
gb:City rdfs:subClassOf gb:Place .
gb:Country rdfs:subClassOf gb:Actor, gb:Place .
gb:Agreement rdfs:subClassOf gb:Thing ; gb:headNoun "agreement" .
gb:Equipment rdfs:subClassOf gb:Thing ; gb:headNoun "vessel", "mine" .
gb:Facility rdfs:subClassOf gb:Place ; gb:headNoun "mine" .
gb:Concept rdfs:subClassOf gb:Thing ; gb:headNoun "recognition", "party" .
gb:Role rdfs:subClassOf gb:Thing ; gb:headNoun "president", "minister", "official" .

gb:metWith a owl:ObjectProperty, owl:SymmetricProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor ;
    gb:verbTrigger "meet", "meet with" .
gb:heldTalksWith a owl:ObjectProperty, owl:SymmetricProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor ;
    gb:verbTrigger "hold talk with" ; gb:nounTrigger "talk with", "security talk with" .
gb:allyOf a owl:ObjectProperty, owl:SymmetricProperty ; gb:domainIncludes gb:Country ; gb:rangeIncludes gb:Country ;
    gb:nounTrigger "ally of", "alliance with" .
gb:visited a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Place, gb:Actor ;
    gb:verbTrigger "visit", "travel to" .
gb:hosted a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor ; gb:verbTrigger "receive" .
gb:obtained a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Equipment ; gb:verbTrigger "receive" .
gb:opposes a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Thing ;
    gb:verbTrigger "stand up to", "resist" .
gb:supports a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Thing ;
    gb:verbTrigger "support", "stand up for" ; gb:nounTrigger "support for" ; gb:affixTrigger "pro-" .
gb:leaderOf a owl:ObjectProperty ; gb:domainIncludes gb:Person ; gb:rangeIncludes gb:Organization, gb:Country ;
    gb:verbTrigger "lead" ; gb:nounTrigger "president of" ; gb:inverseAffixTrigger "-led" ; gb:inverseAdjectiveTrigger "led by" .
gb:affiliatedWith a owl:ObjectProperty ; gb:domainIncludes gb:Person ; gb:rangeIncludes gb:Actor ;
    gb:nounTrigger "analyst of", "former minister of" ; gb:inverseVerbTrigger "employ" .
gb:partOf a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor ; gb:affixTrigger "'s" .
gb:oppositionIn a owl:ObjectProperty ; gb:domainIncludes gb:PoliticalParty ; gb:rangeIncludes gb:Country ;
    gb:adjectiveTrigger "opposition" .
gb:holdsRole a owl:ObjectProperty ; gb:domainIncludes gb:Person ; gb:rangeIncludes gb:Role ; gb:verbTrigger "serve as" .
gb:formerlyHeldRole a owl:ObjectProperty ; gb:domainIncludes gb:Person ; gb:rangeIncludes gb:Role ; gb:verbTrigger "resign as" .

gbi:japan a gb:Country ; rdfs:label "Japan" ; gb:demonym "Japanese" ; owl:sameAs <http://www.wikidata.org/entity/Q17> .
gbi:taiwan a gb:Country ; rdfs:label "Taiwan" ; skos:altLabel "Formosa" ; gb:demonym "Taiwanese" .
gbi:china a gb:Country ; rdfs:label "China" ; gb:demonym "Chinese" .
gbi:united-states a gb:Country ; rdfs:label "United States" ; gb:acronym "U.S." ; gb:demonym "American" .
gbi:jordan a gb:Country ; rdfs:label "Jordan" .
gbi:georgia a gb:Country ; rdfs:label "Georgia" ; gb:demonym "Georgian" .
gbi:georgia-us a gb:Place ; rdfs:label "Georgia" ; gb:country gbi:united-states .
gbi:congo a gb:Country ; rdfs:label "Congo" ; gb:demonym "Congolese" .
gbi:congo-brazzaville a gb:Country ; rdfs:label "Congo-Brazzaville" ; gb:demonym "Congolese" .

gbi:tokyo a gb:City ; rdfs:label "Tokyo" ; gb:country gbi:japan .
gbi:washington-dc a gb:City ; rdfs:label "Washington, D.C." ; skos:altLabel "Washington" ; gb:country gbi:united-states .
gbi:government-of-japan a gb:Government ; rdfs:label "Government of Japan" ; gb:metonym "Tokyo" ;
    gb:governmentOf gbi:japan ; gb:country gbi:japan .
gbi:government-of-taiwan a gb:Government ; rdfs:label "Government of Taiwan" ; skos:altLabel "Taiwanese authorities" ;
    gb:metonym "Taipei" ; gb:governmentOf gbi:taiwan ; gb:country gbi:taiwan .
gbi:government-of-the-united-states a gb:Government ; rdfs:label "Government of the United States" ; gb:metonym "Washington" ;
    gb:governmentOf gbi:united-states ; gb:country gbi:united-states .
gbi:ldp-japan a gb:PoliticalParty ; rdfs:label "Liberal Democratic Party (Japan)" ; skos:altLabel "Liberal Democratic Party" ;
    gb:acronym "LDP" ; gb:country gbi:japan .
gbi:ldp-china a gb:PoliticalParty ; rdfs:label "Liberal Democratic Party (China)" ; skos:altLabel "Liberal Democratic Party" ;
    gb:acronym "LDP" ; gb:country gbi:china .
gbi:greens a gb:PoliticalParty ; rdfs:label "Green Party" ; skos:altLabel "Greens" .
gbi:renho a gb:Politician ; rdfs:label "Renho" .
gbi:shinzo-abe a gb:Person ; rdfs:label "Shinzo Abe" ; gb:familyName "Abe" ; gb:country gbi:japan .
gbi:wang-yi a gb:Person ; rdfs:label "Wang Yi" ; gb:familyName "Wang" ; gb:country gbi:china .
gbi:wang-jin-pyng a gb:Person ; rdfs:label "Wang Jin-pyng" ; gb:familyName "Wang" ; gb:country gbi:taiwan .
"""


@dataclass(frozen=True)
class Article:
    """A text of which words are picked out by what they are."""

    document: Document

    def span(self, words: str, *, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return Span(self.document.id, start, start + len(words))

    def name(self, words: str, label: str = "", **more: Any) -> Mention:
        return self._mention(words, label=label, kind=MentionKind.NAME, **more)

    def description(self, words: str, head: str, *modifiers: str, **more: Any) -> Mention:
        return self._mention(words, kind=MentionKind.DESCRIPTION, head=head, modifiers=modifiers, **more)

    def demonym(self, words: str, **more: Any) -> Mention:
        return self._mention(words, kind=MentionKind.DEMONYM, **more)

    def pronoun(self, words: str, **more: Any) -> Mention:
        return self._mention(words, kind=MentionKind.PRONOUN, head=words.lower(), **more)

    def role(self, words: str, head: str, *modifiers: str, **more: Any) -> Mention:
        return self._mention(words, label="Role", kind=MentionKind.ROLE, head=head, modifiers=modifiers, **more)

    def quote(self, words: str, value: str | None = None) -> Quote:
        return Quote(words, self.span(words), value)

    def says(
        self,
        subject: Mention,
        words: str,
        obj: Mention,
        *,
        lemma: str,
        pos: str = "VERB",
        more: dict[str, Any] | None = None,
        **how: Any,
    ) -> RelationMention:
        """Return that the whole text says it; ``how`` completes the predicate, ``more`` the reading."""
        phrase = " ".join(filter(None, (lemma, how.get("particle"), how.get("noun"), how.get("preposition"))))
        predicate = Predicate(phrase, words, self.span(words), lemma, pos, **how)
        sentence = Span(self.document.id, 0, len(self.document.text))
        fields: dict[str, Any] = {"extractor": "verb.v1", "factuality": Factuality.ASSERTED} | (more or {})
        return RelationMention(sentence, subject, predicate, obj, **fields)

    def reading(self, *mentions: Mention, **more: Any) -> Reading:
        return Reading(self.document, mentions, **more)

    def _mention(self, words: str, *, nth: int = 0, name: str | None = None, **more: Any) -> Mention:
        return Mention(self.span(words, nth=nth), words, name=words if name is None else name, **more)


@pytest.fixture(scope="session")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """A vocabulary that holds one example of each case."""
    path = tmp_path_factory.mktemp("vocabulary") / "small.ttl"
    path.write_text(VOCABULARY, encoding="utf-8")
    return load_ontology([path], bundled=False)


@pytest.fixture
def article() -> Callable[[str], Article]:
    """Make an article of a text."""

    def make(text: str, *, id: str = "a.txt") -> Article:  # noqa: A002 - the field's name
        return Article(Document(id, text))

    return make
