"""Train the relation reader on the relation corpus and Re-DocRED.

    python -m training.relation_reader.train [OUT] [--epochs N] [--threads N] [--seed N] [--resume]     # from the repository root

Writes OUT/data.pickle (what was made of the corpora, used again if it is there), OUT/last.pt after each epoch, from which ``--resume``
goes on, OUT/average.pt (the moving average of the weights, which is what is scored and exported) and OUT/detector.npz; prints the
scores on the development part, given the mentions and with those found.
"""

import argparse
import copy
import pickle
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from graphbuild.classify.detector import Detector
from graphbuild.classify.features import Floats
from graphbuild.classify.hints import make_hints
from graphbuild.classify.stored import Inventory
from graphbuild.classify.tap import encoder_digest
from graphbuild.language.encoder import Encoder as EncoderComponent
from graphbuild.ontology import load_ontology
from graphbuild.pipeline import make_pipeline
from training.network import Encoder
from training.relation_corpus.passage import Passage, read_passages
from training.relation_corpus.split import part_of
from training.relation_reader.batches import Item, batches, collate, training_items
from training.relation_reader.data import Data
from training.relation_reader.detect import cross_fitted, shares_of, train_detector
from training.relation_reader.examples import (
    FACTUALITIES,
    Example,
    ExampleMaker,
    Fact,
    ParsedPassage,
    facts_of,
    names_of,
    parse_passages,
    renamed_states,
)
from training.relation_reader.network import Batch, RelationNetwork, Sizes, relation_loss
from training.relation_reader.redocred import LABELLED, read_redocred_passages
from training.shared import HERE, MODEL, NAMES

CORPUS: Final = HERE / "relations"
TAP: Final = "/layers.0/output_norm/LayerNormalization_output_0"
_VARIANTS: Final = 3
_DOCUMENTS: Final = 120
_TRIGGER_WEIGHT, _FACTUALITY_WEIGHT = 0.3, 0.5
_AVERAGE = 0.995
_WARM_UP = 0.08
_LONGEST = 300
"""A document of more words is left out."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How well relations are read: facts of things, by passage."""

    precision: float
    recall: float
    f1: float
    factuality: float
    trigger: float

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f} "
            f"factuality {self.factuality:.3f} trigger {self.trigger:.3f}"
        )


def prepare(seed: int, *, documents: int = _DOCUMENTS) -> Data:
    """Read the corpora, train the detector, and return what the network is trained on."""
    ontology = load_ontology()
    relations = tuple(sorted(ontology.relations))
    symmetric = frozenset(name for name, relation in ontology.relations.items() if relation.is_symmetric)
    parse = make_pipeline(extractor_names=["title.v1"]).parse
    encoder = parse.nlp.get_pipe("encoder")
    assert isinstance(encoder, EncoderComponent)  # the bundled pipeline's
    encoder.tap = TAP
    parts: dict[str, list[Passage]] = {"train": [], "dev": [], "test": []}
    for passage in read_passages(sorted(CORPUS.glob("*.jsonl"))):
        parts[part_of(passage)].append(passage)
    train, dev = (list(parse_passages(parts[part], parse)) for part in ("train", "dev"))
    print(f"{len(train)} passages to train on, {len(dev)} to choose by", flush=True)
    weights = train_detector(train, seed)
    detector = Detector.of(weights)
    hints = make_hints(ontology, relations)
    make, rng = ExampleMaker(relations, symmetric, hints), random.Random(seed)
    names = names_of(each.doc for each in train)
    examples = list(_examples(make, train, cross_fitted(train, seed), encoder, names, rng))
    chosen = list(_examples(make, dev, [shares_of(each, detector) for each in dev], None, names, rng))
    others = list(islice(read_redocred_passages(NAMES / "redocred-a.json.xz"), documents))
    partly = ExampleMaker(relations, symmetric, hints, LABELLED)
    for each in parse_passages(others, parse):
        example = partly(each, (), None)
        if example is not None and len(each.doc) <= _LONGEST:
            examples.append(example)
    number = {name: index for index, name in enumerate(relations)}
    gold = {passage.id: facts_of(passage, number, symmetric) for passage in parts["dev"]}
    return Data(Inventory(relations, symmetric, encoder_digest(encoder), TAP, hints), weights, examples, chosen, gold)


def _examples(
    make: ExampleMaker,
    parsed: Sequence[ParsedPassage],
    shares: Sequence[Floats],
    encoder: EncoderComponent | None,
    names: Mapping[str, Sequence[str]],
    rng: random.Random,
) -> Iterator[Example]:
    for each, found in zip(parsed, shares, strict=True):
        times = _VARIANTS if encoder is not None else 0
        variants = [renamed_states(each.doc, encoder, names, rng) for _ in range(times) if encoder is not None]
        example = make(each, variants, found)
        if example is not None:
            yield example


def losses_of(network: RelationNetwork, items: Sequence[Item]) -> Tensor:
    """Return the mean loss of passages."""
    batch = collate(items)
    scores = network(batch)
    labels = torch.from_numpy(np.concatenate([item.view.relations for item in items]))
    known = torch.from_numpy(np.concatenate([item.view.known for item in items]))
    loss = relation_loss(scores.relations, labels, known).sum()
    factuality = torch.from_numpy(np.concatenate([item.view.factuality for item in items]))
    triggers = torch.from_numpy(np.concatenate([item.view.triggers for item in items]))
    # A fact without a trigger is of a corpus that tells nothing of factuality either.
    marked = (triggers[:, 0] >= 0) & (factuality >= 0)
    if marked.any():
        loss = loss + _FACTUALITY_WEIGHT * functional.cross_entropy(
            scores.factuality[marked], factuality[marked], reduction="sum"
        )
        loss = loss - _TRIGGER_WEIGHT * _seen(scores.attention[marked], _moved(triggers, batch, items)[marked]).sum()
    return loss / len(items)


def _seen(attention: Tensor, triggers: Tensor) -> Tensor:
    """Return the logarithm of the share of each pair's attention that is on its trigger."""
    at = torch.arange(attention.shape[1])[None]
    inside = (at >= triggers[:, :1]) & (at < triggers[:, 1:])
    return attention.log_softmax(1).masked_fill(~inside, -1e9).logsumexp(1)


def _moved(triggers: Tensor, batch: Batch, items: Sequence[Item]) -> Tensor:
    """Return the triggers counted through all passages of the batch."""
    longest = batch.states.shape[1]
    rows = torch.repeat_interleave(torch.arange(len(items)), torch.tensor([len(item.view.pairs) for item in items]))
    return triggers + longest * rows[:, None]


def evaluate(
    network: RelationNetwork, examples: Sequence[Example], gold: Mapping[str, Mapping[Fact, str]], *, view: int
) -> Figures:
    """Return the figures for passages, their mentions as annotated (view 0) or found (view 1)."""
    found: dict[str, dict[Fact, tuple[float, str]]] = {passage: {} for passage in gold}
    hits = seen = 0
    items = sorted(
        (Item(each.passage, each.variants[0], each.hints, each.views[view]) for each in examples),
        key=lambda item: len(item.states),
    )
    for start in range(0, len(items), 8):
        some = items[start : start + 8]
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = [part.numpy() for part in network(collate(some))]
        at, longest = 0, max(len(item.states) for item in some)
        for place, item in enumerate(some):
            own = slice(at, at + len(item.view.pairs))
            at = own.stop
            margins = scores[0][own, 1:] - scores[0][own, :1]
            kinds, best = scores[1][own].argmax(1), scores[2][own].argmax(1) - place * longest
            for row, relation in zip(*np.nonzero(margins > 0), strict=True):
                sides = item.view.entities[row]
                before = found[item.passage].get((sides[0], int(relation), sides[1]))
                if before is None or before[0] < margins[row, relation]:
                    found[item.passage][sides[0], int(relation), sides[1]] = (
                        float(margins[row, relation]),
                        FACTUALITIES[kinds[row]],
                    )
                if item.view.relations[row, relation] and item.view.triggers[row, 0] >= 0:
                    seen += 1
                    hits += item.view.triggers[row, 0] <= best[row] < item.view.triggers[row, 1]
    right = [
        (kind, gold[passage][fact])
        for passage, facts in found.items()
        for fact, (_, kind) in facts.items()
        if fact in gold[passage]
    ]
    precision = len(right) / max(sum(map(len, found.values())), 1)
    recall = len(right) / max(sum(map(len, gold.values())), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Figures(precision, recall, f1, sum(one == other for one, other in right) / max(len(right), 1), hits / max(seen, 1))


def bundled_encoder() -> Encoder:
    """Return the encoder of the bundled pipeline before it was quantised."""
    encoder = Encoder()
    weights = torch.load(MODEL / "final" / "average.pt")
    encoder.load_state_dict({key.removeprefix("encoder."): value for key, value in weights.items() if key.startswith("encoder.")})
    return encoder


class Trainer:
    """The state of a training run."""

    def __init__(self, data: Data, options: argparse.Namespace) -> None:
        self.data, self.options = data, options
        sizes = Sizes(len(data.inventory.relations), layers=options.layers)
        self.network = RelationNetwork(sizes, bundled_encoder())
        self.average = copy.deepcopy(self.network).eval().requires_grad_(requires_grad=False)
        inner = list(self.network.layers.parameters())
        outer = [weight for name, weight in self.network.named_parameters() if not name.startswith("layers.")]
        groups = [{"params": outer, "lr": options.rate}, {"params": inner, "lr": options.encoder_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.total = options.epochs * sum(1 for _ in self._epoch(0))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = 0

    def run(self) -> None:
        """Train all epochs that are left."""
        for epoch in range(self._resume() if self.options.resume else 0, self.options.epochs):
            began = time.time()
            self.network.train()
            losses = [self._learn(items) for items in self._epoch(epoch)]
            self._save(epoch + 1)
            print(f"epoch {epoch + 1:2} loss {np.mean(losses):.3f} ({time.time() - began:.0f} s)", flush=True)
            if epoch % 2 or epoch + 1 == self.options.epochs:
                for view, name in enumerate(("given", "found")):
                    print(f"  {name}: {evaluate(self.average, self.data.dev, self.data.gold, view=view)}", flush=True)

    def _rate(self, step: int) -> float:
        warm = _WARM_UP * self.total
        return min((step + 1) / warm, max(0.0, (self.total - step) / (self.total - warm)) + 0.01)

    def _epoch(self, epoch: int) -> Iterator[list[Item]]:
        rng = random.Random(self.options.seed * 1000 + epoch)
        yield from batches(training_items(self.data.examples, rng), rng, self.options.pairs)

    def _learn(self, items: Sequence[Item]) -> float:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = losses_of(self.network, items)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        keep = min(_AVERAGE, 1 - 10 / (10 + self.step))
        torch._foreach_lerp_(list(self.average.parameters()), [weight.data for weight in self.network.parameters()], 1 - keep)
        return float(loss.detach())

    def _save(self, epochs: int) -> None:
        state = {"epochs": epochs, "step": self.step}
        state |= {name: getattr(self, name).state_dict() for name in ("network", "average", "optimizer", "schedule")}
        torch.save(state, self.options.out / "last.part")
        (self.options.out / "last.part").replace(self.options.out / "last.pt")
        torch.save(self.average.state_dict(), self.options.out / "average.pt")

    def _resume(self) -> int:
        state = torch.load(self.options.out / "last.pt")
        for name in ("network", "average", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.step = state["step"]
        return int(state["epochs"])


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path, nargs="?", default=MODEL / "relations")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--layers", type=int, default=5)
    parser.add_argument("--pairs", type=int, default=350)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    stored = options.out / "data.pickle"
    if stored.exists():
        data = pickle.loads(stored.read_bytes())
    else:
        data = prepare(options.seed)
        stored.write_bytes(pickle.dumps(data))
    np.savez(options.out / "detector.npz", **data.detector)
    print(f"{len(data.examples)} passages to train on, {len(data.dev)} to choose by", flush=True)
    Trainer(data, options).run()


if __name__ == "__main__":
    main()
