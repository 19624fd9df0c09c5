"""Score a network on the development parts, on gold words and sentences: what chooses among checkpoints."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import torch

from benchmarks.nine_types import GROUPS, NINE, Span, read_gold
from graphbuild.language.spans import TagScheme
from training.batches import may_attach, pad_pieces
from training.data import Corpora
from training.name_types import NameAnnotation, NamedSentence, space
from training.network import Network
from training.shared import NAMES
from training.windows import Annotated, Annotator, Window

_BATCH, _MOST_WORDS = 16, 120


def score(network: Network, corpora: Corpora) -> dict[str, float]:
    """Return percentages: tags, attachment, edit scripts and sentence starts of each treebank, F1 of names."""
    network.eval()
    figures: dict[str, float] = {}
    with torch.inference_mode():
        for name, documents in corpora.development.items():
            counts: Counter[str] = Counter()
            for batch in _batches(_windows(corpora.annotator, documents)):
                counts += _score_syntax(network, batch)
            figures |= {
                f"{name}-{key}": 100 * counts[key] / counts["words"] for key in ("upos", "xpos", "feats", "scripts", "uas", "las")
            }
            figures[f"{name}-sents"] = _f1(counts["starts"], counts["gold starts"], counts["found starts"])
        figures |= _score_names(network, corpora)
    return figures


def _windows(annotator: Annotator, documents: Sequence[Sequence[Annotated]]) -> Iterator[Window]:
    for document in documents:
        run: list[Annotated] = []
        for sentence in document:
            if run and sum(len(other.words) for other in [*run, sentence]) > _MOST_WORDS:
                yield annotator.window(run)
                run = []
            run.append(sentence)
        yield annotator.window(run)


def _batches(windows: Iterator[Window]) -> Iterator[list[Window]]:
    ordered = sorted(windows, key=lambda window: len(window.ids))
    for at in range(0, len(ordered), _BATCH):
        yield ordered[at : at + _BATCH]


def _score_syntax(network: Network, batch: Sequence[Window]) -> Counter[str]:
    longest = max(len(window) for window in batch)
    ids, mask, shapes, word_of = pad_pieces(batch, longest)
    words = network.words(ids, shapes, mask, word_of, longest)
    arcs, states = network.arcs(words)
    chosen = arcs.masked_fill(~may_attach(batch, longest), -1e4).argmax(-1)
    heads = states.gather(1, chosen[..., None].expand(-1, -1, states.shape[-1]))
    labels = network.label_scores(words.flatten(0, 1), heads.flatten(0, 1)).argmax(-1).view(len(batch), longest)
    tags = {name: getattr(network, name)(words).argmax(-1).numpy() for name in ("upos", "xpos", "feats", "scripts")}
    starts = (network.starts(words)[..., 0] > 0).numpy()
    counts: Counter[str] = Counter()
    for row, window in enumerate(batch):
        size, tree = len(window), window.tree
        if tree is None:
            continue
        right = chosen[row, :size].numpy() == tree.heads + 1
        counts["words"] += size
        counts["uas"] += int(right.sum())
        counts["las"] += int((right & (labels[row, :size].numpy() == tree.labels)).sum())
        for name, found in tags.items():
            counts[name] += int((found[row, :size] == getattr(tree, name)).sum())
        gold = np.diff(window.sentence_of, prepend=-1) > 0
        found = starts[row, :size].copy()
        found[0] = True
        counts["starts"] += int((gold & found).sum())
        counts["gold starts"] += int(gold.sum())
        counts["found starts"] += int(found.sum())
    return counts


def _score_names(network: Network, corpora: Corpora) -> dict[str, float]:
    scheme = TagScheme.of(corpora.inventory.names)
    gold = list(read_gold(NAMES / "crossner-politics-dev.tsv"))
    found: list[set[Span]] = []
    unknown = NameAnnotation()
    for sentence in gold:
        named = NamedSentence(sentence.words, space(sentence.words), unknown)
        window = corpora.annotator.window([corpora.annotator.of_names(named)])
        ids, mask, shapes, word_of = pad_pieces([window], len(window))
        words = network.words(ids, shapes, mask, word_of, len(window))
        scores = network.names(network.names_hidden(words))[0].numpy()
        found.append({(start, end, NINE[name]) for start, end, name in scheme.spans(scheme.best(scores)) if name in NINE})
    figures = {"nine": _overlap([sentence.spans for sentence in gold], found)}
    for name, members in GROUPS.items():
        figures[name] = _overlap(
            [_kept(sentence.spans, members) for sentence in gold], [_kept(spans, members) for spans in found]
        )
    return figures


def _kept(spans: AbstractSet[Span], members: AbstractSet[str]) -> frozenset[tuple[int, int]]:
    return frozenset((start, end) for start, end, name in spans if name in members)


def _overlap(gold: Sequence[AbstractSet[object]], found: Sequence[AbstractSet[object]]) -> float:
    right = sum(len(one & other) for one, other in zip(gold, found, strict=True))
    return _f1(right, sum(map(len, gold)), sum(map(len, found)))


def _f1(right: int, gold: int, found: int) -> float:
    return 200 * right / max(1, gold + found)
