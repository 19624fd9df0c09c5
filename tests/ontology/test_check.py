from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.errors import OntologyError
from graphbuild.ontology.check import check_ontology
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
        pytest.param('gbi:x a gb:Person ; rdfs:label "" .', "error: gbi:x: has an empty label", id="an empty label"),
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
            RELATION.replace("owl:ObjectProperty", "owl:DatatypeProperty") + 'gb:verbTrigger "fund" .',
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
