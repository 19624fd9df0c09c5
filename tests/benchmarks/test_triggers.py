import spacy

from benchmarks.triggers import count_rows, gold_doc
from graphbuild.extract.factuality_triggers import load_triggers
from training.conllu import Sentence, Word

FAILED = Sentence(
    words=(
        Word("Japan", "Japan", "PROPN", "NNP", "_", 2, "nsubj", space_after=True),
        Word("failed", "fail", "VERB", "VBD", "_", 0, "root", space_after=True),
        Word("to", "to", "PART", "TO", "_", 4, "mark", space_after=True),
        Word("sign", "sign", "VERB", "VB", "_", 2, "xcomp", space_after=True),
        Word("or", "or", "CCONJ", "CC", "_", 6, "cc", space_after=True),
        Word("pay", "pay", "VERB", "VB", "_", 4, "conj", space_after=True),
    ),
    text="Japan failed to sign or pay",
    starts_document=True,
    starts_paragraph=True,
)


def test_row_counts_once_a_sentence_however_many_words_hang_on_it() -> None:
    doc = gold_doc(spacy.blank("en").vocab, FAILED)

    counts = count_rows([doc, doc], load_triggers())

    assert {row.words[0]: count for row, count in counts.items()} == {"fail": 2}
