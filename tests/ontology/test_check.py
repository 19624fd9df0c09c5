from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

from graphbuild.errors import OntologyError
from graphbuild.ontology.check import check_graph, check_ontology
from graphbuild.ontology.problem import Severity

WriteTurtle = Callable[..., Path]

JAPAN = 'gbi:japan a gb:Country ; rdfs:label "Japan"@en .\n'
ABE = 'gbi:abe a gb:Person ; rdfs:label "Shinzo Abe"@en .\n'
RELATION = """ex:funds a owl:ObjectProperty ; rdfs:label "funds"@en ; skos:definition "Pays for."@en ;
    gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor ; """
HOLDING = 'gbi:abe\\/role\\/pm a gb:RoleHolding ; gb:holder gbi:abe ; gb:role "Prime Minister"@en ; gb:roleOf gbi:japan ; '
SOUND = f"""{JAPAN}{ABE}{RELATION}
    gb:verbTrigger "fund" , "pay for" ; gb:affixTrigger "-funded" , "x-y" ; gb:plover "AID" ; gb:cameo "07" , "071" .
ex:fundedBy a owl:ObjectProperty ; owl:inverseOf ex:funds ; rdfs:label "funded by"@en .
ex:Bank a owl:Class ; rdfs:subClassOf gb:Organization ; rdfs:label "bank"@en ; skos:definition "Lends money."@en .
gbi:boj a ex:Bank ; rdfs:label "Bank of Japan"@en , "Banque du Japon"@fr ; gb:acronym "BOJ" ; gb:country gbi:japan .
{HOLDING} gb:from "2012-12-26"^^xsd:date ; gb:until "2020"^^xsd:gYear ."""


@pytest.fixture
def check(write_turtle: WriteTurtle, core: Path) -> Callable[[str], list[str]]:
    """Return what is wrong with a text, given the bundled classes; everything must be said of the file it is in."""

    def check(text: str) -> list[str]:
        path = write_turtle(text)
        problems = check_ontology([core, path], bundled=False)
        assert all(problem.path in {path, None} for problem in problems)
        return [f"{problem.severity}: {problem.message}" for problem in problems]

    return check


def test_check_ontology_finds_nothing_wrong_with_a_sound_vocabulary(check: Callable[[str], list[str]]) -> None:
    assert check(SOUND) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("gbi:x a gb:Person .", "error: gbi:x: has no rdfs:label in English, or several", id="no label"),
        pytest.param(
            'gbi:x a gb:Person ; rdfs:label "X"@de .',
            "error: gbi:x: has no rdfs:label in English, or several",
            id="no English label",
        ),
        pytest.param(
            'gbi:x a gb:Person ; rdfs:label "X"@en , "Y"@en .',
            "error: gbi:x: has no rdfs:label in English, or several",
            id="two English labels",
        ),
        pytest.param('gbi:x a gb:Person ; rdfs:label "" .', "error: gbi:x: has an empty label ()", id="an empty label"),
        pytest.param(
            'ex:C a owl:Class ; skos:definition "C." .',
            "error: https://example.org/C: has no rdfs:label in English, or several",
            id="a class without label",
        ),
        pytest.param(
            'ex:C a owl:Class ; rdfs:label "c" .',
            "warning: https://example.org/C: has no skos:definition",
            id="a class without definition",
        ),
        pytest.param(
            'ex:r a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; rdfs:range gb:Actor ; skos:definition "R." .',
            "error: https://example.org/r: has no rdfs:label in English, or several",
            id="a relation without label",
        ),
        pytest.param(
            'ex:r a owl:ObjectProperty ; gb:domainIncludes gb:Actor ; rdfs:range gb:Actor ; rdfs:label "r" .',
            "warning: https://example.org/r: has no skos:definition",
            id="a relation without definition",
        ),
        pytest.param(
            'ex:r a owl:ObjectProperty ; rdfs:label "r" ; skos:definition "R." ; gb:rangeIncludes gb:Actor .',
            "warning: https://example.org/r: has no domain (gb:domainIncludes), so anything fits",
            id="a relation without domain",
        ),
        pytest.param(
            'ex:r a owl:ObjectProperty ; rdfs:label "r" ; skos:definition "R." ; gb:domainIncludes gb:Actor .',
            "warning: https://example.org/r: has no range (gb:rangeIncludes), so anything fits",
            id="a relation without range",
        ),
        pytest.param(
            RELATION + "gb:rangeIncludes gb:Persons .",
            "error: https://example.org/funds: unknown term gb:Persons (did you mean gb:Person?)",
            id="a range that is not declared",
        ),
        pytest.param(
            RELATION + "gb:rangeIncludes gb:Evidence .",
            "error: https://example.org/funds: gb:rangeIncludes names no class: gb:Evidence (did you mean gb:Event?)",
            id="a range that names no class of things",
        ),
        pytest.param(
            RELATION + 'gb:verbTrigger "Fund" .',
            "error: https://example.org/funds: a trigger is lemmas in small letters, with one space between them (Fund)",
            id="a trigger in capitals",
        ),
        pytest.param(
            RELATION + 'gb:inverseNounTrigger "money  of" .',
            "error: https://example.org/funds: a trigger is lemmas in small letters, with one space between them (money  of)",
            id="a trigger with two spaces",
        ),
        pytest.param(
            RELATION + 'gb:affixTrigger "funded" .',
            "error: https://example.org/funds: an affix trigger begins or ends with a hyphen, or is 's or x-y (funded)",
            id="an affix without hyphen",
        ),
        pytest.param(
            RELATION + 'gb:plover "FUND" .',
            "error: https://example.org/funds: is no PLOVER event type (FUND)",
            id="no PLOVER type",
        ),
        pytest.param(
            RELATION + 'gb:cameo "21" .', "error: https://example.org/funds: is no CAMEO event code (21)", id="no CAMEO code"
        ),
        pytest.param(
            RELATION.replace("owl:ObjectProperty", "rdf:Property") + 'gb:verbTrigger "fund" .',
            "error: https://example.org/funds: has a domain, range or triggers, and is no owl:ObjectProperty",
            id="triggers of what is no relation",
        ),
        pytest.param(
            RELATION + 'gb:verbTrigger "fund" .\nex:pays a owl:ObjectProperty ; rdfs:label "pays" ; skos:definition "Pays." ; '
            'gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor ; gb:verbTrigger "fund" .',
            "error: https://example.org/funds and https://example.org/pays have the same domain and range, "
            "and both the verb trigger 'fund'",
            id="a trigger of two relations",
        ),
        pytest.param(
            'gbi:a a gb:Person ; rdfs:label "A" .\ngbi:b a gb:Person ; rdfs:label "B" ; skos:altLabel "a" .',
            "warning: gbi:a, gbi:b are all called 'a', and no type or country tells them apart",
            id="an alias of two actors",
        ),
        pytest.param(
            ABE + "gbi:abe gb:familyNme 'Abe' .",
            "error: gbi:abe: unknown term gb:familyNme (did you mean gb:familyName?)",
            id="a slip",
        ),
        pytest.param(
            JAPAN + ABE + "gbi:abe gb:country gbi:abe .",
            "error: gbi:abe: gb:country takes a country or territory",
            id="a country that is none",
        ),
        pytest.param(
            ABE + 'gbi:abe gb:demonym "Abean" .', "error: gbi:abe: only a place has a demonym", id="a demonym of a person"
        ),
        pytest.param(
            JAPAN + 'gbi:japan gb:familyName "J" .',
            "error: gbi:japan: only a person has a family name",
            id="a family of a country",
        ),
        pytest.param(
            JAPAN + 'gbi:japan gb:acronym "JPN"@en .',
            "error: gbi:japan: an acronym is a text without a language (JPN)",
            id="an acronym in a language",
        ),
        pytest.param(
            JAPAN + ABE + "gbi:abe gb:governmentOf gbi:japan .",
            "error: gbi:abe: only a gb:Government governs by gb:governmentOf",
            id="a person as government",
        ),
        pytest.param(
            JAPAN + ABE + "gbi:japan gb:capital gbi:abe .",
            "error: gbi:japan: a capital is a place (gbi:abe)",
            id="a person as capital",
        ),
        pytest.param(
            JAPAN + ABE + HOLDING + 'gb:from "2012" .',
            "error: https://w3id.org/graphbuild/id/abe/role/pm: has no gb:from that is a year, month or date, or several (2012)",
            id="a date that is a text",
        ),
        pytest.param(
            JAPAN + ABE + HOLDING + 'gb:from "2012-13"^^xsd:gYearMonth .',
            "error: https://w3id.org/graphbuild/id/abe/role/pm: "
            "has no gb:from that is a year, month or date, or several (2012-13)",
            id="a month that is none",
        ),
        pytest.param(
            JAPAN + ABE + HOLDING + 'gb:from "2012-12-26"^^xsd:date ; gb:until "2011"^^xsd:gYear .',
            "error: gbi:abe is Prime Minister until 2011, before 2012-12-26, when that began",
            id="a role that ends before it begins",
        ),
        pytest.param(
            "gb:Person2 a owl:Class ; rdfs:label 'p' ; skos:definition 'P.' .\n"
            "ex:Person2 a owl:Class ; rdfs:label 'p' ; skos:definition 'P.' .",
            "error: https://example.org/Person2 and https://w3id.org/graphbuild/ontology#Person2 have one local name, 'Person2'; "
            "rename one of them",
            id="two classes of one name",
        ),
    ],
)
def test_check_ontology_finds(check: Callable[[str], list[str]], text: str, problem: str) -> None:
    assert check(text) == [problem]


def test_check_ontology_finds_an_actor_that_is_not_described(check: Callable[[str], list[str]]) -> None:
    assert check(ABE + "gbi:abe gb:country gbi:nowhere .") == [
        "error: gbi:abe: gb:country takes a country or territory (gbi:nowhere)",
        "error: gbi:abe: unknown term gbi:nowhere",
    ]


def test_check_ontology_finds_what_is_no_iri(check: Callable[[str], list[str]]) -> None:
    assert "error: not an absolute IRI: 'https://w3id.org/graphbuild/no iri'" in check("<no iri> a gb:Person ; rdfs:label 'X' .")


def test_check_ontology_accepts_what_a_user_writes_at_least(check: Callable[[str], list[str]]) -> None:
    problems = check('ex:mentors a owl:ObjectProperty ; rdfs:label "mentors" ; rdfs:domain gb:Person ; rdfs:range gb:Person .')

    assert not any(problem.startswith("error") for problem in problems)


def test_check_ontology_tells_the_line(write_turtle: WriteTurtle, core: Path) -> None:
    path = write_turtle(f"{JAPAN}\ngbi:x a gb:Person .")

    (problem,) = check_ontology([core, path], bundled=False)

    assert (problem.path, problem.line, problem.term) == (path, 4, "https://w3id.org/graphbuild/id/x")


def test_check_ontology_checks_the_other_files_if_one_is_no_turtle(write_turtle: WriteTurtle, core: Path) -> None:
    broken, other = write_turtle("ex:x a .", "broken.ttl"), write_turtle("gbi:x a gb:Person .", "other.ttl")

    problems = check_ontology([core, broken, other], bundled=False)

    assert {problem.path for problem in problems} == {broken, other}
    assert all(problem.line == 2 for problem in problems)
    assert any(problem.message.startswith("not Turtle") for problem in problems)


def test_check_ontology_puts_errors_first(write_turtle: WriteTurtle, core: Path) -> None:
    path = write_turtle("ex:C a owl:Class ; rdfs:label 'c' .\nex:D a owl:Class ; skos:definition 'D.' .")

    assert [problem.severity for problem in check_ontology([core, path], bundled=False)] == [Severity.ERROR, Severity.WARNING]


def test_check_ontology_refuses_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        check_ontology([tmp_path / "absent.ttl"])


GRAPH = """
gbi:tsai a gb:Person ; rdfs:label "Tsai Ing-wen" ; gb:metWith gbi:abe .
gbi:abe a gb:Person ; rdfs:label "Shinzo Abe" ; skos:altLabel "Abe" ; owl:sameAs wd:Q132345 .
<https://w3id.org/graphbuild/run/1> a prov:Activity , gb:Run ; gb:softwareVersion "0.1.0" .
<https://w3id.org/graphbuild/document/a> a gb:Document ; dcterms:title "A" .
<https://w3id.org/graphbuild/statement/1> a rdf:Statement ; rdf:subject gbi:tsai ; rdf:predicate gb:metWith ; rdf:object gbi:abe ;
    gb:factuality gb:asserted ; gb:confidence 0.8 ; gb:evidenceCount 1 ; gb:hasEvidence <https://w3id.org/graphbuild/evidence/1> ;
    prov:wasDerivedFrom <https://w3id.org/graphbuild/document/a> ; prov:wasGeneratedBy <https://w3id.org/graphbuild/run/1> .
<https://w3id.org/graphbuild/evidence/1> a gb:Evidence ; oa:hasSource <https://w3id.org/graphbuild/document/a> ;
    oa:hasSelector <https://w3id.org/graphbuild/evidence/1#position> , <https://w3id.org/graphbuild/evidence/1#quote> ;
    gb:trigger "met" ; gb:subjectText "Tsai" ; gb:objectText "Abe" ; gb:extractor "verb.v1" ; gb:confidence 0.8 ;
    gb:attributedTo gbi:abe ; gb:attributedLabel "CRNTT" ; gb:time "in 2015" ; gb:timeValue "2015" .
<https://w3id.org/graphbuild/evidence/1#position> a oa:TextPositionSelector ; oa:start 0 ; oa:end 13 .
<https://w3id.org/graphbuild/evidence/1#quote> a oa:TextQuoteSelector ; oa:exact "Tsai met Abe." .
"""
GRAPH_PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""


def parse(turtle: str) -> Graph:
    return Graph().parse(data=GRAPH_PREFIXES + turtle, format="turtle")


def test_check_graph_finds_nothing_wrong_with_a_sound_graph() -> None:
    assert check_graph(parse(GRAPH)) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param('rdfs:label "Tsai Ing-wen" ;', "", "has no rdfs:label", id="an entity without label"),
        pytest.param(
            "gb:metWith gbi:abe .", "gb:metWth gbi:abe .", "unknown term gb:metWth", id="a relation that is not declared"
        ),
        pytest.param("gb:factuality gb:asserted ;", "", "is neither asserted", id="a statement without factuality"),
        pytest.param(
            "gb:factuality gb:asserted ;", "gb:factuality gb:asserted , gb:negated ;", "is neither asserted", id="with two"
        ),
        pytest.param(
            "gb:confidence 0.8 ; gb:evidenceCount", "gb:confidence 1.8 ; gb:evidenceCount", "from 0 to 1", id="too confident"
        ),
        pytest.param("gb:confidence 0.8 ; gb:evidenceCount", "gb:evidenceCount", "from 0 to 1", id="without confidence"),
        pytest.param("gb:evidenceCount 1", "gb:evidenceCount 0", "at least 1", id="without evidence by count"),
        pytest.param("rdf:object gbi:abe ;", "", "has no rdf:object", id="without object"),
        pytest.param("rdf:subject gbi:tsai", "rdf:subject gbi:nobody", "has no rdf:subject that is a thing", id="of nobody"),
        pytest.param(
            "oa:hasSource <https://w3id.org/graphbuild/document/a> ;", "", "oa:hasSource", id="evidence without document"
        ),
        pytest.param("a oa:TextQuoteSelector ;", "", "has no oa:TextQuoteSelector", id="evidence without quotation"),
        pytest.param("oa:end 13", "oa:end 0", "has no oa:start before its oa:end", id="a position that ends before it begins"),
        pytest.param('gb:trigger "met" ;', "", "has no gb:trigger", id="evidence without trigger"),
        pytest.param('gb:timeValue "2015"', 'gb:timeValue "last year"', "ISO 8601", id="a time that is no date"),
        pytest.param("a gb:Document ;", "", "derived from no document", id="a document that is none"),
    ],
)
def test_check_graph_finds(old: str, new: str, message: str) -> None:
    assert old in GRAPH

    problems = check_graph(parse(GRAPH.replace(old, new, 1)))

    assert any(message in problem.message for problem in problems)


def test_check_graph_knows_the_terms_of_a_users_vocabulary(write_turtle: WriteTurtle) -> None:
    path = write_turtle('gb:Bank a owl:Class ; rdfs:subClassOf gb:Organization ; rdfs:label "bank"@en .')
    graph = parse(GRAPH.replace("gbi:tsai a gb:Person", "gbi:tsai a gb:Bank"))

    assert check_graph(graph, [path]) == ()
    assert check_graph(graph) != ()
