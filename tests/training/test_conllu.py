"""CoNLL-U with everything that stands between the words of a treebank."""

import lzma
from pathlib import Path

import pytest

from training.conllu import Sentence, read_conllu

TEXT = """\
# newdoc id = one
# sent_id = one-1
# newpar id = one-p1
# text = "Don't," he said.
1	"	"	PUNCT	``	_	6	punct	_	SpaceAfter=No
2-3	Don't	_	_	_	_	_	_	_	SpaceAfter=No
2	Do	do	AUX	VB	Mood=Imp	6	ccomp	_	_
3	n't	not	PART	RB	Polarity=Neg	2	advmod	_	_
3.1	go	go	VERB	VB	_	_	_	0:exroot	CopyOf=2
4	,"	,"	PUNCT	''	_	2	punct	_	_
5	he	he	PRON	PRP	_	6	nsubj	_	_
6	said	say	VERB	VBD	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

# sent_id = one-2
# newpar_block id = no-paragraph
# text = We've won
1-2	We've	_	_	_	_	_	_	_	_
1	We	we	PRON	PRP	_	3	nsubj	_	_
2	've	have	AUX	VBP	_	3	aux	_	_
3	won	win	VERB	VBN	_	0	root	_	_

# newpar
# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_
"""


@pytest.fixture
def sentences(tmp_path: Path) -> list[Sentence]:
    path = tmp_path / "some.conllu"
    path.write_text(TEXT, encoding="utf-8")
    return list(read_conllu(path))


def test_words_are_the_syntactic_ones(sentences: list[Sentence]) -> None:
    assert [word.form for word in sentences[0].words] == ['"', "Do", "n't", ',"', "he", "said", "."]
    assert [word.head for word in sentences[0].words] == [6, 6, 2, 2, 6, 0, 6]


def test_words_and_spaces_make_the_text(sentences: list[Sentence]) -> None:
    written = ["".join(word.form + " " * word.space_after for word in sentence.words) for sentence in sentences]

    assert [text.strip() for text in written] == [sentence.text for sentence in sentences]


def test_paragraphs_and_documents_start_where_the_comments_say(sentences: list[Sentence]) -> None:
    assert [sentence.starts_document for sentence in sentences] == [True, False, False]
    assert [sentence.starts_paragraph for sentence in sentences] == [True, False, True]


def test_compressed_file_is_read_like_any_other(sentences: list[Sentence], tmp_path: Path) -> None:
    path = tmp_path / "some.conllu.xz"
    path.write_bytes(lzma.compress(TEXT.encode()))

    assert list(read_conllu(path)) == sentences
