import pytest
import spacy
from spacy.tokens import Doc

from benchmarks.coreference import score_document
from benchmarks.count import Count
from graphbuild.extract.coreference.pronouns import Kind
from training.conllu import Sentence, Word
from training.treebank_coreference import GoldDocument, gold_mentions


def _sentence(*rows: str) -> Sentence:
    words = tuple(
        Word(form, form, upos, "_", "_", int(head), deprel, space_after=True, misc=f"Entity={entity}" if entity else "_")
        for form, upos, head, deprel, entity in (f"{row} ".split(" ")[:5] for row in rows)
    )
    return Sentence(words, " ".join(word.form for word in words), starts_document=False, starts_paragraph=False)


def _document(*sentences: Sentence) -> GoldDocument:
    """Return the document as a pipeline would see it that makes no mistake and takes the first word of all for a person's name."""
    words = [word for sentence in sentences for word in sentence.words]
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence.words))
    heads = [
        start + (word.head or number + 1) - 1
        for start, sentence in zip(starts, sentences, strict=False)
        for number, word in enumerate(sentence.words)
    ]
    doc = Doc(
        spacy.blank("en").vocab,
        words=[word.form for word in words],
        pos=[word.upos for word in words],
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
        heads=heads,
        ents=["B-Person", *["O"] * (len(words) - 1)],
    )
    return GoldDocument((doc,), {doc: gold_mentions(sentences)})


TSAI_CAME = _sentence("Tsai PROPN 2 nsubj (1-person-new-nnnnn-cf1-1-coref)", "came VERB 0 root")


def _she_left(entity: str) -> Sentence:
    return _sentence(f"She PRON 2 nsubj ({entity}-person-giv:act-nnnnn-cf1-1-ana)", "left VERB 0 root")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        pytest.param(_document(TSAI_CAME, _she_left("1")), Count(1, 1, 1), id="right"),
        pytest.param(_document(TSAI_CAME, _she_left("2")), Count(0, 0, 1), id="linked to a name though it means somebody else"),
        pytest.param(
            _document(TSAI_CAME, *[_sentence("fell VERB 0 root")] * 9, _she_left("1")), Count(0, 1, 0), id="not found, too far"
        ),
    ],
)
def test_pronoun_counts_where_it_is_linked_to_a_name(document: GoldDocument, expected: Count) -> None:
    assert score_document(document)[Kind.PERSON] == expected


def test_reflexive_does_not_count() -> None:
    hurt = _sentence("hurt VERB 0 root", "herself PRON 1 obj (1-person-giv:act-nnnnn-cf1-1-ana)")

    assert set(score_document(_document(TSAI_CAME, hurt)).values()) == {Count()}
