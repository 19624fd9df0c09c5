import time
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.coreference import antecedent_of, forget_antecedents, link_pronouns
from graphbuild.extract.mentions import mentions_of

MakeDoc = Callable[[str], Doc]


def sentence(*rows: str) -> str:
    return "\n".join(rows)


TSAI_CAME = sentence("Tsai PROPN nsubj came PERSON", "came/come VERB ROOT")
TAIWAN_WON = sentence("Taiwan PROPN nsubj won GPE", "won/win VERB ROOT")
BOTH_MET = sentence("Abe PROPN nsubj met PERSON", "and CCONJ cc Aso", "Aso PROPN conj Abe PERSON", "met/meet VERB ROOT")
SHE_LEFT = sentence("She PRON nsubj left", "left/leave VERB ROOT")
IT_LEFT = sentence("It PRON nsubj left", "left/leave VERB ROOT")
THEY_LEFT = sentence("They PRON nsubj left", "left/leave VERB ROOT")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(sentence(TSAI_CAME, SHE_LEFT), ["Tsai"], id="a person of the sentence before"),
        pytest.param(sentence(TAIWAN_WON, IT_LEFT), ["Taiwan"], id="a body of the sentence before"),
        pytest.param(sentence(BOTH_MET, THEY_LEFT), ["Abe", "Aso"], id="several persons together"),
        pytest.param(sentence(TAIWAN_WON, SHE_LEFT), [], id="no body is a she"),
        pytest.param(sentence(TSAI_CAME, IT_LEFT), [], id="no person is an it"),
        pytest.param(SHE_LEFT, [], id="nobody before, nobody meant"),
        pytest.param(
            sentence("Mr PROPN compound Su", "Su PROPN nsubj came PERSON", "came/come VERB ROOT", SHE_LEFT),
            [],
            id="a title tells the gender",
        ),
        pytest.param(
            sentence("Angela PROPN nsubj came PERSON", "came/come VERB ROOT", "He PRON nsubj left", "left/leave VERB ROOT"),
            [],
            id="a given name tells the gender",
        ),
        pytest.param(
            sentence(
                TSAI_CAME,
                "Angela PROPN nsubj won PERSON",
                "won/win VERB ROOT",
                "She PRON nsubj fell",
                "fell/fall VERB ROOT",
                "He PRON nsubj left",
                "left/leave VERB ROOT",
            ),
            ["Tsai"],
            id="another gender's person between is passed over",
        ),
        pytest.param(
            sentence(TSAI_CAME, "Rain NOUN nsubj fell", "fell/fall VERB ROOT", SHE_LEFT),
            ["Tsai"],
            id="a sentence without names between is passed over",
        ),
        pytest.param(
            sentence(
                TSAI_CAME, *[f"Rain{number} NOUN nsubj fell{number}\nfell{number} VERB ROOT" for number in range(9)], SHE_LEFT
            ),
            [],
            id="ten sentences back is too far",
        ),
        pytest.param(
            sentence("Tsai PROPN nsubj met PERSON", "met/meet VERB ROOT", "Su PROPN obj met PERSON", SHE_LEFT),
            ["Tsai"],
            id="a subject before an object",
        ),
        pytest.param(
            sentence("The DET det women", "women/woman NOUN nsubj came morph=Number=Plur", "came/come VERB ROOT", SHE_LEFT),
            [],
            id="several are no she",
        ),
        pytest.param(
            sentence(TAIWAN_WON, "It PRON expl rained", "rained/rain VERB ROOT"), [], id="an expletive stands for nothing"
        ),
    ],
)
def test_pronoun_stands_for_the_likeliest_name_before_it(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    doc = make_doc(table)
    pronoun = next(token for token in reversed(doc) if token.pos_ == "PRON")

    assert [token.text for token in antecedent_of(pronoun)] == expected


def test_pronoun_in_a_name_s_own_sentence_prefers_it(make_doc: MakeDoc) -> None:
    doc = make_doc(
        sentence(
            TSAI_CAME, "Abe PROPN nsubj praised PERSON", "praised/praise VERB ROOT", "his PRON poss aide", "aide NOUN obj praised"
        )
    )

    assert [token.text for token in antecedent_of(doc[4])] == ["Abe"]


@pytest.mark.parametrize("word", ["I", "you", "we", "this", "who", "one"])
def test_pronoun_of_another_kind_is_left_alone(make_doc: MakeDoc, word: str) -> None:
    doc = make_doc(sentence(TSAI_CAME, f"{word} PRON nsubj left", "left/leave VERB ROOT"))

    assert antecedent_of(doc[2]) == []


def test_pronoun_stands_for_the_longest_name_of_whom_it_means(make_doc: MakeDoc) -> None:
    full_name = sentence("Tsai PROPN nsubj came PERSON", "Lee PROPN flat Tsai +", "came/come VERB ROOT")
    doc = make_doc(sentence(full_name, "Lee PROPN nsubj won PERSON", "won/win VERB ROOT", SHE_LEFT))

    assert antecedent_of(doc[5]) == [doc[0]]


def test_pronoun_stands_for_a_name_of_an_earlier_paragraph(make_doc: MakeDoc) -> None:
    before, after = make_doc(TSAI_CAME), make_doc(SHE_LEFT)
    link_pronouns([before, after])

    (name,) = antecedent_of(after[0])
    mention = mentions_of(after).find(name)

    assert name == before[0]
    assert mention is not None
    assert mention.text == "Tsai"


def test_paragraph_read_by_itself_knows_nothing_of_the_one_before(make_doc: MakeDoc) -> None:
    before, after = make_doc(TSAI_CAME), make_doc(SHE_LEFT)
    link_pronouns([before, after])

    forget_antecedents(after)

    assert antecedent_of(after[0]) == []


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        pytest.param(sentence("The DET det party", "party NOUN nsubj lost"), ["Party"], id="the last word of a name"),
        pytest.param(sentence("A DET det party", "party NOUN nsubj lost"), [], id="with an article that tells of something new"),
        pytest.param(
            sentence("The DET det party", "other ADJ amod party", "party NOUN nsubj lost"),
            [],
            id="with an adjective: another one",
        ),
        pytest.param(sentence("The DET det country", "country NOUN nsubj lost"), [], id="of another kind"),
    ],
)
def test_noun_that_only_tells_the_kind_stands_for_a_name(make_doc: MakeDoc, noun: str, expected: list[str]) -> None:
    named = sentence("Green PROPN amod Party ORG", "Party PROPN nsubj won +", "won/win VERB ROOT")
    doc = make_doc(sentence(named, noun, "lost/lose VERB ROOT"))

    assert [token.text for token in antecedent_of(doc[-2])] == expected


def test_noun_stands_for_the_latest_name_of_its_kind(make_doc: MakeDoc) -> None:
    doc = make_doc(sentence(TSAI_CAME, TAIWAN_WON, "The DET det country", "country NOUN nsubj lost", "lost/lose VERB ROOT"))

    assert [token.text for token in antecedent_of(doc[5])] == ["Taiwan"]


def test_time_grows_no_faster_than_the_text(make_doc: MakeDoc) -> None:
    he = "He PRON nsubj left\nleft/leave VERB ROOT"
    rows = "\n".join([TSAI_CAME, *(he.replace("left", f"left{number}") for number in range(1500))])
    doc = make_doc(rows)
    start = time.process_time()

    link_pronouns([doc])

    assert time.process_time() - start < 2
    assert antecedent_of(doc[2])[0].text == "Tsai"
