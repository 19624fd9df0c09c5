import sys

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import InvalidIriError
from graphbuild.model import Iri, Namespace, digest, slugify

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Tsai Ing-wen", id="a name"),
        pytest.param("id/tsai", id="relative"),
        pytest.param("http://example.org/a b", id="with a space"),
        pytest.param('http://example.org/"', id="with a quotation mark"),
        pytest.param("http://example.org/<script>", id="with angle brackets"),
        pytest.param("http://example.org/a\n", id="with a line break"),
        pytest.param("1http://example.org/", id="with a scheme that begins with a digit"),
    ],
)
def test_iri_refuses_what_is_none(text: str) -> None:
    with pytest.raises(InvalidIriError) as caught:
        Iri(text)

    assert caught.value.iri == text


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        pytest.param("https://w3id.org/graphbuild/ontology#metWith", "metWith", id="after a hash"),
        pytest.param("https://w3id.org/graphbuild/id/japan", "japan", id="after a slash"),
        pytest.param("http://example.org/a#b/c", "c", id="after the last of both"),
        pytest.param("http://example.org/", "", id="nothing after a slash"),
    ],
)
def test_local_name_is_the_last_part(iri: str, name: str) -> None:
    assert Iri(iri).local_name == name


@pytest.mark.parametrize(
    "base",
    [
        pytest.param("https://example.org/kg", id="without slash or hash"),
        pytest.param("kg/", id="relative"),
        pytest.param("https://exa mple.org/", id="with a space"),
    ],
)
def test_namespace_refuses_a_base_that_cannot_be_continued(base: str) -> None:
    with pytest.raises(InvalidIriError):
        Namespace(base)


def test_namespace_mints_under_its_base() -> None:
    namespace = Namespace("https://example.org/kg/")

    assert namespace.entity("japan") == "https://example.org/kg/id/japan"
    assert namespace.statement("0f") == "https://example.org/kg/statement/0f"
    assert namespace.evidence("0f") == "https://example.org/kg/evidence/0f"
    assert namespace.graph("statements") == "https://example.org/kg/graph/statements"
    assert namespace.run("0f") == "https://example.org/kg/run/0f"
    assert namespace.term("metWith") == "https://example.org/kg/ontology#metWith"


@given(TEXTS)
def test_every_document_id_makes_a_valid_iri(document_id: str) -> None:
    iri = Namespace().document(document_id)

    assert ox.NamedNode(iri).value == iri


@given(TEXTS, TEXTS)
def test_different_document_ids_make_different_iris(left: str, right: str) -> None:
    assert (Namespace().document(left) == Namespace().document(right)) is (left == right)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        pytest.param("Tsai Ing-wen", "tsai-ing-wen", id="words are joined"),
        pytest.param("Société  Générale", "societe-generale", id="accents go"),
        pytest.param("U.S.", "us", id="dots of an abbreviation go"),
        pytest.param("People's Liberation Army", "peoples-liberation-army", id="an apostrophe joins"),
        pytest.param("安倍晋三", "安倍晋三", id="other scripts stay"),
        pytest.param("../../etc/passwd", "etc-passwd", id="paths are no paths"),
    ],
)
def test_slugify_gives_a_readable_path_segment(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_slugify_gives_each_name_without_letters_its_own_slug() -> None:
    assert slugify("?!") != slugify("!?")
    assert slugify("?!") == digest("?!")


@given(TEXTS)
def test_every_name_makes_a_valid_iri(name: str) -> None:
    iri = Namespace().entity(slugify(name))

    assert ox.NamedNode(iri).value == iri


def test_every_character_makes_a_valid_iri() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    slugs = "-".join(slugify("".join(characters[start : start + 1000])) for start in range(0, len(characters), 1000))

    assert ox.NamedNode(Namespace().entity(slugs)).value.endswith(slugs)


def test_digest_tells_where_one_part_ends() -> None:
    assert digest("a", "b") != digest("ab")
    assert len(digest("a")) == 16
