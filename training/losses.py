"""What a network says of a batch, and how far that is from what the corpora say."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.batches import may_attach, pad_pieces, padded
from training.network import Network
from training.windows import UNKNOWN, Window

WEIGHTS = {"arcs": 2.0, "labels": 2.0, "upos": 0.7, "xpos": 0.7, "feats": 0.4, "scripts": 0.6, "starts": 1.0, "names": 1.5}
"""Of each head's loss in the sum; a head's loss is summed over the words it knows and divided by the words of the batch."""
TAGS = ("upos", "xpos", "feats", "scripts")
_HIDDEN_SHARE, _HIDDEN_PIECE = 0.05, 103
"""Words that are hidden in training, and the piece that hides them: [MASK] in BERT's vocabulary."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a network gives for a batch.

    Scores of ``tags`` by head, of ``names`` (batch, words, classes) and ``starts`` (batch, words); of ``arcs`` (batch, words,
    1 + words), -10000 where there can be none; the states of ``words`` and, the root first, of ``heads``.
    """

    tags: dict[str, Tensor]
    names: Tensor
    starts: Tensor
    arcs: Tensor
    words: Tensor
    heads: Tensor


def look(network: Network, batch: Sequence[Window]) -> Outlook:
    """Run a network over a batch; in training a few words are hidden from it."""
    longest = max(len(window) for window in batch)
    ids, mask, shapes, word_of = pad_pieces(batch, longest)
    if network.training:
        hidden = torch.rand(len(batch), longest + 1) < _HIDDEN_SHARE
        hidden[:, -1] = False
        ids = torch.where(hidden.gather(1, word_of), _HIDDEN_PIECE, ids)
    words = network.words(ids, shapes, mask, word_of, longest)
    dropped = network.dropout(words)
    arcs, heads = network.arcs(words)
    return Outlook(
        tags={name: getattr(network, name)(dropped).float() for name in TAGS},
        names=network.names(network.names_hidden(words)).float(),
        starts=network.starts(dropped)[..., 0].float(),
        arcs=arcs.float().masked_fill(~may_attach(batch, longest), -1e4),
        words=words,
        heads=heads,
    )


def corpus_losses(network: Network, outlook: Outlook, batch: Sequence[Window]) -> Tensor:
    """Return the losses against what the corpora say, in the order of ``WEIGHTS``."""
    parsed = [row for row, window in enumerate(batch) if window.tree is not None]
    losses = {name: outlook.words.new_zeros(()) for name in WEIGHTS}
    if parsed:
        losses |= _syntax_losses(network, outlook, batch, parsed)
    losses |= {"starts": _starts_loss(outlook, batch), "names": _names_loss(outlook, batch)}
    return torch.stack([losses[name] for name in WEIGHTS]) / sum(len(window) for window in batch)


def _syntax_losses(network: Network, outlook: Outlook, batch: Sequence[Window], parsed: list[int]) -> dict[str, Tensor]:
    longest = outlook.words.shape[1]
    windows = [batch[row] for row in parsed]
    trees = [window.tree for window in windows if window.tree is not None]
    losses = {
        name: _entropy(outlook.tags[name][parsed], padded([getattr(tree, name) for tree in trees], longest)) for name in TAGS
    }
    gold = padded([tree.heads + 1 for tree in trees], longest)
    losses["arcs"] = _entropy(outlook.arcs[parsed], gold)
    known = gold >= 0
    heads = outlook.heads[parsed]
    states = heads.gather(1, gold.clamp(min=0)[..., None].expand(-1, -1, heads.shape[-1]))
    labels = padded([tree.labels for tree in trees], longest)
    losses["labels"] = _entropy(network.label_scores(outlook.words[parsed][known], states[known]), labels[known])
    return losses


def _starts_loss(outlook: Outlook, batch: Sequence[Window]) -> Tensor:
    """Return the loss of sentence starts, which every corpus tells; that a text begins with one is no news."""
    starts = padded([np.diff(window.sentence_of, prepend=-1) for window in batch], outlook.starts.shape[1])
    known = starts >= 0
    known[:, 0] = False
    return functional.binary_cross_entropy_with_logits(outlook.starts[known], starts[known].float(), reduction="sum")


def _names_loss(outlook: Outlook, batch: Sequence[Window]) -> Tensor:
    """Return how improbable what the annotations leave open is."""
    scores = outlook.names
    allowed = torch.ones(scores.shape, dtype=torch.bool)
    for row, window in enumerate(batch):
        if window.names is not None:
            allowed[row, : len(window)] = torch.from_numpy(window.names)
    unknown = allowed.all(-1)
    right = scores.masked_fill(~allowed, -torch.inf).logsumexp(-1)
    return (scores.logsumexp(-1) - right)[~unknown].sum()


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.float().flatten(0, -2), gold.flatten(), ignore_index=UNKNOWN, reduction="sum")
