import re
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.assets import factuality_path
from graphbuild.errors import OntologyError
from graphbuild.extract.factuality import factuality_of
from graphbuild.extract.factuality_triggers import Triggers, forget_triggers, keep_triggers, load_triggers, read_triggers
from graphbuild.model import Factuality

ROW = 'word = "shrink", with = ["at"], plus = "negated", minus = "asserted", example = "Kenya shrinks at [joining] the pact."'


def test_bundled_table_is_as_large_as_was_asked() -> None:
    rows = list(load_triggers())

    assert sum(len(row.words) for row in rows) >= 250
    assert len({row.kind for row in rows}) >= 10


def test_no_word_of_the_bundled_table_has_two_rows_for_one_use() -> None:
    uses = [(word, link) for row in read_triggers(factuality_path()) for word in row.words for link in row.links]

    assert sorted(uses) == sorted(set(uses))


def test_every_example_marks_one_word() -> None:
    marked = {row.example for row in load_triggers() if len(re.findall(r"\[[\w’'-]+\]", row.example)) == 1}

    assert {row.example for row in load_triggers()} == marked


@pytest.mark.parametrize(
    ("words", "links", "expected"),
    [
        pytest.param(["fail"], ["to"], Factuality.NEGATED, id="failed to sign"),
        pytest.param(["forget"], ["to"], Factuality.NEGATED, id="forgot to sign"),
        pytest.param(["forget"], ["that"], Factuality.ASSERTED, id="forgot that it signed"),
        pytest.param(["expect"], ["to"], Factuality.PLANNED, id="expects to sign"),
        pytest.param(["expect"], ["someone to"], Factuality.HYPOTHETICAL, id="expects Japan to sign"),
        pytest.param(["call off", "call"], ["object"], Factuality.NEGATED, id="the first word that is listed counts"),
        pytest.param(["paint", "plan"], ["to"], Factuality.PLANNED, id="words that are not listed are passed over"),
        pytest.param(["fail"], ["that"], None, id="a use that is not listed"),
        pytest.param([], ["to"], None, id="no word"),
    ],
)
def test_triggers_are_found_by_word_and_use(words: list[str], links: list[str], expected: Factuality | None) -> None:
    row = load_triggers().find(words, links)

    assert (row and row.plus) == expected


def test_table_of_a_user_extends_the_bundled_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"mine = [{{ {ROW} }}]", encoding="utf-8")

    triggers = load_triggers(path)

    assert load_triggers().find(["shrink"], ["at"]) is None
    assert triggers.find(["shrink"], ["at"]) is not None
    assert triggers.find(["fail"], ["to"]) == load_triggers().find(["fail"], ["to"])


def test_row_may_have_several_words(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"mine = [{{ {ROW} }}]".replace('"shrink"', '["shrink", "flinch"]'), encoding="utf-8")

    triggers = load_triggers(path)

    assert triggers.find(["flinch"], ["at"]) == triggers.find(["shrink"], ["at"]) is not None


def test_table_kept_with_a_text_decides_what_it_says(tmp_path: Path, make_doc: Callable[[str], Doc]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('mine = [{ word = "Purport", with = ["to"], plus = "negated", minus = "asserted" }]', encoding="utf-8")
    doc = make_doc("Japan PROPN nsubj purports\npurports/purport VERB ROOT\nto PART mark sign\nsign VERB xcomp purports")
    bundled = factuality_of(doc[3])

    keep_triggers(doc, load_triggers(path))
    kept = factuality_of(doc[3])
    forget_triggers(doc)

    assert kept is Factuality.NEGATED
    assert factuality_of(doc[3]) is bundled is not Factuality.NEGATED


def test_table_is_read_anew_when_it_has_changed(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"mine = [{{ {ROW} }}]", encoding="utf-8")
    before = load_triggers(path)

    path.write_text(f"mine = [{{ {ROW.replace('negated', 'planned')} }}]", encoding="utf-8")
    after = load_triggers(path)

    assert before.digest != after.digest != load_triggers().digest


def test_later_row_overrules_an_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f"mine = [{{ {ROW} }}, {{ {ROW.replace('negated', 'planned')} }}]", encoding="utf-8")

    row = Triggers(read_triggers(path)).find(["shrink"], ["at"])

    assert row is not None
    assert row.plus is Factuality.PLANNED


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("mine = [", "cannot be read", id="no TOML"),
        pytest.param('mine = "shrink"', "must be a list of rows", id="a kind that is no list"),
        pytest.param('mine = [ "shrink" ]', "row 1 of 'mine' is no table", id="a row that is no table"),
        pytest.param(
            'mine = [ { word = "shrink" } ]', "row 1 of 'mine' lacks with, plus, minus", id="a row that lacks something"
        ),
        pytest.param(
            f"mine = [{{ {ROW} }}, {{ {ROW}, sure = 1 }}]", "row 2 of 'mine' has 'sure'; known: word, with", id="no such field"
        ),
        pytest.param(f"mine = [{{ {ROW} }}]".replace('["at"]', '"at"'), "needs a list of texts", id="a use that is no list"),
        pytest.param(f"mine = [{{ {ROW} }}]".replace('["at"]', "[]"), "needs a list of texts", id="a row without a use"),
        pytest.param(
            f"mine = [{{ {ROW} }}]".replace('"shrink"', '" "'), "needs a text or a list of texts under 'word'", id="an empty word"
        ),
        pytest.param(f"mine = [{{ {ROW} }}]".replace('"negated"', "1"), "needs a text under 'plus'", id="a number for a text"),
        pytest.param(
            f"mine = [{{ {ROW} }}]".replace("asserted", "sure"), "row 1 of 'mine' (shrink): 'sure' is not", id="no factuality"
        ),
    ],
)
def test_wrong_table_is_named(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(OntologyError, match=re.escape(problem)) as caught:
        load_triggers(path)

    assert caught.value.path == path


def test_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        load_triggers(tmp_path / "none.toml")


@pytest.mark.slow
def test_nearly_every_example_of_the_bundled_table_is_read_as_its_row_says(nlp: Language) -> None:
    rows = list(load_triggers())
    texts = [row.example.replace("[", "").replace("]", "") for row in rows]

    wrong = []
    for row, doc in zip(rows, nlp.pipe(texts), strict=True):
        trigger = next(token for token in doc if token.idx + len(token) > row.example.index("["))
        found = factuality_of(trigger)
        # What stands in the past, where that matters, has the third value; the examples are in the present or say so.
        if found is not row.plus and found is not row.past:
            wrong.append((row.words, row.example, found))

    # The parse decides too, and is not always right.
    assert len(wrong) <= len(rows) / 50, wrong
