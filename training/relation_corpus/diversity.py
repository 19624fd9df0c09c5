"""Whether the corpus repeats itself: word sequences that recur, and sentences that are nearly the same.

Run as ``python -m training.relation_corpus.diversity FILE.jsonl…``.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from training.relation_corpus.passage import Passage, read_passages

SEQUENCE = 6
"""Words of a sequence that should not recur."""
OFTEN = 8
"""From how many times on a sequence recurs too often."""
CLOSE = 0.6
"""From which share of common word pairs on two sentences are nearly the same."""
_NAME = "_"
"""Stands before the type that is put in a name's place."""
_WORD = re.compile(r"[\w'’-]+|[^\w\s]")


def common_sequences(passages: Iterable[Passage]) -> list[tuple[str, int]]:
    """Return the sequences of six words, without a name among them, that recur too often, the most frequent first."""
    counts: Counter[tuple[str, ...]] = Counter()
    for _, words in _sentences(passages):
        sequences = {tuple(words[i : i + SEQUENCE]) for i in range(len(words) - SEQUENCE + 1)}
        counts.update(sequence for sequence in sequences if not any(word.startswith(_NAME) for word in sequence))
    return [(" ".join(words), count) for words, count in counts.most_common() if count >= OFTEN]


def near_duplicates(passages: Iterable[Passage]) -> Iterator[tuple[str, str, float]]:
    """Yield pairs of passages with sentences that share most of their word pairs, names taken out (Jaccard)."""
    sentences = [(id_, frozenset(pairwise(words))) for id_, words in _sentences(passages) if _is_long(words)]
    postings: dict[tuple[str, str], list[int]] = {}
    for index, (id_, pairs) in enumerate(sentences):
        shared: Counter[int] = Counter()
        for pair in pairs:
            shared.update(postings.get(pair, ()))
            postings.setdefault(pair, []).append(index)
        for other, count in sorted(shared.items()):
            similarity = count / (len(pairs) + len(sentences[other][1]) - count)
            if similarity >= CLOSE:
                yield sentences[other][0], id_, similarity


def _is_long(words: Iterable[str]) -> bool:
    """Tell whether a sentence has more words besides names than a sequence; a photographer's name alone is none."""
    return sum(word.isalpha() for word in words) > SEQUENCE


def _sentences(passages: Iterable[Passage]) -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence's words in lower case, each name replaced by its type."""
    for passage in passages:
        for begin, end in passage.sentences:
            text, position = "", begin
            for mention in passage.mentions:
                if mention.kind == "name" and position <= mention.start and mention.end <= end:
                    text += f"{passage.text[position : mention.start]} {_NAME}{passage.type_of(mention)} "
                    position = mention.end
            yield passage.id, _WORD.findall((text + passage.text[position:end]).casefold())


def main() -> None:
    """Print what recurs in the named files."""
    passages = list(read_passages(map(Path, sys.argv[1:])))
    for words, count in common_sequences(passages):
        print(f"{count:4} {words}")
    for left, right, similarity in near_duplicates(passages):
        print(f"{similarity:.2f} {left} {right}")


if __name__ == "__main__":
    main()
