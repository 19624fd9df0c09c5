"""One reading of each fact per sentence."""

from collections.abc import Callable
from typing import Any

import pytest

from graphbuild.model import Factuality
from graphbuild.normalize import Normalizer
from graphbuild.ontology import Ontology

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        pytest.param("support", [Factuality.ASSERTED], id="the verb says it with its noun"),
        pytest.param("", [Factuality.ASSERTED, Factuality.PLANNED], id="two words say two things"),
    ],
)
def test_verb_speaks_for_its_noun(noun: str, expected: list[Factuality], article: Make, ontology: Ontology) -> None:
    text = article("Taiwan would stand up support for China.")
    taiwan, china = text.name("Taiwan"), text.name("China")
    verb = text.says(taiwan, "stand up support", china, lemma="stand", particle="up", noun=noun, preposition="for")
    planned = {"factuality": Factuality.PLANNED}
    support = text.says(taiwan, "support", china, lemma="support", pos="NOUN", preposition="for", more=planned)

    statements = Normalizer(ontology)(text.reading(taiwan, china, relations=(verb, support))).statements

    assert sorted(statement.factuality for statement in statements) == expected
