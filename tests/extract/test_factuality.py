from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.factuality import factuality_of

MakeDoc = Callable[[str], Doc]

SIGN = "a DET det pact\npact NOUN obj sign"
INFINITIVE = "to PART mark sign\nsign VERB xcomp {governor} tag=VB\n" + SIGN


def clause(*rows: str) -> str:
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(clause("Japan PROPN nsubj sign", "sign VERB ROOT", SIGN), "asserted", id="Japan signs a pact"),
        pytest.param(clause("has/have AUX aux sign", "sign VERB ROOT", SIGN), "asserted", id="has signed"),
        pytest.param(clause("will AUX aux sign", "sign VERB ROOT", SIGN), "planned", id="will sign"),
        pytest.param(clause("may AUX aux sign", "sign VERB ROOT", SIGN), "hypothetical", id="may sign"),
        pytest.param(clause("would AUX aux sign", "sign VERB ROOT", SIGN), "hypothetical", id="would sign"),
        pytest.param(
            clause("did/do AUX aux sign", "not PART advmod sign", "sign VERB ROOT", SIGN), "negated", id="did not sign (UD)"
        ),
        pytest.param(
            clause("did/do AUX aux sign", "not PART neg sign", "sign VERB ROOT", SIGN), "negated", id="did not sign (CLEAR)"
        ),
        pytest.param(clause("did/do AUX aux sign", "n't/not PART neg sign", "sign VERB ROOT", SIGN), "negated", id="didn't sign"),
        pytest.param(clause("never ADV advmod sign", "sign VERB ROOT", SIGN), "negated", id="never signs"),
        pytest.param(
            clause("No/no DET det official", "official NOUN nsubj sign", "sign VERB ROOT", SIGN),
            "negated",
            id="no official signs",
        ),
        pytest.param(clause("if SCONJ mark sign", "sign VERB ROOT", SIGN), "hypothetical", id="if it signs"),
        pytest.param(clause("perhaps ADV advmod sign", "sign VERB ROOT", SIGN), "hypothetical", id="perhaps signs"),
        pytest.param(clause("will AUX aux sign", "not PART advmod sign", "sign VERB ROOT", SIGN), "negated", id="will not sign"),
        pytest.param(
            clause("may AUX aux sign", "not PART advmod sign", "sign VERB ROOT", SIGN), "hypothetical", id="may not sign"
        ),
        pytest.param(
            clause("unless SCONJ mark sign", "will AUX aux sign", "sign VERB ROOT", SIGN),
            "hypothetical",
            id="unless it will sign",
        ),
    ],
)
def test_factuality_is_read_from_a_verb_s_own_words(make_doc: MakeDoc, table: str, expected: str) -> None:
    doc = make_doc(table)

    assert factuality_of(next(token for token in doc if token.text == "sign")) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(clause("plans/plan VERB ROOT", INFINITIVE.format(governor="plans")), "planned", id="plans to sign"),
        pytest.param(clause("voted/vote VERB ROOT", INFINITIVE.format(governor="voted")), "planned", id="voted to sign"),
        pytest.param(clause("agreed/agree VERB ROOT", INFINITIVE.format(governor="agreed")), "planned", id="agreed to sign"),
        pytest.param(clause("failed/fail VERB ROOT", INFINITIVE.format(governor="failed")), "negated", id="failed to sign"),
        pytest.param(clause("refused/refuse VERB ROOT", INFINITIVE.format(governor="refused")), "negated", id="refused to sign"),
        pytest.param(clause("managed/manage VERB ROOT", INFINITIVE.format(governor="managed")), "asserted", id="managed to sign"),
        pytest.param(
            clause("did/do AUX aux refuse", "not PART neg refuse", "refuse VERB ROOT", INFINITIVE.format(governor="refuse")),
            "asserted",
            id="did not refuse to sign",
        ),
        pytest.param(
            clause("might AUX aux refuse", "refuse VERB ROOT", INFINITIVE.format(governor="refuse")),
            "hypothetical",
            id="might refuse to sign",
        ),
        pytest.param(
            clause("might AUX aux refuse", "not PART neg refuse", "refuse VERB ROOT", INFINITIVE.format(governor="refuse")),
            "hypothetical",
            id="might not refuse to sign",
        ),
        pytest.param(
            clause("will AUX aux refuse", "refuse VERB ROOT", INFINITIVE.format(governor="refuse")),
            "negated",
            id="will refuse to sign",
        ),
        pytest.param(
            clause("plans/plan VERB ROOT", "not PART neg sign", INFINITIVE.format(governor="plans")),
            "negated",
            id="plans not to sign",
        ),
        pytest.param(
            clause("does/do AUX aux plan", "not PART neg plan", "plan VERB ROOT", INFINITIVE.format(governor="plan")),
            "negated",
            id="does not plan to sign",
        ),
        pytest.param(
            clause(
                "refused/refuse VERB ROOT", "to PART mark plan", "plan VERB xcomp refused", INFINITIVE.format(governor="plan")
            ),
            "negated",
            id="refused to plan to sign",
        ),
        pytest.param(
            clause("a DET det bid", "bid NOUN ROOT", "to PART mark sign", "sign VERB acl bid", SIGN),
            "planned",
            id="a bid to sign",
        ),
        pytest.param(
            clause("a DET det chance", "chance NOUN ROOT", "to PART mark sign", "sign VERB acl chance", SIGN),
            "hypothetical",
            id="a chance to sign",
        ),
        pytest.param(
            clause("met/meet VERB ROOT", "to PART mark sign", "sign VERB advcl met tag=VB", SIGN),
            "planned",
            id="met in order to sign",
        ),
        pytest.param(
            clause("might AUX aux meet", "meet VERB ROOT", "and CCONJ cc sign", "sign VERB conj meet", SIGN),
            "hypothetical",
            id="might meet and sign",
        ),
        pytest.param(
            clause(
                "might AUX aux meet", "meet VERB ROOT", "and CCONJ cc sign", "Japan PROPN nsubj sign", "sign VERB conj meet", SIGN
            ),
            "asserted",
            id="might meet, and Japan signs",
        ),
    ],
)
def test_factuality_is_read_from_what_governs_a_verb(make_doc: MakeDoc, table: str, expected: str) -> None:
    doc = make_doc(table)

    assert factuality_of(next(token for token in doc if token.text == "sign")) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            clause("left/leave VERB ROOT", "without SCONJ mark sign", "sign VERB advcl left tag=VBG", SIGN),
            "negated",
            id="without signing (UD)",
        ),
        pytest.param(
            clause("left/leave VERB ROOT", "without ADP prep left", "sign VERB pcomp without tag=VBG", SIGN),
            "negated",
            id="without signing (CLEAR)",
        ),
        pytest.param(
            clause("left/leave VERB ROOT", "without ADP case sign", "sign NOUN obl left"), "negated", id="without a sign (UD)"
        ),
        pytest.param(
            clause("left/leave VERB ROOT", "without ADP prep left", "sign NOUN pobj without"),
            "negated",
            id="without a sign (CLEAR)",
        ),
        pytest.param(
            clause("not PART neg left", "left/leave VERB ROOT", "without ADP prep left", "sign NOUN pobj without"),
            "asserted",
            id="not without a sign",
        ),
    ],
)
def test_factuality_is_denied_by_without(make_doc: MakeDoc, table: str, expected: str) -> None:
    doc = make_doc(table)

    assert factuality_of(next(token for token in doc if token.text == "sign")) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(clause("possible ADJ amod ties", "ties/tie NOUN ROOT"), "hypothetical", id="possible ties"),
        pytest.param(clause("planned ADJ amod ties", "ties/tie NOUN ROOT"), "planned", id="planned ties"),
        pytest.param(clause("no DET det ties", "ties/tie NOUN ROOT"), "negated", id="no ties"),
        pytest.param(clause("close ADJ amod ties", "ties/tie NOUN ROOT"), "asserted", id="close ties"),
        pytest.param(clause("saw/see VERB ROOT", "ties/tie NOUN obj saw"), "asserted", id="saw ties"),
        pytest.param(clause("ended/end VERB ROOT", "ties/tie NOUN obj ended"), "negated", id="ended ties"),
        pytest.param(
            clause("suspended/suspend VERB ROOT", "ties/tie NOUN dobj suspended"), "negated", id="suspended ties (CLEAR)"
        ),
        pytest.param(
            clause("has/have VERB ROOT", "no DET det ties", "ties/tie NOUN obj has"),
            "negated",
            id="has no ties, denied once although seen twice",
        ),
    ],
)
def test_factuality_of_a_noun_is_read(make_doc: MakeDoc, table: str, expected: str) -> None:
    doc = make_doc(table)

    assert factuality_of(next(token for token in doc if token.text == "ties")) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            clause("might AUX aux say", "say VERB ROOT", "Japan PROPN nsubj signs", "signs/sign VERB ccomp say"),
            "asserted",
            id="reported speech",
        ),
        pytest.param(
            clause(
                "might AUX aux meet",
                "meet VERB ROOT",
                "Abe PROPN obj meet",
                "who PRON nsubj signs",
                "signs/sign VERB acl:relcl Abe",
            ),
            "asserted",
            id="a relative clause",
        ),
        pytest.param(
            clause("denied/deny VERB ROOT", "Japan PROPN nsubj signs", "signs/sign VERB ccomp denied"),
            "negated",
            id="but not a denial",
        ),
        pytest.param(
            clause("not PART neg deny", "deny VERB ROOT", "Japan PROPN nsubj signs", "signs/sign VERB ccomp deny"),
            "hypothetical",
            id="and who does not deny leaves it open",
        ),
    ],
)
def test_factuality_of_a_clause_of_its_own_is_its_own(make_doc: MakeDoc, table: str, expected: str) -> None:
    doc = make_doc(table)

    assert factuality_of(next(token for token in doc if token.text == "signs")) == expected


def test_factuality_under_a_long_chain_is_found(make_doc: MakeDoc) -> None:
    rows = ["v0/refuse VERB ROOT", *(f"v{number}/start VERB xcomp v{number - 1}" for number in range(1, 5))]

    assert factuality_of(make_doc(clause(*rows))[-1]) == "negated"
