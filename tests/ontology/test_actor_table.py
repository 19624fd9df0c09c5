from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.errors import OntologyError
from graphbuild.ontology import KnownActor, Ontology, RoleHolding, load_ontology
from graphbuild.ontology.actor_table import COLUMNS

GBI = "https://w3id.org/graphbuild/id/"
WriteTable = Callable[..., Path]


@pytest.fixture
def write_table(tmp_path: Path) -> WriteTable:
    def write(*lines: str, name: str = "actors.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("\n".join(lines).encode(encoding))
        return path

    return write


def load(path: Path) -> Ontology:
    return load_ontology(actors=[path])


def find(ontology: Ontology, name: str) -> KnownActor:
    (actor,) = ontology.find_actors(name)
    return actor


def test_table_has_all_that_is_known_of_an_actor(write_table: WriteTable) -> None:
    path = write_table(
        "label,type,aliases,acronyms,family_name,country,wikidata,same_as",
        "Ada Muster,Person,Ada M.| A. Muster,AMU,Muster,Germany,Q42,https://example.org/ada",
    )

    actor = find(load(path), "A. Muster")

    assert actor == KnownActor(
        iri=actor.iri,
        type="Person",
        label="Ada Muster",
        aliases=("A. Muster", "Ada M."),
        acronyms=("AMU",),
        family_name="Muster",
        country=actor.country,
        same_as=actor.same_as,
    )
    assert (actor.iri, actor.country) == (f"{GBI}ada-muster", f"{GBI}germany")
    assert actor.same_as == ("http://www.wikidata.org/entity/Q42", "https://example.org/ada")


def test_place_has_demonyms_and_metonyms(write_table: WriteTable) -> None:
    ontology = load(write_table("label,type,demonyms,metonyms", "Freedonia,Country,Freedonian,Fredville"))

    assert ontology.find_by_demonym("Freedonian") == ontology.find_by_metonym("Fredville") == ontology.find_actors("Freedonia")


def test_line_for_each_role(write_table: WriteTable) -> None:
    ontology = load(
        write_table(
            "label,type,country,role,role_of,start,end",
            "Ada Muster,Person,Germany,Minister of Tests,,2012-01,2014",
            "Ada Muster,,,Chair,Green Testers,2015-02-03,",
            "Green Testers,political party,,,,,",
        )
    )

    actor = find(ontology, "Ada Muster")
    germany, party = find(ontology, "Germany").iri, find(ontology, "Green Testers").iri

    assert ontology.find_roles(actor.iri) == (
        RoleHolding(actor.iri, "Minister of Tests", germany, "2012-01", "2014"),
        RoleHolding(actor.iri, "Chair", party, "2015-02-03"),
    )


def test_actor_of_a_known_label_extends_the_bundled_one(write_table: WriteTable) -> None:
    ontology = load(write_table("label,type,aliases,wikidata", "shinzo abe,Person,Abe-san,Q1"))

    actor = find(ontology, "Abe-san")

    assert actor.iri == f"{GBI}shinzo-abe"
    assert actor.label == "shinzo abe"
    assert {"Shinzo Abe", "Abe Shinzo"} <= {*actor.aliases}
    assert ontology.find_roles(actor.iri) != ()
    assert actor.country == f"{GBI}japan"


def test_actor_under_an_iri_of_its_own_takes_the_place_of_the_bundled_one(write_table: WriteTable) -> None:
    ontology = load(write_table("label,type,iri", "Shinzo Abe,Person,https://example.org/abe"))

    actor = find(ontology, "Shinzo Abe")

    assert actor.iri == "https://example.org/abe"
    assert f"{GBI}shinzo-abe" in actor.same_as
    assert ontology.find_roles(actor.iri) != ()


def test_namesake_of_another_country_is_another(write_table: WriteTable) -> None:
    ontology = load(write_table("label,type,country,iri", "Shinzo Abe,Person,Brazil,https://example.org/abe"))

    assert {actor.iri for actor in ontology.find_actors("Shinzo Abe")} == {f"{GBI}shinzo-abe", "https://example.org/abe"}


def test_country_that_is_given_goes_before_the_bundled_one(write_table: WriteTable) -> None:
    assert find(load(write_table("label,type,country", "Shinzo Abe,Person,Brazil")), "Shinzo Abe").country == f"{GBI}brazil"


@pytest.mark.parametrize("type_", ["PoliticalParty", "political party", "POLITICAL PARTY", "gb:PoliticalParty"])
def test_class_may_be_named_in_several_ways(write_table: WriteTable, type_: str) -> None:
    assert find(load(write_table("label,type", f"Green Testers,{type_}")), "Green Testers").type == "PoliticalParty"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_may_be_separated_as_spreadsheets_do(write_table: WriteTable, separator: str) -> None:
    path = write_table(separator.join(("Label", "Type", "Family Name")), separator.join(("Ada Muster", "Person", "Muster")), "")

    assert find(load(path), "Ada Muster").family_name == "Muster"


def test_cells_may_hold_separators_and_line_ends(write_table: WriteTable) -> None:
    path = write_table("label,type,aliases", '"Muster, Ada",Person,"Ada\nM."', "Bob,Person", encoding="utf-8-sig")

    ontology = load(path)

    assert find(ontology, "Ada M.").label == "Muster, Ada"
    assert find(ontology, "Bob").type == "Person"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param(",Person", "has no label", id="no label"),
        pytest.param("Ada,", "has no type, and no actor is known as 'Ada'", id="no type"),
        pytest.param("Ada,Persn", "no class is called 'Persn' (did you mean 'Person'?)", id="no class"),
        pytest.param("Ada,Person,,,,,,,,,,", "has 1 cells more than the first line", id="too many cells"),
        pytest.param("Ada,Person,Germny", "no country or place is called 'Germny'", id="no country"),
        pytest.param("Ada,Person,NATO", "no country or place is called 'NATO'", id="a country that is none"),
        pytest.param("Ada,Person,,,,,,42", "'42' is no identifier of Wikidata (Q17)", id="no identifier"),
        pytest.param("Ada,Person,,,,,,,ada", "'ada' has an undeclared prefix", id="no IRI"),
        pytest.param("Ada,Person,Japan,Chair", "a role needs a start, and a role_of or a country", id="a role without a start"),
        pytest.param("Ada,Person,,Chair,,2012", "a role needs a start, and a role_of or a country", id="a role of nothing"),
        pytest.param("Ada,Person,Japan,,,2012", "has role_of, start or end, and no role", id="a start of nothing"),
        pytest.param("Ada,Person,,Chair,Nobody,2012", "no actor is called 'Nobody'", id="a role of an unknown body"),
        pytest.param("Ada,Person,Japan,Chair,,12/2012", "start is no year, month or date: '12/2012'", id="no date"),
        pytest.param("Ada,Person,Japan,Chair,,2012-02-30", "start is no year, month or date: '2012-02-30'", id="no day"),
        pytest.param(
            "Ada,Person,Japan,Chair,,2012-05,2011", "the role ends in 2011, before 2012-05", id="an end before the start"
        ),
        pytest.param("Ada,Person,Georgia,Chair,Democratic Party,2012", "give an IRI", id="a name of two"),
    ],
)
def test_wrong_line_is_named_with_what_is_wrong(write_table: WriteTable, line: str, problem: str) -> None:
    path = write_table("label,type,country,role,role_of,start,end,wikidata,iri,same_as,aliases", "Bob,Person", line)

    with pytest.raises(OntologyError) as caught:
        load(path)

    assert problem in caught.value.problem
    assert (caught.value.path, caught.value.line) == (path, 3)


def test_all_wrong_lines_are_named_in_one_error(write_table: WriteTable) -> None:
    path = write_table("label,type", "Ada,Persn", "Bob,Person", ",Person", *["Cid,"] * 5)

    with pytest.raises(OntologyError) as caught:
        load(path)

    assert str(caught.value) == (
        f"{path}, line 2: no class is called 'Persn' (did you mean 'Person'?); line 4: has no label; "
        "line 5: has no type, and no actor is known as 'Cid'; line 6: has no type, and no actor is known as 'Cid'; "
        "line 7: has no type, and no actor is known as 'Cid'; and 2 more wrong lines"
    )


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        pytest.param(["label,typ"], "no column is called 'typ' (did you mean 'type'?)", id="an unknown column"),
        pytest.param(["label,xyzzy"], f"(known: {', '.join(COLUMNS)})", id="a column like no other"),
        pytest.param(["type"], "'label' is one of them", id="no column of labels"),
        pytest.param(["label,label"], "names each column once", id="a column twice"),
        pytest.param([], "'label' is one of them", id="an empty file"),
        pytest.param(["label,type"], "has no actors", id="no lines"),
        pytest.param(["label,type", 'Ada,"Person'], "not CSV", id="a quotation without end"),
    ],
)
def test_file_that_is_no_table_is_one_error(write_table: WriteTable, lines: list[str], problem: str) -> None:
    with pytest.raises(OntologyError) as caught:
        load(write_table(*lines))

    assert problem in str(caught.value)


def test_table_in_another_encoding_is_one_error(write_table: WriteTable) -> None:
    with pytest.raises(OntologyError, match="line 2: not UTF-8"):
        load(write_table("label,type", "Müller,Person", encoding="latin-1"))


def test_later_table_knows_the_actors_of_an_earlier_one(write_table: WriteTable) -> None:
    first = write_table("label,type", "Freedonia,Country", name="a.csv")
    second = write_table("label,type,country", "Rufus,Person,Freedonia", name="b.csv")

    ontology = load_ontology(actors=[first, second])

    assert find(ontology, "Rufus").country == find(ontology, "Freedonia").iri
