"""Train the detector of mentions."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from graphbuild.classify.detector import Detector, candidate_features
from graphbuild.classify.features import TYPE_NUMBERS, TYPES, Floats
from training.relation_reader.examples import ParsedPassage

_HIDDEN, _EPOCHS, _BATCH, _RATE, _DROPOUT = 192, 12, 256, 1e-3, 0.3


def features_of_passage(parsed: ParsedPassage) -> Floats:
    """Return what the detector looks at, (candidates, features)."""
    heads = np.fromiter((token.head.i for token in parsed.doc), "int64", len(parsed.doc))
    return candidate_features(parsed.candidates, parsed.states[:, 1].astype("float32"), heads)


def types_of_passage(parsed: ParsedPassage) -> list[int]:
    """Return the number of each candidate's type, 0 for one that is no mention."""
    passage = parsed.passage
    return [0 if m is None else TYPE_NUMBERS.get(passage.type_of(passage.mentions[m]), 0) for m in parsed.matches]


def train_detector(passages: Sequence[ParsedPassage], seed: int) -> Mapping[str, Floats]:
    """Return the weights of a detector that was trained on ``passages``."""
    torch.manual_seed(seed)
    rows = torch.from_numpy(np.concatenate([features_of_passage(each) for each in passages if each.candidates]))
    types = torch.tensor([type_ for each in passages for type_ in types_of_passage(each)])
    hidden, classes = nn.Linear(rows.shape[1], _HIDDEN), nn.Linear(_HIDDEN, len(TYPES) + 1)
    optimizer = torch.optim.AdamW([*hidden.parameters(), *classes.parameters()], lr=_RATE, weight_decay=0.01)
    for epoch in range(_EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / _EPOCHS)
        for some in torch.randperm(len(rows)).split(_BATCH):
            inner = functional.dropout(functional.relu(hidden(functional.dropout(rows[some], _DROPOUT))), _DROPOUT)
            loss = functional.cross_entropy(classes(inner), types[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return {"hidden": _weights(hidden), "classes": _weights(classes)}


def cross_fitted(passages: Sequence[ParsedPassage], seed: int) -> list[Floats]:
    """Return the shares of each passage's candidates by a detector that was trained on the other half of the passages."""
    halves = [Detector.of(train_detector(passages[start::2], seed)) for start in (0, 1)]
    return [shares_of(each, halves[1 - index % 2]) for index, each in enumerate(passages)]


def shares_of(parsed: ParsedPassage, detector: Detector) -> Floats:
    """Return the shares of a passage's candidates."""
    empty = np.zeros((0, len(TYPES) + 1), "float32")
    return detector(features_of_passage(parsed)) if parsed.candidates else empty


def _weights(layer: nn.Linear) -> Floats:
    with torch.no_grad():
        both: Tensor = torch.cat([layer.weight.T, layer.bias[None]])
    return both.numpy().astype("float32")
