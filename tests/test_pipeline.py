"""The stages in their order, over a parser of the simplest sentences."""

import logging
import re
from dataclasses import replace
from itertools import count, permutations
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span

from graphbuild import pipeline as module
from graphbuild.decisions import Decisions, Kind, NameDecision, Pattern, StatementDecision
from graphbuild.errors import DecisionError, InvalidIriError, ReadError, UnknownPluginError
from graphbuild.extract import alias_finders, extractors
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Document, Outcome, Reading, Reason, Run
from graphbuild.normalize import NormalizedDocument, Normalizer
from graphbuild.ontology import Ontology, load_ontology
from graphbuild.parse import Parser
from graphbuild.pipeline import Pipeline, build, is_text, known_names, make_pipeline, titles

VOCABULARY = """
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

gb:Thing a owl:Class .
gb:Actor rdfs:subClassOf gb:Thing .
gb:Person rdfs:subClassOf gb:Actor .
gb:Country rdfs:subClassOf gb:Actor .
gb:City rdfs:subClassOf gb:Thing .
gb:Government rdfs:subClassOf gb:Actor .
gb:Role rdfs:subClassOf gb:Thing ; gb:headNoun "president", "prime minister" .
gb:metWith a owl:ObjectProperty, owl:SymmetricProperty ; gb:verbTrigger "meet" ;
    gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor .
gb:criticized a owl:ObjectProperty ; gb:verbTrigger "criticize" ; gb:domainIncludes gb:Actor ; gb:rangeIncludes gb:Actor .
gbi:japan a gb:Country ; rdfs:label "Japan" ; skos:altLabel "Nippon" ; gb:demonym "Japanese" .
gbi:china a gb:Country ; rdfs:label "China" ; gb:acronym "PRC" ; gb:demonym "sino" .
gbi:tokyo a gb:City ; rdfs:label "Tokyo" .
gbi:government-of-japan a gb:Government ; rdfs:label "Government of Japan" ; gb:metonym "Tokyo", "Kantei" ; gb:governmentOf gbi:japan .
"""
LEMMAS = {"met": "meet", "criticized": "criticize"}
GERMAN = (
    "Die Präsidentin traf am Donnerstag den Premierminister in Tokio, um über die Zusammenarbeit zu sprechen. "
    "Nach dem Treffen erklärte sie, dass beide Seiten ihre Beziehungen ausbauen wollen."
)


@Language.component("name_verb_name")
def parse_simply(doc: Doc) -> Doc:
    """Parse sentences like "Tsai Ing-wen met Japan.": what has a capital is a name, what stands between two names a verb."""
    start, names = 0, []
    for stop in [token for token in doc if token.text == "."]:
        verb = next(token for token in doc[start : stop.i] if token.is_lower)
        sides = doc[start : verb.i], doc[verb.i + 1 : stop.i]
        for span, label in zip(sides, ("nsubj", "obj"), strict=True):
            for token in span:
                token.pos_, token.dep_, token.head, token.lemma_ = "PROPN", "flat", span[-1], token.text
            span[-1].dep_, span[-1].head = label, verb
            names.append(Span(doc, span.start, span.end, label="PERSON"))
        verb.pos_, verb.dep_, verb.head, verb.lemma_ = "VERB", "ROOT", verb, LEMMAS[verb.text]
        stop.pos_, stop.dep_, stop.head, stop.lemma_ = "PUNCT", "punct", verb, "."
        start = stop.i + 1
    doc.set_ents(names)
    return doc


@pytest.fixture(scope="module")
def parser() -> Language:
    """A language pipeline that needs no weights."""
    nlp = spacy.blank("en")
    nlp.tokenizer = Tokenizer(nlp.vocab, suffix_search=re.compile(r"\.$").search)
    nlp.add_pipe("name_verb_name")
    return nlp


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """A vocabulary of two relations."""
    path = tmp_path_factory.mktemp("vocabulary") / "small.ttl"
    path.write_text(VOCABULARY, encoding="utf-8")
    return load_ontology([path], bundled=False)


@pytest.fixture(scope="module")
def pipeline(parser: Language, ontology: Ontology) -> Pipeline:
    """All stages over the simple parser."""
    return Pipeline(
        parse=Parser(parser, known_names(ontology), titles(ontology)),
        extractors=tuple(extractors.get(name) for name in extractors),
        alias_finders=tuple(alias_finders.get(name) for name in alias_finders),
        normalize=Normalizer(ontology),
        run=Run("test"),
    )


def facts(graph: KnowledgeGraph) -> set[tuple[str, str, str]]:
    """The statements by what their things are called."""
    return {(graph.entity(s.subject).label, s.predicate.local_name, graph.entity(s.object).label) for s in graph}


def test_text_becomes_a_graph_that_points_at_its_characters(pipeline: Pipeline) -> None:
    text = "Tsai Ing-wen met Nippon.\n\nChina criticized Japan."

    graph = build(text, pipeline=pipeline)

    assert facts(graph) == {("Japan", "metWith", "Tsai Ing-wen"), ("China", "criticized", "Japan")}
    assert graph.run == Run("test")
    for statement in graph:
        for evidence in statement.evidence:
            for quotation in (evidence.sentence, evidence.subject, evidence.object, evidence.trigger):
                assert text[quotation.span.start : quotation.span.end] == quotation.text


def test_files_and_texts_are_read_together(pipeline: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tsai Ing-wen met Japan.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("China criticized Japan.", encoding="utf-8")

    graph = build([str(tmp_path / "a.txt"), tmp_path / "b.txt", "Japan criticized China."], pipeline=pipeline)

    assert len(graph) == 3
    assert [document.id.partition("-")[0] for document in graph.documents] == ["a.txt", "b.txt", "text"]


def test_same_text_is_read_once(pipeline: Pipeline) -> None:
    graph = build(["China criticized Japan."] * 2, pipeline=pipeline)

    (document,) = graph.documents
    (statement,) = graph
    assert {evidence.sentence.span.document_id for evidence in statement.evidence} == {document.id}


def test_text_that_says_nothing_is_no_document(pipeline: Pipeline) -> None:
    assert build([" \n\t", "\x00 \x07"], pipeline=pipeline) == KnowledgeGraph()


def test_text_in_another_language_is_said_and_skipped(pipeline: Pipeline, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="graphbuild"):
        graph = build([GERMAN, "China criticized Japan."], pipeline=pipeline)

    assert len(graph.documents) == 1
    assert [message.partition(": ")[2] for message in caplog.messages] == ["looks like German, skipped"]


def test_file_that_is_not_there_is_an_error(pipeline: Pipeline, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file or folder"):
        build(tmp_path / "nowhere.txt", pipeline=pipeline)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Tsai met Abe.", True, id="a sentence"),
        pytest.param("Tsai\nmet", True, id="lines"),
        pytest.param(" ", True, id="white space"),
        pytest.param("w o r d s " * 5_000, True, id="a text longer than a path may be"),
        pytest.param("Tsai met\0 Abe", True, id="what no path can hold"),
        pytest.param("article.txt", False, id="a file name"),
        pytest.param("*.txt", False, id="a glob"),
        pytest.param("-", False, id="standard input"),
        pytest.param("", False, id="nothing"),
        pytest.param(Path("my article.txt"), False, id="a path"),
    ],
)
def test_string_with_white_space_is_a_text(source: str | Path, *, expected: bool) -> None:
    assert is_text(source) is expected


def test_string_with_white_space_that_names_a_file_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "my article.txt").touch()
    monkeypatch.chdir(tmp_path)

    assert not is_text("my article.txt")
    assert is_text("my other article.txt")


def test_caller_is_told_of_each_document_in_order(pipeline: Pipeline) -> None:
    documents = [Document("b", "China criticized Japan."), Document("a", ""), Document("c", "Japan met China.")]
    heard: list[Document] = []

    pipeline.build(documents, on_document=heard.append)

    assert heard == documents


def test_documents_are_taken_as_they_come(pipeline: Pipeline) -> None:
    endless = (Document(str(number), "China criticized Japan.") for number in count())

    normalized = pipeline.read(endless)

    assert [next(normalized).document.id for _ in range(3)] == ["0", "1", "2"]


def test_text_of_more_than_a_million_characters_is_read_in_pieces(pipeline: Pipeline) -> None:
    sentence = f"China criticized J{'a' * 2_000}pan."
    text = f"{sentence} " * 600

    chapters = list(pipeline.read([Document("a", text)]))

    assert len(text) > 1_000_000
    assert {chapter.document.id for chapter in chapters} == {"a"}
    assert sum(len(chapter.statements) for chapter in chapters) == 600
    last = chapters[-1].statements[-1].evidence[0].sentence
    assert last.span.end == len(text.rstrip())
    assert text[last.span.start : last.span.end] == last.text == sentence


def test_document_does_not_depend_on_those_read_with_it(pipeline: Pipeline) -> None:
    documents = [Document("a", "Tsai Ing-wen met Japan."), Document("b", "Tsai criticized Japan."), Document("c", "")]

    together = list(pipeline.read(documents))

    assert together == [normalized for document in documents for normalized in pipeline.read([document])]


def test_name_is_resolved_across_documents_whatever_their_order(pipeline: Pipeline) -> None:
    documents = [
        Document("a", "Tsai criticized Japan."),
        Document("b", "Tsai Ing-wen met Japan. China criticized Tsai Ing-wen."),
        Document("c", "Abe met Tsai."),
    ]

    graphs = [pipeline.build(order) for order in permutations(documents)]

    assert facts(graphs[0]) == {
        ("Tsai Ing-wen", "criticized", "Japan"),
        ("Japan", "metWith", "Tsai Ing-wen"),
        ("China", "criticized", "Tsai Ing-wen"),
        ("Abe", "metWith", "Tsai Ing-wen"),
    }
    assert all(graph == graphs[0] for graph in graphs)


def test_symmetric_statement_stays_sorted_when_its_side_gets_another_name(pipeline: Pipeline) -> None:
    documents = [Document("a", "Zhu met Japan."), Document("b", "China criticized Aaron Zhu.")]

    graph = pipeline.build(documents)

    (meeting,) = (statement for statement in graph if statement.predicate.local_name == "metWith")
    assert (meeting.subject.local_name, meeting.object.local_name) == ("aaron-zhu", "japan")


def test_graph_of_documents_is_the_union_of_their_graphs(pipeline: Pipeline) -> None:
    first, second = Document("a", "Tsai Ing-wen met Japan."), Document("b", "China criticized Japan. Japan met Tsai Ing-wen.")

    union = pipeline.build([first]) | pipeline.build([second])

    assert union == pipeline.build([second, first])
    (meeting,) = (statement for statement in union if statement.predicate.local_name == "metWith")
    assert [evidence.sentence.span.document_id for evidence in meeting.evidence] == ["a", "b"]


def test_ledger_has_every_candidate_whatever_the_order_of_the_documents(pipeline: Pipeline) -> None:
    documents = [
        Document("b", "Tsai Ing-wen met Japan. China criticized China."),
        Document("a", "Tsai criticized Japan. Tsai criticized Tsai Ing-wen."),
    ]

    constructions = [pipeline.construct(order) for order in permutations(documents)]

    first, second = (list(construction.ledger) for construction in constructions)
    assert first == second
    assert [(c.mention.sentence.document_id, c.mention.subject.text, c.outcome) for c in first] == [
        ("a", "Tsai", "kept"),
        ("a", "Tsai", "rejected"),
        ("b", "Tsai Ing-wen", "kept"),
        ("b", "China", "rejected"),
    ]
    kept = {candidate.statement for candidate in first if candidate.outcome is not Outcome.REJECTED}
    assert kept == set(constructions[0].graph)


class DisagreeingNormalizer(Normalizer):
    """Takes Tsai for a city in the first document, "a"; a city criticizes nobody."""

    def __call__(self, reading: Reading) -> NormalizedDocument:
        normalized = super().__call__(reading)
        kind = "City" if reading.document.id == "a" else "Person"
        entities = tuple(replace(each, type=kind) if each.label == "Tsai" else each for each in normalized.entities)
        return replace(normalized, entities=entities)


def test_statement_that_does_not_fit_what_all_documents_say_is_left_out_and_told(pipeline: Pipeline, ontology: Ontology) -> None:
    documents = [Document("b", "Tsai criticized Japan. China met Japan."), Document("a", "Tsai criticized Japan.")]

    construction = replace(pipeline, normalize=DisagreeingNormalizer(ontology)).construct(documents)

    assert facts(construction.graph) == {("China", "metWith", "Japan")}
    assert "Tsai" not in {entity.label for entity in construction.graph.entities}
    assert [candidate.reason for candidate in construction.ledger] == [Reason.UNFIT, Reason.UNFIT, Reason.FITS]


def test_decisions_are_replayed_on_what_was_read(pipeline: Pipeline) -> None:
    decided = Decisions(
        (NameDecision(1, Kind.RENAME, ("Japan",), "Nihon"),), (StatementDecision(2, Kind.REJECT, Pattern(subject="China")),), "d"
    )

    construction = replace(pipeline, decisions=decided).construct([Document("a", "China criticized Japan. Tsai met Nippon.")])

    assert facts(construction.graph) == {("Nihon", "metWith", "Tsai")}
    assert construction.replay is not None
    assert construction.replay.notes == ()
    assert [candidate.reason for candidate in construction.ledger] == [Reason.DECIDED, Reason.FITS]


def test_names_kept_apart_stay_two_things(pipeline: Pipeline) -> None:
    apart = frozenset({frozenset({"tsai", "tsai ing wen"})})
    documents = [Document("a", "Tsai criticized Japan."), Document("b", "Tsai Ing-wen met Japan. Tsai met China.")]

    graph = replace(pipeline, normalize=replace(pipeline.normalize, apart=apart)).build(documents)

    assert facts(graph) == {
        ("Tsai", "criticized", "Japan"),
        ("Japan", "metWith", "Tsai Ing-wen"),
        ("China", "metWith", "Tsai"),
    }


def test_names_of_the_vocabulary_have_types(ontology: Ontology) -> None:
    assert known_names(ontology) == {
        "Japan": "Country",
        "Nippon": "Country",
        "Japanese": "Demonym",
        "China": "Country",
        "PRC": "Country",
        "Tokyo": "City",
        "Kantei": "Government",
        "Government of Japan": "Government",
    }


def test_titles_are_the_nouns_of_posts_with_a_capital(ontology: Ontology) -> None:
    assert titles(ontology) == {"President", "Prime minister"}
    assert titles(Ontology()) == frozenset()


@pytest.fixture
def without_weights(parser: Language, monkeypatch: pytest.MonkeyPatch) -> Language:
    """Let pipelines be made over the simple parser."""
    monkeypatch.setattr(module, "load_pipeline", lambda _model, **_threads: parser)
    return parser


def test_made_pipeline_has_every_extractor_unless_told_otherwise(without_weights: Language) -> None:
    assert make_pipeline().extractors == tuple(extractors.get(name) for name in extractors)
    assert make_pipeline(extractor_names=["verb.v1"]).extractors == (extractors.get("verb.v1"),)
    assert make_pipeline(extractor_names=[]).extractors == ()
    assert make_pipeline().parse.nlp is without_weights


@pytest.mark.usefixtures("without_weights")
def test_run_records_what_differs_from_the_defaults() -> None:
    plain = make_pipeline().run
    other = make_pipeline(extractor_names=iter(["verb.v1", "title.v1", "verb.v1"]), base="https://example.org/").run

    assert plain.options == ()
    assert other.options == (("extractors", "title.v1 verb.v1"), ("base", "https://example.org/"))
    assert (plain.version, plain.model, plain.ontology) == (other.version, other.model, other.ontology)
    assert plain.id != other.id


@pytest.mark.usefixtures("without_weights")
def test_run_records_the_decisions_by_their_content(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text('[[rename]]\nname = "a"\nto = "b"\n', encoding="utf-8")

    made = make_pipeline(decisions=path)

    assert made.decisions is not None
    assert made.run.options == (("decisions", made.decisions.digest),)


def test_mistake_in_the_decisions_is_an_error_before_anything_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load_pipeline", lambda _model, **_threads: pytest.fail("loaded"))
    path = tmp_path / "d.toml"
    path.write_text('[[retype]]\nname = "a"\ntype = "Partei"\n', encoding="utf-8")

    with pytest.raises(DecisionError, match="there is no type 'Partei'"):
        make_pipeline(decisions=path)


@pytest.mark.usefixtures("without_weights")
def test_vocabulary_of_the_user_extends_the_bundled_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(
        "@prefix gb: <https://w3id.org/graphbuild/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . <https://example.org/zorks> a owl:ObjectProperty ; "
        'rdfs:label "zorks" ; gb:verbTrigger "criticize" ; gb:domainIncludes gb:Country ; gb:rangeIncludes gb:Country .',
        encoding="utf-8",
    )

    graph = build("China criticized Japan.", pipeline=make_pipeline(ontology=[path], base="https://example.org/kg/"))

    assert [(s.subject, s.predicate) for s in graph] == [("https://example.org/kg/id/china", "https://example.org/zorks")]


def test_unknown_extractor_is_an_error_before_anything_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load_pipeline", lambda _model, **_threads: pytest.fail("loaded"))

    with pytest.raises(UnknownPluginError, match=r"no extractor named 'verbs\.v1' \(did you mean 'verb\.v1'\?\)"):
        make_pipeline(extractor_names=["verbs.v1"])


@pytest.mark.parametrize("base", ["", "example.org", "https://example.org/graph", "https://example.org/a b/"])
def test_base_that_is_none_is_an_error(base: str) -> None:
    with pytest.raises(InvalidIriError):
        make_pipeline(base=base)
