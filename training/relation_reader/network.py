"""The relation reader's network in PyTorch."""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from graphbuild.classify.features import DEPENDENCIES, NOWHERE, TAGS, TYPES
from training.network import WIDTH, Encoder

_ROLES = 8
_DISTANCES = 8


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network's layers are."""

    relations: int
    width: int = 256
    layers: int = 5
    dropout: float = 0.2


class Batch(NamedTuple):
    """Passages put together: B passages of up to W words, M mentions and P pairs of all of them.

    ``spans`` are first word and last of each mention, counted through all passages; ``pairs`` the numbers of two mentions.
    """

    states: Tensor
    """(B, W, 2, width)"""
    hints: Tensor
    """(B, W, relations): of which relations' triggers each word is."""
    kinds: Tensor
    """(B, W, kinds): of which types of mentions each word is part."""
    dependencies: Tensor
    """(B, W)"""
    tags: Tensor
    spans: Tensor
    """(M, 2)"""
    types: Tensor
    """(M,)"""
    pairs: Tensor
    """(P, 2)"""
    roles: Tensor
    """(P, B * W)"""
    present: Tensor | None = None
    """(B, W): whether there is a word; if None, everywhere."""


class Scores(NamedTuple):
    """What the network makes of pairs.

    Scores of relations, the threshold's first, (P, 1 + relations), of factualities, (P, 4), of words as triggers, (P, B * W), and what
    these are read from, (P, 2 * width).
    """

    relations: Tensor
    factuality: Tensor
    attention: Tensor
    vectors: Tensor


class RelationNetwork(nn.Module):
    """Scores the relations of pairs of mentions in a sentence.

    Layers that begin as the encoder's last ones go on from an inner one, told of mentions, parts of speech and dependencies. A pair
    looks for its trigger: its attention over the sentence's words, with what each word is to the pair in the tree, is trained on the
    annotated triggers, and what it finds there decides with the two mentions.
    """

    def __init__(self, sizes: Sizes, encoder: Encoder) -> None:
        super().__init__()
        width = sizes.width
        self.sizes = sizes
        self.kind_mark = nn.Linear(len(TYPES) + 1, WIDTH, bias=False)
        self.dependency_mark = nn.Embedding(len(DEPENDENCIES) + 1, WIDTH)
        self.tag_mark = nn.Embedding(len(TAGS) + 1, WIDTH)
        self.hint_mark = nn.Linear(sizes.relations, WIDTH, bias=False)
        self.layers = encoder.layers[len(encoder.layers) - sizes.layers :]
        self.normed = nn.LayerNorm(WIDTH)
        self.projected = nn.Linear(2 * WIDTH, width)
        self.dependency = nn.Embedding(len(DEPENDENCIES) + 1, width)
        self.hint = nn.Linear(sizes.relations, width, bias=False)
        self.kind = nn.Embedding(len(TYPES) + 1, width)
        self.mention = nn.Linear(3 * width, width)
        self.subject = nn.Linear(width, width)
        self.object = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.role_key = nn.Embedding(_ROLES, width)
        self.role_bias = nn.Embedding(_ROLES, 1)
        self.distance = nn.Embedding(2 * _DISTANCES + 1, width)
        self.hidden = nn.Linear(5 * width, width)
        self.relations = nn.Linear(width, sizes.relations + 1)
        self.factuality = nn.Linear(2 * width, 4)
        self.dropout = nn.Dropout(sizes.dropout)
        for embedding in (self.dependency, self.kind, self.role_key, self.distance):
            nn.init.normal_(embedding.weight, std=0.02)
        for mark in (self.kind_mark, self.dependency_mark, self.tag_mark, self.hint_mark):
            nn.init.normal_(mark.weight, std=0.005)

    def forward(self, batch: Batch) -> Scores:
        """Return the scores of the pairs."""
        words = self._words(batch).flatten(0, 1)
        mentions = self._mentions(words, batch)
        subject, obj = mentions[batch.pairs[:, 0]], mentions[batch.pairs[:, 1]]
        near = self.distance(_bucket(batch))
        query = functional.gelu(self.subject(subject) + self.object(obj) + near)
        among = (query @ self.role_key.weight.T + self.role_bias.weight.T).float().gather(1, batch.roles)
        attention = (query @ self.key(words).T).float() / self.sizes.width**0.5 + among
        attention = attention.masked_fill(batch.roles == NOWHERE, -1e4)
        found = attention.softmax(1).to(words.dtype) @ self.value(words)
        features = torch.cat([subject, obj, subject * obj, found, near], dim=1)
        hidden = functional.gelu(self.hidden(self.dropout(features)))
        vectors = torch.cat([hidden, found], 1)
        relations, factuality = self.relations(self.dropout(hidden)), self.factuality(self.dropout(vectors))
        return Scores(relations.float(), factuality.float(), attention, vectors.float())

    def _words(self, batch: Batch) -> Tensor:
        marks = self.kind_mark(batch.kinds) + self.dependency_mark(batch.dependencies) + self.tag_mark(batch.tags)
        mask = None
        if batch.present is not None:
            mask = torch.zeros(batch.present.shape).masked_fill(~batch.present, -1e4).to(torch.bfloat16)[:, None, None, :]
        states = batch.states[:, :, 0] + marks + self.hint_mark(self.dropout(batch.hints))
        for layer in self.layers:
            states = layer(states, mask)
        both = torch.cat([states, self.normed(batch.states[:, :, 1])], 2)
        words = self.projected(self.dropout(both)) + self.hint(self.dropout(batch.hints))
        return words + self.dependency(batch.dependencies) + batch.kinds @ self.kind.weight

    def _mentions(self, words: Tensor, batch: Batch) -> Tensor:
        at = torch.arange(words.shape[0])[None]
        inside = ((at >= batch.spans[:, :1]) & (at <= batch.spans[:, 1:])).to(words.dtype)
        pooled = inside @ words / inside.sum(1, keepdim=True)
        spans = torch.cat([words[batch.spans[:, 0]], words[batch.spans[:, 1]], pooled], dim=1)
        return functional.gelu(self.mention(self.dropout(spans))) + self.kind(batch.types)


def _bucket(batch: Batch) -> Tensor:
    """Return the number of how far apart a pair is, and which comes first."""
    gap = (batch.spans[batch.pairs[:, 1], 0] - batch.spans[batch.pairs[:, 0], 0]).float()
    return (gap.sign() * ((gap.abs() + 1).log() / 0.6931472).ceil().clamp(max=_DISTANCES)).long() + _DISTANCES


def relation_loss(scores: Tensor, labels: Tensor, known: Tensor) -> Tensor:
    """Return the adaptive-threshold loss of pairs (Zhou et al. 2021, ATLOP, equation 8).

    What holds is to score above the threshold, all else below. A relation that is not ``known`` to hold or not is left out.
    """
    threshold = torch.zeros_like(labels[:, :1])
    held = torch.cat([torch.ones_like(threshold), labels], 1)
    positive = scores.masked_fill(held == 0, -1e9)
    above = -(positive.log_softmax(1)[:, 1:] * labels).sum(1)
    others = torch.cat([threshold, torch.maximum(labels, 1 - known)], 1)
    below = -scores.masked_fill(others == 1, -1e9).log_softmax(1)[:, 0]
    return above + below
