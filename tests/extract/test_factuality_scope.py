from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from graphbuild.extract.factuality_scope import (
    Passage,
    governing_words,
    governor_of,
    is_definite,
    is_in_past,
    is_purpose,
    links_of,
    markers_of,
    passage_of,
)

MakeDoc = Callable[[str], Doc]


def token(make_doc: MakeDoc, table: str, word: str = "sign") -> Token:
    return next(token for token in make_doc(table) if token.text == word)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("plan VERB ROOT\nto PART mark sign\nsign VERB xcomp plan tag=VB", ("to",), id="plan to sign"),
        pytest.param(
            "urge VERB ROOT\nPeru PROPN obj urge\nto PART mark sign\nsign VERB xcomp urge tag=VB",
            ("someone to",),
            id="urge Peru to",
        ),
        pytest.param(
            "is AUX aux:pass urged\nurged VERB ROOT\nto PART mark sign\nsign VERB xcomp urged tag=VB",
            ("someone to",),
            id="is urged to sign",
        ),
        pytest.param(
            "possible ADJ ROOT\nfor SCONJ mark sign\nPeru PROPN nsubj sign\nto PART mark sign\nsign VERB csubj possible tag=VB",
            ("someone to", "to"),
            id="possible for Peru to sign",
        ),
        pytest.param("let VERB ROOT\nPeru PROPN obj let\nsign VERB xcomp let tag=VB", ("someone to", "to"), id="let Peru sign"),
        pytest.param("avoid VERB ROOT\nsign VERB xcomp avoid tag=VBG", ("ing",), id="avoid signing"),
        pytest.param(
            "avoid VERB ROOT\nhaving AUX aux sign tag=VBG\nsign VERB xcomp avoid tag=VBN", ("ing",), id="avoid having signed"
        ),
        pytest.param("refrain VERB ROOT\nfrom SCONJ mark sign\nsign VERB advcl refrain tag=VBG", ("from",), id="from signing"),
        pytest.param(
            "refrain VERB ROOT\nfrom ADP prep refrain\nsign VERB pcomp from tag=VBG", ("from",), id="from signing (CLEAR)"
        ),
        pytest.param("say VERB ROOT\nPeru PROPN nsubj sign\nsign VERB ccomp say tag=VBD", ("that",), id="say Peru signed"),
        pytest.param(
            "demand VERB ROOT\nPeru PROPN nsubj sign\nsign VERB ccomp demand tag=VB",
            ("that", "subjunctive"),
            id="demand Peru sign",
        ),
        pytest.param("see VERB ROOT\nsign NOUN obj see", ("object",), id="an object"),
        pytest.param("sign NOUN nsubj:pass seen\nseen VERB ROOT", ("object",), id="the subject of a passive"),
        pytest.param("sign NOUN nsubj fades\nfades VERB ROOT", ("subject",), id="a subject"),
        pytest.param("lack NOUN ROOT\nof ADP case sign\nsign NOUN nmod lack", ("of",), id="under a preposition"),
        pytest.param("lack NOUN ROOT\nof ADP prep lack\nsign NOUN pobj of", ("of",), id="under a preposition (CLEAR)"),
        pytest.param("sign NOUN ROOT", (), id="under nothing"),
    ],
)
def test_links_say_what_a_word_is_to_its_governor(make_doc: MakeDoc, table: str, expected: tuple[str, ...]) -> None:
    assert links_of(token(make_doc, table)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("lack NOUN ROOT\nof ADP case sign\nsign NOUN nmod lack", "lack", id="UD"),
        pytest.param("lack NOUN ROOT\nof ADP prep lack\nsign NOUN pobj of", "lack", id="CLEAR"),
        pytest.param(
            "left VERB ROOT\nout ADP prep left\nof ADP prep out\nsign NOUN pobj of", "left", id="CLEAR, two prepositions"
        ),
    ],
)
def test_governor_is_found_past_prepositions(make_doc: MakeDoc, table: str, expected: str) -> None:
    assert governor_of(token(make_doc, table)).text == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("called/call VERB ROOT\noff ADP compound:prt called\nsign NOUN obj called", "call off", id="a particle"),
        pytest.param("called/take VERB ROOT\nplace NOUN obj called", "take place", id="an object"),
        pytest.param("in ADP case called\ncalled/lieu NOUN ROOT", "in lieu", id="a preposition before it"),
        pytest.param("called/go VERB ROOT\non ADV advmod called", "go on", id="an adverb behind it"),
        pytest.param("is AUX cop called\ncalled/suppose VERB ROOT", "called", id="its form, of a state"),
        pytest.param("called/be AUX ROOT\nlikely ADJ acomp called", "likely", id="what it is said to be (CLEAR)"),
        pytest.param("called/be AUX cop weak\ntoo ADV advmod called\nweak ADJ ROOT", "too", id="how much so"),
    ],
)
def test_governor_has_several_forms(make_doc: MakeDoc, table: str, expected: str) -> None:
    assert expected in list(governing_words(token(make_doc, table, "called"), ("to",)))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("start VERB ROOT\nto PART mark sign\nsign VERB xcomp start tag=VB", Passage.OPEN, id="an infinitive"),
        pytest.param("say VERB ROOT\nsign VERB ccomp say tag=VBD", Passage.SHUT, id="a finite clause"),
        pytest.param("help VERB ROOT\nby SCONJ mark sign\nsign VERB advcl help tag=VBG", Passage.OPEN, id="how it is done"),
        pytest.param("help VERB ROOT\nafter SCONJ mark sign\nsign VERB advcl help tag=VBG", Passage.SHUT, id="after signing"),
        pytest.param("help VERB ROOT\nsign VERB advcl help tag=VBG", Passage.WEAK, id="a participle beside it"),
        pytest.param("see VERB ROOT\nsign NOUN obj see", Passage.WEAK, id="an object"),
        pytest.param("see VERB ROOT\nthe DET det sign\nsign NOUN obj see", Passage.SHUT, id="a definite object"),
        pytest.param("There PRON expl is\nis VERB ROOT\nsign NOUN nsubj is", Passage.OPEN, id="what there is"),
        pytest.param("leave VERB ROOT\ndespite ADP case sign\nsign NOUN obl leave", Passage.SHUT, id="what is taken for granted"),
        pytest.param("form NOUN ROOT\nof ADP case sign\nsign NOUN nmod form", Passage.OPEN, id="a noun within a noun"),
        pytest.param("Peru PROPN ROOT\nsign NOUN appos Peru", Passage.SHUT, id="an apposition"),
    ],
)
def test_passage_is_as_wide_as_the_construction_lets_it(make_doc: MakeDoc, table: str, expected: Passage) -> None:
    word = token(make_doc, table)

    assert passage_of(word, links_of(word)) is expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("meet VERB ROOT\nto PART mark sign\nsign VERB advcl meet tag=VB", True, id="meet to sign"),
        pytest.param("law NOUN ROOT\nto PART mark sign\nsign VERB acl law tag=VB", True, id="a law to sign"),
        pytest.param("first ADJ amod man\nman NOUN ROOT\nto PART mark sign\nsign VERB acl man tag=VB", False, id="the first to"),
        pytest.param("start VERB ROOT\nto PART mark sign\nsign VERB xcomp start tag=VB", False, id="start to sign"),
        pytest.param("meet VERB ROOT\nsign VERB advcl meet tag=VBG", False, id="no infinitive"),
    ],
)
def test_purpose_is_told_from_other_infinitives(make_doc: MakeDoc, table: str, *, expected: bool) -> None:
    word = token(make_doc, table)

    assert is_purpose(word, links_of(word)) is expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("if SCONJ mark sign\nsign VERB ROOT", ["if"], id="one"),
        pytest.param("as SCONJ mark sign\nif SCONJ mark sign\nsign VERB ROOT", ["as if", "as", "if"], id="two, as one and each"),
        pytest.param("rather ADV cc sign\nthan ADP fixed rather\nsign VERB ROOT", ["rather than"], id="a fixed one"),
        pytest.param("and CCONJ cc sign\nsign VERB ROOT", [], id="no plain conjunction"),
        pytest.param("sign NOUN ROOT\n's PART case sign", [], id="nothing behind it"),
    ],
)
def test_markers_are_found(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    assert markers_of(token(make_doc, table)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("the DET det sign\nsign NOUN ROOT", True, id="the sign"),
        pytest.param("its PRON nmod:poss sign\nsign NOUN ROOT", True, id="its sign"),
        pytest.param("a DET det sign\nsign NOUN ROOT", False, id="a sign"),
        pytest.param("sign NOUN ROOT", False, id="sign"),
    ],
)
def test_definite_nouns_are_known(make_doc: MakeDoc, table: str, *, expected: bool) -> None:
    assert is_definite(token(make_doc, table)) is expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("sign VERB ROOT tag=VBD", True, id="signed"),
        pytest.param("has/have AUX aux sign tag=VBZ\nsign VERB ROOT tag=VBN", True, id="has signed"),
        pytest.param("sign VERB ROOT tag=VBZ", False, id="signs"),
        pytest.param(
            "would AUX aux sign tag=MD\nhave AUX aux sign tag=VB\nsign VERB ROOT tag=VBN", False, id="would have signed"
        ),
    ],
)
def test_past_is_known(make_doc: MakeDoc, table: str, *, expected: bool) -> None:
    assert is_in_past(token(make_doc, table)) is expected
