from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.export.xml import clean, element, tag


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_stand_in_an_element_and_in_an_attribute(text: str) -> None:
    parsed = ET.fromstring(element("data", text, key=text))  # noqa: S314 - written by ourselves

    assert parsed.get("key") == clean(text)
    assert (parsed.text or "") == clean(text).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Japan\n\t", "Japan\n\t", id="white space stays"),
        pytest.param("a\x00b\x1bc", "a\ufffdb\ufffdc", id="control characters are replaced"),
        pytest.param("\ufffe\uffff", "\ufffd\ufffd", id="noncharacters are replaced"),
        pytest.param("\U0001f5fe 日本", "\U0001f5fe 日本", id="all else stays"),
    ],
)
def test_clean_keeps_what_xml_allows(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_tags_are_opened_and_empty_elements_closed() -> None:
    assert tag("node", id="a & b") == '<node id="a &amp; b">'
    assert element("key", id=1) == '<key id="1"/>'
    assert element("data", 0.5) == "<data>0.5</data>"
