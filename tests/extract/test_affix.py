from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract import Extractor
from graphbuild.extract.affix import extract_affixes
from graphbuild.model import Factuality

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            the      DET   det alliance
            U.S.     PROPN obl led GPE
            -        PUNCT punct led
            led/lead VERB  amod alliance tag=VBN
            alliance NOUN  ROOT
            """,
            ["U.S. | -led | U.S.-led alliance"],
            id="a name before a participle",
        ),
        pytest.param(
            """
            China    PROPN npadvmod backed GPE
            -        PUNCT punct backed
            backed/back VERB amod groups morph=VerbForm=Part
            groups/group NOUN ROOT
            """,
            ["China | -backed | China-backed groups"],
            id="a participle known by its form alone",
        ),
        pytest.param(
            """
            pro      ADJ   amod Taiwan
            -        PUNCT punct Taiwan
            Taiwan   PROPN compound lawmakers GPE
            lawmakers/lawmaker NOUN ROOT
            """,
            ["pro-Taiwan lawmakers | pro- | Taiwan"],
            id="a prefix before a name",
        ),
        pytest.param(
            """
            anti     ADJ   amod China
            -        PUNCT punct China
            China    PROPN compound alliance GPE
            military ADJ   amod alliance
            alliance NOUN  ROOT
            """,
            ["anti-China military alliance | anti- | China"],
            id="an adjective may stand between",
        ),
        pytest.param(
            """
            state    NOUN  compound led
            -        PUNCT punct led
            led/lead VERB  amod effort tag=VBN
            effort   NOUN  ROOT
            """,
            [],
            id="a common noun before a participle is none",
        ),
        pytest.param(
            """
            1990     NUM   nummod led DATE
            -        PUNCT punct led
            led/lead VERB  amod effort tag=VBN
            effort   NOUN  ROOT
            """,
            [],
            id="a date before a participle is none",
        ),
        pytest.param(
            """
            pro      ADJ   amod Taiwan
            -        PUNCT punct Taiwan
            Taiwan   PROPN ROOT GPE
            .        PUNCT punct Taiwan
            Lawmakers/lawmaker NOUN ROOT
            """,
            [],
            id="the next sentence has nothing to do with it",
        ),
        pytest.param("- PUNCT ROOT", [], id="a hyphen alone is none"),
    ],
)
def test_affix_joins_a_name_to_a_noun(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_affixes, table) == expected


def test_affix_is_asserted_whatever_its_clause_says(make_doc: Callable[[str], Doc]) -> None:
    doc = make_doc("""
        Japan    PROPN nsubj join GPE
        might    AUX   aux join
        join     VERB  ROOT
        the      DET   det alliance
        U.S.     PROPN obl led GPE
        -        PUNCT punct led
        led/lead VERB  amod alliance tag=VBN
        alliance NOUN  obj join
    """)

    (relation,) = extract_affixes(doc)

    assert relation.factuality is Factuality.ASSERTED
