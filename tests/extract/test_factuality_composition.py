"""What several words over one another make of it: signs multiply, scopes end, coordination shares."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from graphbuild.extract.factuality import Stance, Step, factuality_of
from graphbuild.extract.factuality_triggers import load_triggers
from graphbuild.model import Factuality

MakeDoc = Callable[[str], Doc]

SIGN = "a DET det pact\npact NOUN obj sign"
TO_SIGN = "to PART mark sign\nsign VERB xcomp {} tag=VB\n" + SIGN
STEPS = st.builds(Step, plus=st.sampled_from(Factuality), minus=st.sampled_from(Factuality), is_weak=st.booleans())


def clause(*rows: str) -> str:
    return "\n".join(rows)


def read(doc: Doc, word: str = "sign") -> Factuality:
    return factuality_of(next(token for token in doc if token.text == word))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            clause("did/do AUX aux fail", "not PART advmod fail", "fail VERB ROOT tag=VB", TO_SIGN.format("fail")),
            "asserted",
            id="did not fail to sign",
        ),
        pytest.param(
            clause("promised/promise VERB ROOT tag=VBD", "not PART advmod fail", "to PART mark fail", "fail VERB xcomp promised")
            + "\n"
            + TO_SIGN.format("fail").replace("to PART mark sign", "to PART mark sign tag=TO"),
            "planned",
            id="promised not to fail to sign",
        ),
        pytest.param(
            clause("will AUX aux refuse", "not PART advmod refuse", "refuse VERB ROOT tag=VB", TO_SIGN.format("refuse")),
            "planned",
            id="will not refuse to sign",
        ),
        pytest.param(
            clause(
                "is/be AUX aux:pass expected",
                "expected/expect VERB ROOT tag=VBN",
                "to PART mark refuse",
                "refuse VERB xcomp expected tag=VB",
                TO_SIGN.format("refuse"),
            ),
            "hypothetical",
            id="is expected to refuse to sign",
        ),
        pytest.param(
            clause("was/be AUX cop able", "able ADJ ROOT", TO_SIGN.format("able")).replace("cop able", "cop able tag=VBD"),
            "asserted",
            id="was able to sign",
        ),
        pytest.param(clause("is/be AUX cop able tag=VBZ", "able ADJ ROOT", TO_SIGN.format("able")), "hypothetical", id="is able"),
        pytest.param(
            clause("was/be AUX cop able tag=VBD", "not PART advmod able", "able ADJ ROOT", TO_SIGN.format("able")),
            "negated",
            id="was not able to sign",
        ),
        pytest.param(
            clause("can AUX aux sign", "not PART advmod sign", "sign VERB ROOT tag=VB", SIGN), "negated", id="cannot sign"
        ),
        pytest.param(
            clause("their PRON nmod:poss plan", "plan NOUN nsubj:pass rejected", "to PART mark sign", "sign VERB acl plan tag=VB")
            + "\n"
            + clause(SIGN, "was/be AUX aux:pass rejected tag=VBD", "rejected/reject VERB ROOT tag=VBN"),
            "negated",
            id="their plan to sign was rejected",
        ),
        pytest.param(
            clause("regret VERB ROOT", "having/have AUX aux sign tag=VBG", "sign VERB xcomp regret tag=VBN", SIGN),
            "asserted",
            id="regret having signed",
        ),
        pytest.param(
            clause("did/do AUX aux regret", "not PART advmod regret", "regret VERB ROOT tag=VB")
            + "\nthat SCONJ mark sign\nthey PRON nsubj sign\nsign VERB ccomp regret tag=VBD\n"
            + SIGN,
            "asserted",
            id="did not regret that they signed",
        ),
    ],
)
def test_triggers_over_one_another_multiply(make_doc: MakeDoc, table: str, expected: str) -> None:
    assert read(make_doc(table)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            clause(
                "is/be AUX ROOT tag=VBZ", "likely ADJ acomp is", "to PART aux sign tag=TO", "sign VERB xcomp likely tag=VB", SIGN
            ),
            "hypothetical",
            id="is likely to sign",
        ),
        pytest.param(
            clause("refrained/refrain VERB ROOT tag=VBD", "from ADP prep refrained", "sign VERB pcomp from tag=VBG", SIGN),
            "negated",
            id="refrained from signing",
        ),
        pytest.param(
            clause("lack NOUN ROOT", "of ADP prep lack", "sign NOUN pobj of"),
            "negated",
            id="lack of a sign, the noun's preposition",
        ),
        pytest.param(
            clause("agreed/agree VERB ROOT tag=VBD", "to PART aux sign tag=TO", "sign VERB xcomp agreed tag=VB", SIGN),
            "planned",
            id="agreed to sign",
        ),
        pytest.param(
            clause("sign NOUN nsubjpass cancelled", "was/be AUX auxpass cancelled", "cancelled/cancel VERB ROOT tag=VBN"),
            "negated",
            id="was cancelled",
        ),
    ],
)
def test_triggers_are_seen_under_clear_labels(make_doc: MakeDoc, table: str, expected: str) -> None:
    assert read(make_doc(table)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            clause("denied/deny VERB ROOT tag=VBD", "that SCONJ mark armed", "it PRON nsubj armed", "armed/arm VERB ccomp denied")
            + "\nrebels/rebel NOUN obj armed\nwho PRON nsubj sign\nsign VERB acl:relcl rebels tag=VBD\n"
            + SIGN,
            "asserted",
            id="denied that it armed the rebels who signed",
        ),
        pytest.param(
            clause("might AUX aux leave", "leave VERB ROOT tag=VB", "because SCONJ mark sign", "Peru PROPN nsubj sign")
            + "\nsign VERB advcl leave tag=VBD\n"
            + SIGN,
            "asserted",
            id="might leave because Peru signed",
        ),
        pytest.param(
            clause("no DET det country", "country NOUN nsubj is", "is/be VERB ROOT", "that PRON nsubj sign")
            + "\nsign VERB acl:relcl country tag=VBZ\n"
            + SIGN,
            "negated",
            id="no country that signs",
        ),
        pytest.param(
            clause("could AUX aux widen", "widen VERB ROOT tag=VB", "the DET det sign", "sign NOUN obj widen"),
            "asserted",
            id="could widen the treaty, which there is",
        ),
        pytest.param(
            clause("could AUX aux widen", "widen VERB ROOT tag=VB", "sign NOUN obj widen"),
            "hypothetical",
            id="could widen treaties",
        ),
        pytest.param(
            clause("did/do AUX aux widen", "not PART advmod widen", "widen VERB ROOT tag=VB", "sign NOUN obj widen"),
            "asserted",
            id="did not widen treaties, which may be",
        ),
        pytest.param(
            clause("sign VERB ROOT tag=VB", "will AUX aux sign", "if SCONJ mark leaves", "Peru PROPN nsubj leaves")
            + "\nleaves/leave VERB advcl sign tag=VBZ",
            "hypothetical",
            id="signs if Peru leaves",
        ),
        pytest.param(
            clause("sign VERB ROOT tag=VBP", "even ADV advmod leaves", "if SCONJ mark leaves", "Peru PROPN nsubj leaves")
            + "\nleaves/leave VERB advcl sign tag=VBZ",
            "asserted",
            id="signs even if Peru leaves",
        ),
        pytest.param(
            clause("did/do AUX aux sign tag=VBD", "not PART advmod sign", "sign VERB ROOT tag=VB", "until ADP case 1992")
            + "\n1992 NUM obl sign",
            "asserted",
            id="did not sign until 1992",
        ),
        pytest.param(
            clause("not PART advmod sign", "only ADV advmod sign", "sign VERB ROOT tag=VBD"), "asserted", id="not only signed"
        ),
        pytest.param(
            clause("Did/do AUX aux sign tag=VBD", "Peru PROPN nsubj sign", "sign VERB ROOT tag=VB", "? PUNCT punct sign"),
            "hypothetical",
            id="Did Peru sign?",
        ),
        pytest.param(
            clause("Why ADV advmod sign tag=WRB", "did/do AUX aux sign tag=VBD", "Peru PROPN nsubj sign", "sign VERB ROOT tag=VB")
            + "\n? PUNCT punct sign",
            "asserted",
            id="Why did Peru sign?",
        ),
    ],
)
def test_scope_ends_where_it_should(make_doc: MakeDoc, table: str, expected: str) -> None:
    assert read(make_doc(table)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            clause(
                "did/do AUX aux meet",
                "not PART advmod meet",
                "meet VERB ROOT tag=VB",
                "or CCONJ cc sign",
                "sign VERB conj meet tag=VB",
            ),
            "negated",
            id="did not meet or sign",
        ),
        pytest.param(
            clause(
                "did/do AUX aux meet",
                "not PART advmod meet",
                "meet VERB ROOT tag=VB",
                "and CCONJ cc sign",
                "sign VERB conj meet tag=VBD",
            ),
            "asserted",
            id="did not meet and signed",
        ),
        pytest.param(
            clause(
                "did/do AUX aux meet",
                "not PART advmod meet",
                "meet VERB ROOT tag=VB",
                "but CCONJ cc sign",
                "sign VERB conj meet tag=VB",
            ),
            "asserted",
            id="not meet but sign",
        ),
        pytest.param(
            clause("neither CCONJ cc:preconj meet", "meet VERB ROOT", "nor CCONJ cc sign", "sign VERB conj meet"),
            "negated",
            id="neither met nor signed, one negation",
        ),
        pytest.param(
            clause("if SCONJ mark meets", "meets/meet VERB advcl goes", "and CCONJ cc sign", "Peru PROPN nsubj sign")
            + "\nsign VERB conj meets\ngoes/go VERB ROOT",
            "hypothetical",
            id="if it meets and Peru signs",
        ),
    ],
)
def test_coordination_shares_what_stands_over_all_of_it(make_doc: MakeDoc, table: str, expected: str) -> None:
    assert read(make_doc(table)) == expected


@pytest.mark.parametrize(
    ("governing", "verb", "expected"),
    [
        pytest.param("said/say VERB ROOT tag=VBD", "sign", "planned", id="said it would sign"),
        pytest.param("says/say VERB ROOT tag=VBZ", "sign", "hypothetical", id="says it would sign"),
        pytest.param("argued/argue VERB ROOT tag=VBD", "sign", "hypothetical", id="argued it would sign"),
        pytest.param("said/say VERB ROOT tag=VBD", "suffer", "hypothetical", id="said it would suffer, which nobody decides"),
    ],
)
def test_would_is_a_plan_where_it_was_announced(make_doc: MakeDoc, governing: str, verb: str, expected: str) -> None:
    head = governing.partition("/")[0]
    table = clause(governing, f"it PRON nsubj {verb}", f"would AUX aux {verb}", f"{verb} VERB ccomp {head} tag=VB")

    assert read(make_doc(table), verb) == expected


def test_triggers_of_a_user_s_own_are_used(make_doc: MakeDoc, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    row = '{ word = "balk", with = ["at"], plus = "negated", minus = "asserted", example = "Peru balked at [signing] it." }'
    path.write_text(f"mine = [{row}]", encoding="utf-8")
    doc = make_doc(clause("balked/balk VERB ROOT tag=VBD", "at SCONJ mark sign", "sign VERB advcl balked tag=VBG"))

    assert factuality_of(doc[2], triggers=load_triggers(path)) == "negated"


@given(st.lists(STEPS, max_size=6))
def test_what_is_imagined_stays_so_unless_it_is_presupposed(steps: list[Step]) -> None:
    stance = Stance(mood=Factuality.HYPOTHETICAL)
    for step in steps:
        if step.plus is not step.minus:
            stance = stance.under(step)

    assert stance.factuality is Factuality.HYPOTHETICAL


@given(st.sampled_from(Factuality), st.booleans())
def test_two_denials_are_none(mood: Factuality, is_denied: bool) -> None:  # noqa: FBT001 - drawn
    stance = Stance(is_denied and mood is not Factuality.NEGATED, Factuality.ASSERTED if mood is Factuality.NEGATED else mood)
    denial = Step(Factuality.NEGATED, Factuality.ASSERTED)

    assert stance.under(denial).under(denial) == stance
