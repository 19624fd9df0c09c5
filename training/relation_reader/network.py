"""The relation reader's network in PyTorch."""

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.relation_reader.features import DEPENDENCIES, TAGS, TYPES

_ROLES = 7
_DISTANCES = 8


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the network's layers are."""

    relations: int
    states: int = 384
    width: int = 256
    layers: int = 1
    heads: int = 4
    meanings: int = 96
    dropout: float = 0.3


class RelationNetwork(nn.Module):
    """Scores the relations of pairs of mentions from the encoder's states.

    A pair looks for its trigger: its attention over the sentence's words, with what each word is to the pair in the tree, is trained on
    the annotated triggers, and what it finds there decides with the two mentions.
    """

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.sizes = sizes
        self.normed = nn.LayerNorm(sizes.states)
        self.projected = nn.Linear(sizes.states, width)
        self.meaning = nn.Linear(sizes.meanings, width)
        self.hint = nn.Linear(sizes.relations, width, bias=False)
        self.dependency = nn.Embedding(len(DEPENDENCIES) + 1, width)
        self.tag_of = nn.Embedding(len(TAGS) + 1, width)
        self.kind = nn.Embedding(len(TYPES) + 1, width)
        layer = nn.TransformerEncoderLayer(
            width, sizes.heads, 2 * width, sizes.dropout, activation="gelu", batch_first=True, norm_first=True
        )
        self.context = nn.TransformerEncoder(layer, sizes.layers, enable_nested_tensor=False) if sizes.layers else None
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
        for embedding in (self.dependency, self.tag_of, self.kind, self.role_key, self.distance):
            nn.init.normal_(embedding.weight, std=0.02)

    def forward(self, sentence: "SentenceTensors") -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of one sentence's pairs.

        They are those of relations, the threshold's first, (pairs, 1 + relations), of factualities, (pairs, 4), and of words as
        triggers, (pairs, words).
        """
        inside = sentence.inside()
        words = self._words(sentence, inside)
        mentions = self._mentions(words, sentence, inside)
        subject, obj = mentions[sentence.pairs[:, 0]], mentions[sentence.pairs[:, 1]]
        near = self.distance(_bucket(sentence))
        query = functional.gelu(self.subject(subject) + self.object(obj) + near)
        among = torch.einsum("pw,ptw->pt", query, self.role_key(sentence.roles))
        attention = (query @ self.key(words).T + among) / self.sizes.width**0.5 + self.role_bias(sentence.roles)[..., 0]
        found = attention.softmax(1) @ self.value(words)
        features = torch.cat([subject, obj, subject * obj, found, near], dim=1)
        hidden = functional.gelu(self.hidden(self.dropout(features)))
        return self.relations(self.dropout(hidden)), self.factuality(self.dropout(torch.cat([hidden, found], 1))), attention

    def _words(self, sentence: "SentenceTensors", inside: Tensor) -> Tensor:
        words = self.projected(self.dropout(self.normed(sentence.states)))
        words = words + self.dependency(sentence.dependencies) + self.tag_of(sentence.tags)
        words = words + self.meaning(self.dropout(sentence.meanings)) + self.hint(self.dropout(sentence.hints))
        words = words + inside.float().T @ self.kind(sentence.types)
        return words if self.context is None else self.context(words[None])[0]

    def _mentions(self, words: Tensor, sentence: "SentenceTensors", inside: Tensor) -> Tensor:
        pooled = (inside.float() @ words) / inside.sum(1, keepdim=True)
        spans = torch.cat([words[sentence.spans[:, 0]], words[sentence.spans[:, 1] - 1], pooled], dim=1)
        return functional.gelu(self.mention(self.dropout(spans))) + self.kind(sentence.types)


class SentenceTensors(NamedTuple):
    """The numbers of a sentence, as :class:`.features.SentenceFeatures` has them, with pairs of its mentions."""

    states: Tensor
    meanings: Tensor
    hints: Tensor
    dependencies: Tensor
    tags: Tensor
    spans: Tensor
    types: Tensor
    pairs: Tensor
    roles: Tensor

    def inside(self) -> Tensor:
        """Tell which words each mention has, (mentions, words)."""
        at = torch.arange(len(self.states))[None]
        return (at >= self.spans[:, :1]) & (at < self.spans[:, 1:])


def _bucket(sentence: SentenceTensors) -> Tensor:
    """Return the number of how far apart a pair is, and which comes first."""
    gap = (sentence.spans[sentence.pairs[:, 1], 0] - sentence.spans[sentence.pairs[:, 0], 0]).float()
    return (gap.sign() * (gap.abs() + 1).log2().ceil().clamp(max=_DISTANCES)).long() + _DISTANCES


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
