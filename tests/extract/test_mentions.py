from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuild.extract import mentions_of
from graphbuild.extract.mentions import named_modifiers, origin_of, span_of
from graphbuild.model import ORIGIN_KEY, Mention, Origin, Span

MakeDoc = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "the DET det Diet ORG\nDiet PROPN ROOT +", [("Diet", "Organization", "name")], id="a name without its article"
        ),
        pytest.param("Japan PROPN ROOT GPE\n's PART case Japan +", [("Japan", "Place", "name")], id="a name without its clitic"),
        pytest.param(
            "Shinzo PROPN flat Abe PERSON\nAbe PROPN ROOT +", [("Shinzo Abe", "Person", "name")], id="a name of two words, once"
        ),
        pytest.param("Japanese ADJ ROOT NORP", [("Japanese", "", "demonym")], id="a nationality (spaCy's label)"),
        pytest.param("Japanese ADJ ROOT Demonym", [("Japanese", "", "demonym")], id="a nationality (a known name)"),
        pytest.param("Democratic ADJ ROOT NORP", [("Democratic", "", "demonym")], id="an adjective of a party"),
        pytest.param("Democrat NOUN ROOT NORP", [("Democrat", "", "demonym")], id="one of a party"),
        pytest.param("Democrats PROPN ROOT NORP tag=NNPS", [("Democrats", "Group", "name")], id="people"),
        pytest.param("Americans PROPN ROOT Demonym tag=NNPS", [("Americans", "", "demonym")], id="people of a known country"),
        pytest.param("Tsai PROPN ROOT Politician", [("Tsai", "Person", "name")], id="a politician"),
        pytest.param(
            "Ministers/minister NOUN ROOT Role",
            [("Ministers", "", "description")],
            id="a post is a common noun whatever its label",
        ),
        pytest.param("dozens/dozen NOUN ROOT Cardinal", [], id="a number in words names nothing"),
        pytest.param("DPP PROPN ROOT PoliticalParty", [("DPP", "PoliticalParty", "name")], id="a class of the ontology as label"),
        pytest.param("Monday PROPN ROOT DATE", [], id="a date names nothing"),
        pytest.param("the DET ROOT ORG", [], id="an article that a recognizer took for a name"),
        pytest.param(
            "the DET det officials\ndefense NOUN compound officials\nofficials/official NOUN ROOT",
            [("defense", "", "description"), ("defense officials", "", "description")],
            id="a common noun with what stands before it",
        ),
        pytest.param(
            "officials/official NOUN ROOT\nin ADP case Tokyo\nTokyo PROPN nmod officials GPE",
            [("Tokyo", "Place", "name"), ("officials in Tokyo", "", "description")],
            id="a common noun with the place behind it",
        ),
        pytest.param(
            "the DET det Act\nAct PROPN ROOT", [("Act", "", "name")], id="a proper noun that no recognizer took for a name"
        ),
        pytest.param(
            "Officials/official NOUN ROOT", [("Officials", "", "description")], id="the first word's capital means nothing"
        ),
        pytest.param("ran/run VERB ROOT", [], id="a verb names nothing"),
        pytest.param("2016 NUM ROOT", [], id="a number names nothing"),
    ],
)
def test_mentions_are_names_and_descriptions(make_doc: MakeDoc, table: str, expected: list[tuple[str, str, str]]) -> None:
    found = mentions_of(make_doc(table))

    assert sorted((mention.text, mention.label, mention.kind.value) for mention in found) == expected


def test_mentions_are_found_by_any_word_of_a_name(make_doc: MakeDoc) -> None:
    doc = make_doc("Shinzo PROPN flat Abe PERSON\nAbe PROPN nsubj left +\nleft/leave VERB ROOT")

    mentions = mentions_of(doc)

    assert mentions.find(doc[0]) == mentions.find(doc[1])
    assert mentions.find(doc[2]) is None


def test_mentions_are_found_once_and_kept(make_doc: MakeDoc) -> None:
    doc = make_doc("Japan PROPN ROOT GPE")

    assert mentions_of(doc) is mentions_of(doc)


def test_mentions_come_in_the_order_of_the_text(make_doc: MakeDoc) -> None:
    doc = make_doc("Tsai PROPN nsubj met PERSON\nmet/meet VERB ROOT\nold ADJ amod friends\nfriends/friend NOUN obj met")

    assert [mention.text for mention in mentions_of(doc)] == ["Tsai", "old friends"]


def test_mention_of_a_cut_text_is_the_documents(vocab: Vocab) -> None:
    text = "Title\n\nthe Liberal (LDP) Party"
    words, ents = ["the", "Liberal", "Party"], ["O", "B-ORG", "I-ORG"]
    doc = Doc(vocab, words=words, lemmas=words, heads=[2, 2, 2], deps=["det", "compound", "ROOT"], ents=ents)
    doc.user_data[ORIGIN_KEY] = Origin("a.txt", text, 7, ((11, 6),))

    (mention,) = set(mentions_of(doc))

    assert mention == Mention(Span("a.txt", 11, 30), "Liberal (LDP) Party", "Organization", name="Liberal Party", head="party")


def test_origin_of_a_doc_made_by_hand_is_itself(make_doc: MakeDoc) -> None:
    doc = make_doc("Japan PROPN nsubj won\nwon/win VERB ROOT")

    assert origin_of(doc) == Origin("-", "Japan won")
    assert span_of(doc[1]) == Span("-", 6, 9)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param("Japan PROPN nmod:poss ally GPE\n's PART case Japan\nally NOUN ROOT", ["Japan"], id="a possessor (UD)"),
        pytest.param("Japan PROPN poss ally GPE\n's PART case Japan\nally NOUN ROOT", ["Japan"], id="a possessor (CLEAR)"),
        pytest.param("Japanese ADJ amod ally NORP\nally NOUN ROOT", ["Japanese"], id="a nationality"),
        pytest.param("LDP PROPN nmod:desc lawmaker ORG\nlawmaker NOUN ROOT", ["LDP"], id="a body"),
        pytest.param(
            "Japanese ADJ amod defense NORP\ndefense NOUN compound official\nofficial NOUN ROOT",
            ["Japanese"],
            id="through another modifier",
        ),
        pytest.param(
            "Japan PROPN poss coast GPE\n's PART case Japan\ncoast NOUN poss guard\n's PART case coast\nguard NOUN ROOT",
            [],
            id="not a possessor's possessor",
        ),
        pytest.param("two NUM nummod allies Cardinal\nallies/ally NOUN ROOT", [], id="not a number"),
        pytest.param("Prime ADJ amod ally Role\nally NOUN ROOT", [], id="not a post"),
        pytest.param("last ADJ amod year DATE\nyear NOUN compound ally +\nally NOUN ROOT", [], id="not a date"),
        pytest.param("Coast PROPN compound Guard ORG\nGuard PROPN ROOT +", [], id="not a word of the name itself"),
        pytest.param("ally NOUN ROOT\nJapan PROPN nmod ally GPE", [], id="not what stands behind"),
    ],
)
def test_named_modifiers_qualify_a_noun_from_the_left(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    doc = make_doc(table)
    noun = doc[0] if doc[0].dep_ == "ROOT" else doc[-1]

    assert [token.text for token in named_modifiers(noun)] == expected
