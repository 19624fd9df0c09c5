"""What of a predicate and of a trigger carries the meaning."""

from typing import Any

import pytest

from graphbuild.model import Predicate, Span
from graphbuild.normalize.phrase import Phrase, read_predicate, read_trigger
from graphbuild.ontology import Trigger


def predicate(lemma: str, pos: str = "VERB", **more: Any) -> Predicate:
    return Predicate(lemma, lemma, Span("a.txt", 0, 1), lemma, pos, **more)


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        pytest.param(predicate("despise"), Phrase("verb", "despise"), id="a verb"),
        pytest.param(predicate("trespass", preposition="upon"), Phrase("verb", "trespass", "", "on"), id="upon is on"),
        pytest.param(
            predicate("voice", noun="sympathy", preposition="for"),
            Phrase("verb", "have", "sympathy", "for"),
            id="a light verb is any",
        ),
        pytest.param(
            predicate("order", noun="murder", preposition="of"),
            Phrase("verb", "order", "murder", "of"),
            id="a verb that is not light",
        ),
        pytest.param(
            predicate("hammer", particle="out", noun="deal", preposition="with"),
            Phrase("verb", "hammer", "deal", "with"),
            id="a particle matters little beside a noun",
        ),
        pytest.param(
            predicate("onslaught", "NOUN", preposition="on", modifiers=("fierce",)),
            Phrase("noun", "onslaught", "", "on"),
            id="a noun",
        ),
        pytest.param(predicate("livid", "ADJ", preposition="with"), Phrase("adjective", "livid", "", "with"), id="an adjective"),
        pytest.param(predicate("dress", particle="down"), None, id="a verb and its particle are more than both"),
        pytest.param(predicate("-led", "AFFIX"), None, id="an affix"),
        pytest.param(predicate("president", "TITLE"), None, id="a title"),
    ],
)
def test_predicate_is_read(said: Predicate, phrase: Phrase | None) -> None:
    assert read_predicate(said) == phrase


@pytest.mark.parametrize(
    ("kind", "trigger", "phrase"),
    [
        pytest.param("verb", "dislike", Phrase("verb", "dislike"), id="a verb"),
        pytest.param("verb", "express sympathy for", Phrase("verb", "have", "sympathy", "for"), id="a light verb"),
        pytest.param("noun", "tie between", Phrase("noun", "tie", "", "with"), id="between is with"),
        pytest.param("adjective", "angry with", Phrase("adjective", "angry", "", "with"), id="an adjective"),
        pytest.param("verb", "stand up to", None, id="a particle makes a verb another"),
        pytest.param("verb", "beat up", None, id="even at the end"),
        pytest.param("noun", "opposition party in", None, id="a qualified noun is more than its head"),
        pytest.param("adjective", "previously known as", None, id="and so is an adjective"),
        pytest.param("verb", "roll out red carpet for", None, id="a saying"),
        pytest.param("affix", "-led", None, id="an affix"),
    ],
)
def test_trigger_is_read(kind: Any, trigger: str, phrase: Phrase | None) -> None:
    assert read_trigger(Trigger(trigger, kind)) == phrase


def test_phrases_of_one_form_can_be_compared() -> None:
    voiced, voices = read_predicate(predicate("voice", noun="anger", preposition="at")), Phrase("verb", "order", "anger", "at")

    assert voiced is not None
    assert voiced.form == ("verb", "light", "at")
    assert voices.form == ("verb", "full", "at")
    assert Phrase("verb", "order").form == ("verb", "alone", "")
