"""The relation corpus is sound, and what is wrong with a draft or a passage is told."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from graphbuild.ontology import Ontology, load_ontology
from training.relation_corpus.check import find_problems
from training.relation_corpus.diversity import common_sequences, near_duplicates
from training.relation_corpus.draft import DraftError, read_draft
from training.relation_corpus.passage import Passage, passage_of, read_passages, record_of
from training.relation_corpus.report import report
from training.relation_corpus.split import part_of

CORPUS = sorted((Path(__file__).parent.parent.parent / "training" / "relations").glob("*.jsonl"))
DRAFT = """
# trade | agency | Kenya, Tanzania | 2019-05-04
[r:Role [ke:Country Kenyan] minister] [a:Person Amina Oduya] met [j:Person Juma Mboya] on Friday; [a she] will meet [j him] again.
= a holdsRole r | minister | title
= a metWith j | met | verb | at on Friday
[a She] said [tz:Country Tanzania] might join the [p:Agreement coffee pact].
= tz partyTo p | might join | verb | hypothetical | by a
"""


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="module")
def corpus() -> list[Passage]:
    return list(read_passages(CORPUS))


def drafted(text: str) -> Passage:
    (passage,) = read_draft("a", text.splitlines())
    assert isinstance(passage, Passage)
    return passage


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus_is_sound(path: Path, ontology: Ontology) -> None:
    problems = {passage.id: list(find_problems(passage, ontology)) for passage in read_passages([path])}

    assert {id_: found for id_, found in problems.items() if found} == {}


def test_corpus_does_not_repeat_itself(corpus: list[Passage]) -> None:
    assert common_sequences(corpus) == []
    assert list(near_duplicates(corpus)) == []


def test_corpus_has_each_passage_once_and_every_relation(corpus: list[Passage], ontology: Ontology) -> None:
    relations = {fact.relation for passage in corpus for fact in passage.facts}

    assert len({passage.id for passage in corpus}) == len({passage.text for passage in corpus}) == len(corpus) > 500
    assert set(ontology.relations) <= relations


def test_parts_are_about_eight_to_one_to_one(corpus: list[Passage]) -> None:
    parts = [part_of(passage) for passage in corpus]

    assert {part: round(parts.count(part) / len(parts), 1) for part in ("train", "dev", "test")} == {
        "train": 0.8,
        "dev": 0.1,
        "test": 0.1,
    }


def test_record_and_passage_are_one(corpus: list[Passage]) -> None:
    assert all(passage_of(json.loads(json.dumps(record_of(passage)))) == passage for passage in corpus[:50])


def test_draft_becomes_text_mentions_and_facts(ontology: Ontology) -> None:
    passage = drafted(DRAFT)

    told = [
        (
            passage.text[passage.mentions[fact.subject].start : passage.mentions[fact.subject].end],
            fact.relation,
            passage.text[passage.mentions[fact.object].start : passage.mentions[fact.object].end],
            fact.factuality,
        )
        for fact in passage.facts
    ]

    assert told == [
        ("Amina Oduya", "holdsRole", "Kenyan minister", "asserted"),
        ("Amina Oduya", "metWith", "Juma Mboya", "asserted"),
        ("Tanzania", "partyTo", "coffee pact", "hypothetical"),
    ]
    assert len(passage.sentences) == 2
    assert [passage.text[slice(*said)] for said in passage.facts[2].attributed_to] == ["She"]
    assert list(find_problems(passage, ontology)) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("[a:Person Ada met Bob.", "not closed", id="a mention left open"),
        pytest.param("[a Ada] met Bob.", "before its type", id="a mention without a type"),
        pytest.param("[a:Person Ada] met [a:Country Bob].", "a Person above and a Country here", id="one thing of two types"),
        pytest.param("Ada] met Bob.", "was not opened", id="a mention closed only"),
        pytest.param(
            "[a:Person Ada] met [b:Person Bob].\n= a metWith b | saw | verb", "not in the sentence", id="a trigger elsewhere"
        ),
        pytest.param("[a:Person Ada] met [b:Person Bob].\n= a metWith b | me | verb", "not in the sentence", id="half a word"),
        pytest.param(
            "[a:Person Ada] met [b:Person Bob].\n= a metWith c | met | verb", "c is not mentioned", id="an unknown side"
        ),
        pytest.param(
            "[a:Person Ada] met [b:Person Bob].\n= a metWith b | met | verb | often", "'often' is no", id="an unknown mark"
        ),
    ],
)
def test_draft_that_is_wrong_is_told_by_line(line: str, problem: str) -> None:
    (error,) = read_draft("a", f"# trade | agency | Kenya\n{line}".splitlines())

    assert isinstance(error, DraftError)
    assert problem in str(error)


def test_check_tells_what_is_wrong_with_a_fact(ontology: Ontology) -> None:
    passage = drafted(DRAFT)
    fact = passage.facts[1]
    wrong = {
        "no such relation": replace(fact, relation="likes"),
        "does not hold between": replace(fact, relation="governs"),
        "one thing": replace(fact, object=fact.subject),
        "is no construction": replace(fact, construction="miracle"),
        "is not in the text": replace(fact, trigger=(0, 10_000)),
        "ends within a word": replace(fact, trigger=(fact.trigger[0] + 1, fact.trigger[1])),
    }

    for problem, changed in wrong.items():
        found = list(find_problems(replace(passage, facts=(changed,)), ontology))
        assert any(problem in each for each in found), (problem, found)


def test_report_counts_what_there_is() -> None:
    text = report([drafted(DRAFT)], ["metWith", "owns"])

    assert "1 passages, 2 sentences, 3 facts, 2 countries." in text
    assert "| metWith | 1 | 1 |" in text
    assert "| owns | 0 | 0 |" in text


def test_report_in_the_folder_is_of_the_corpus(corpus: list[Passage], ontology: Ontology) -> None:
    page = (CORPUS[0].parent / "REPORT.md").read_text(encoding="utf-8")

    assert page.endswith(report(corpus, ontology.relations))


def test_diversity_sees_a_sentence_that_is_nearly_another() -> None:
    passage = drafted(DRAFT)
    twin = replace(passage, id="b", text=passage.text.replace("Amina Oduya", "Amara Ndoyu"))

    assert {(left, right) for left, right, _ in near_duplicates([passage, twin])} == {("a-0001", "b")}
