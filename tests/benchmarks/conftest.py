"""A treebank of two documents, small enough to count by hand."""

from pathlib import Path

import pytest

_TREEBANK = """\
# newdoc id = one
# newpar id = one-p1
# text = Ada sleeps.
1	Ada	Ada	PROPN	NNP	Number=Sing	2	nsubj:pass	_	_
2	sleeps	sleep	VERB	VBZ	Number=Sing|Person=3	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# text = Bo can't.
1	Bo	Bo	PROPN	NNP	Number=Sing	2	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	SpaceAfter=No
2	ca	can	AUX	MD	_	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
4	.	.	PUNCT	.	_	2	punct	_	_

# newpar id = one-p2
# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_

# newdoc id = two
# text = No
1	No	no	INTJ	UH	_	0	root	_	_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "tiny-dev.conllu"
    path.write_text(_TREEBANK, encoding="utf-8")
    return path
