import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.model import Statement
from graphbuild.statement_reader import StatementReader


@pytest.fixture(scope="module")
def words() -> Language:
    """A pipeline that only cuts words: the parse is written by hand."""
    return spacy.blank("en")


@pytest.fixture(scope="module")
def component(words: Language) -> StatementReader:
    """The component with its defaults."""
    return StatementReader(words, [], "")


@pytest.fixture
def tsai_met_abe(words: Language) -> Callable[[], Doc]:
    """A function that returns the Doc of "Tsai Ing-wen met Shinzo Abe", parsed."""

    def parse() -> Doc:
        return Doc(
            words.vocab,
            words=["Tsai", "Ing", "-", "wen", "met", "Shinzo", "Abe"],
            spaces=[True, False, False, True, True, True, False],
            lemmas=["Tsai", "Ing", "-", "wen", "meet", "Shinzo", "Abe"],
            pos=["PROPN", "PROPN", "PUNCT", "PROPN", "VERB", "PROPN", "PROPN"],
            heads=[4, 0, 3, 0, 4, 4, 5],
            deps=["nsubj", "flat", "punct", "flat", "ROOT", "obj", "flat"],
            ents=["B-PERSON", "I-PERSON", "I-PERSON", "I-PERSON", "O", "B-PERSON", "I-PERSON"],
        )

    return parse


def statements_of(doc: Doc) -> tuple[Statement, ...]:
    found: tuple[Statement, ...] = doc._.statements
    return found


def test_component_writes_statements_whose_offsets_are_the_docs(
    component: StatementReader, tsai_met_abe: Callable[[], Doc]
) -> None:
    doc = component(tsai_met_abe())

    statement = next(found for found in statements_of(doc) if found.predicate.local_name == "metWith")
    (evidence,) = statement.evidence
    assert sorted([statement.subject.local_name, statement.object.local_name]) == ["shinzo-abe", "tsai-ing-wen"]
    for quotation in (evidence.sentence, evidence.subject, evidence.object, evidence.trigger):
        assert doc.text[quotation.span.start : quotation.span.end] == quotation.text


def test_component_gives_the_same_twice_in_order(component: StatementReader, tsai_met_abe: Callable[[], Doc]) -> None:
    first, second = (statements_of(component(tsai_met_abe())) for _ in range(2))

    assert first == second
    assert list(first) == sorted(first)


def test_component_mints_iris_under_the_base_it_is_given(words: Language, tsai_met_abe: Callable[[], Doc]) -> None:
    component = StatementReader(words, [], "https://example.org/kg/")

    doc = component(tsai_met_abe())

    assert all(statement.subject.startswith("https://example.org/kg/id/") for statement in statements_of(doc))


@pytest.mark.parametrize(
    "text", [pytest.param("", id="no text"), pytest.param("  \n ", id="whitespace"), pytest.param("!", id="a mark")]
)
def test_component_finds_nothing_in_nothing(component: StatementReader, words: Language, text: str) -> None:
    assert statements_of(component(words.make_doc(text))) == ()


def test_component_is_offered_to_spacy_by_entry_point() -> None:
    (entry_point,) = entry_points(group="spacy_factories", name="graphbuild")

    assert entry_point.value == "graphbuild.spacy_component:make_graphbuild"


def test_component_is_added_by_name() -> None:
    nlp = spacy.blank("en")

    component = nlp.add_pipe("graphbuild")

    assert isinstance(component, StatementReader)
    assert nlp.get_pipe_meta("graphbuild").assigns == ["doc._.statements"]


def test_component_survives_being_saved(tmp_path_factory: pytest.TempPathFactory) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("graphbuild", config={"base": "https://example.org/kg/"})
    path = tmp_path_factory.mktemp("pipeline")

    nlp.to_disk(path)

    assert spacy.load(path).pipe_names == ["graphbuild"]


def test_component_costs_nothing_until_it_is_used() -> None:
    code = (
        "import sys, spacy; spacy.blank('en'); "
        "print(*sorted(name for name in sys.modules if name == 'rdflib' or name.startswith('graphbuild.')))"
    )

    result = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)

    assert set(result.stdout.split()) <= {
        "graphbuild.spacy_component",
        "graphbuild.about",
        "graphbuild.language",
        "graphbuild.language.factories",
    }
