"""Both measures on a treebank, with a pipeline that knows it by heart and makes the mistakes that it is told to make."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Token

from benchmarks import gold_words, raw_text
from benchmarks.count import Count
from benchmarks.treebank import GOLD, Document, read_documents, score_gold_words
from training.conllu import Sentence

Paragraph = Sequence[Sentence]


@pytest.fixture
def documents(treebank: Path) -> list[Document]:
    return list(read_documents(treebank))


def set_features(token: Token, feats: str) -> None:
    token.morph = MorphAnalysis(token.vocab, "" if feats == "_" else feats)


def answer(doc: Doc, paragraph: Paragraph) -> Doc:
    """Annotate a Doc of the gold words as gold does, with spaCy's name of the root."""
    start = 0
    for sentence in paragraph:
        for token, word in zip(doc[start : start + len(sentence.words)], sentence.words, strict=True):
            token.pos_, token.tag_, token.lemma_ = word.upos, word.xpos, word.lemma
            set_features(token, word.feats)
            token.head = doc[start + word.head - 1] if word.head else token
            token.dep_ = "ROOT" if word.deprel == "root" else word.deprel
        start += len(sentence.words)
    return doc


@pytest.fixture
def answered(documents: list[Document]) -> Doc:
    """The first paragraph, all of it right."""
    nlp = Language()
    return answer(gold_words.gold_doc(nlp.vocab, documents[0][0]), documents[0][0])


def test_documents_are_cut_into_paragraphs(documents: list[Document]) -> None:
    assert [[raw_text.text_of(paragraph) for paragraph in document] for document in documents] == [
        ["Ada sleeps. Bo can't.", "Yes"],
        ["No"],
    ]


def test_gold_doc_says_the_words_spaces_and_sentences_and_nothing_else(documents: list[Document]) -> None:
    doc = gold_words.gold_doc(Language().vocab, documents[0][0])

    assert doc.text.strip() == "Ada sleeps. Bo can't."
    assert [sentence.text for sentence in doc.sents] == ["Ada sleeps.", "Bo can't."]
    assert not any(doc.has_annotation(kind) for kind in ("TAG", "DEP", "LEMMA"))


def test_right_answer_counts_in_every_measure(answered: Doc, documents: list[Document]) -> None:
    figures = gold_words.percentages(gold_words.count_right(answered, documents[0][0]))

    assert figures == dict.fromkeys(gold_words.MEASURES, 100)


def _mistag(doc: Doc) -> None:
    doc[0].tag_ = "NN"


def _drop_subtype(doc: Doc) -> None:
    doc[0].dep_ = "nsubj"


def _reattach(doc: Doc) -> None:
    doc[2].head = doc[0]


def _forget_a_feature(doc: Doc) -> None:
    set_features(doc[1], "Number=Sing")


@pytest.mark.parametrize(
    ("spoil", "wrong"),
    [
        pytest.param(_mistag, {"XPOS"}, id="tag"),
        pytest.param(_drop_subtype, {"LAS"}, id="a label counts whole, with its subtype"),
        pytest.param(_reattach, {"UAS", "LAS"}, id="head"),
        pytest.param(_forget_a_feature, {"feats"}, id="features count together"),
    ],
)
def test_mistake_counts_in_its_measures_alone(
    spoil: Callable[[Doc], None], wrong: set[str], answered: Doc, documents: list[Document]
) -> None:
    spoil(answered)

    right = gold_words.count_right(answered, documents[0][0])

    assert {measure for measure in gold_words.MEASURES if right[measure] < right["words"]} == wrong
    assert all(right[measure] == right["words"] - 1 for measure in wrong)


def test_pipeline_is_given_the_words_rather_than_the_text(documents: list[Document]) -> None:
    seen: list[list[str]] = []
    nlp = Language()

    @Language.component("spy_on_words")
    def spy(doc: Doc) -> Doc:
        seen.append([token.text for token in doc])
        return doc

    nlp.add_pipe("spy_on_words")

    score_gold_words(nlp, documents)

    assert seen == [["Ada", "sleeps", ".", "Bo", "ca", "n't", "."], ["Yes"], ["No"]]


def test_raw_text_measure_finds_nothing_wrong_in_the_right_answer(documents: list[Document]) -> None:
    vocab = Language().vocab
    docs = [answer(gold_words.gold_doc(vocab, paragraph), paragraph) for paragraph in documents[0]]

    counts = raw_text.count_right(raw_text.gold_analysis(documents[0]), raw_text.system_analysis(docs))

    assert counts == dict.fromkeys(raw_text.MEASURES, Count(8, 8, 8)) | {"sentences": Count(3, 3, 3)}


def test_raw_text_measure_aligns_words_that_are_cut_otherwise(documents: list[Document]) -> None:
    cut = Doc(
        Language().vocab,
        words=["Ada", "sleeps", ".", " ", "Bo", "can't", "."],
        spaces=[True, False, False, True, True, False, False],
        heads=[1, 1, 1, 1, 5, 5, 5],
        deps=["nsubj", "ROOT", "punct", "dep", "nsubj", "ROOT", "punct"],
    )

    counts = raw_text.count_right(raw_text.gold_analysis(documents[0][:1]), raw_text.system_analysis([cut]))

    assert counts["words"] == Count(5, 7, 6)
    assert counts["sentences"] == Count(2, 2, 2)
    assert counts["LAS"] == Count(3, 7, 6)


def test_table_sets_what_is_asked_below_what_was_measured(capsys: pytest.CaptureFixture[str]) -> None:
    GOLD.print({"gum-test": {"UPOS": 97.123, "LAS": 100}, "other": {"UPOS": 50}})

    rows = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    assert rows == [
        ["gum-test", "97.12", "100.00"],
        ["asked", "97.40", "91.50", "89.30"],
        ["prototype", "96.70", "90.60", "88.20"],
        ["other", "50.00"],
    ]
