"""Train the relation reader: ``python -m training.relation_reader.train OUT.pt CORPUS.jsonl… [--epochs 20 …]``."""

import argparse
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from graphbuild.ontology import load_ontology
from graphbuild.pipeline import make_pipeline
from training.relation_corpus.passage import Passage, read_passages
from training.relation_corpus.split import part_of
from training.relation_reader.examples import Example, read_examples
from training.relation_reader.lexicon import make_lexicon
from training.relation_reader.network import RelationNetwork, SentenceTensors, Sizes, relation_loss

_BATCH = 16
_TRIGGER_WEIGHT, _FACTUALITY_WEIGHT = 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Scores:
    """How well relations are read, given the mentions."""

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


def scores_of(network: RelationNetwork, example: Example) -> tuple[Tensor, Tensor, Tensor]:
    """Return what the network makes of one sentence."""
    features = example.features
    return network(  # type: ignore[no-any-return] # torch leaves what a module returns open
        SentenceTensors(
            torch.from_numpy(features.states),
            torch.from_numpy(features.meanings),
            torch.from_numpy(features.hints),
            torch.from_numpy(features.dependencies),
            torch.from_numpy(features.tags),
            torch.from_numpy(features.spans),
            torch.from_numpy(features.types),
            torch.from_numpy(example.pairs),
            torch.from_numpy(features.roles(example.pairs)),
        )
    )


def loss_of(network: RelationNetwork, example: Example) -> Tensor:
    """Return the sum of the losses of a sentence's pairs."""
    relations, factualities, attention = scores_of(network, example)
    labels = torch.from_numpy(example.relations)
    loss = relation_loss(relations, labels, torch.from_numpy(example.known)).sum()
    held = torch.from_numpy(example.factuality) >= 0
    if held.any():
        loss = loss + _FACTUALITY_WEIGHT * functional.cross_entropy(
            factualities[held], torch.from_numpy(example.factuality)[held], reduction="sum"
        )
    marked = torch.from_numpy(example.triggers[:, 0]) >= 0
    if marked.any():
        at = torch.arange(attention.shape[1])[None]
        spans = torch.from_numpy(example.triggers)[marked]
        inside = (at >= spans[:, :1]) & (at < spans[:, 1:])
        found = attention[marked].log_softmax(1).masked_fill(~inside, -1e9).logsumexp(1)
        loss = loss - _TRIGGER_WEIGHT * found.sum()
    return loss


def evaluate(network: RelationNetwork, examples: Iterable[Example]) -> Scores:
    """Return the scores over the facts of ``examples``, each direction of a pair for itself."""
    network.eval()
    right = found = asked = factual = factual_right = triggers = triggers_right = 0
    with torch.inference_mode():
        for example in examples:
            relations, factualities, attention = scores_of(network, example)
            predicted = (relations[:, 1:] > relations[:, :1]).numpy()
            gold = example.relations > 0
            hits = predicted & gold
            right, found, asked = right + hits.sum(), found + predicted.sum(), asked + gold.sum()
            rows = np.flatnonzero(hits.any(1))
            factual += len(rows)
            factual_right += int((factualities.argmax(1).numpy()[rows] == example.factuality[rows]).sum())
            best = attention.argmax(1).numpy()
            for row in rows:
                start, end = example.triggers[row]
                triggers += start >= 0
                triggers_right += start <= best[row] < end
    network.train()
    precision, recall = right / max(found, 1), right / max(asked, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Scores(precision, recall, f1, factual_right / max(factual, 1), triggers_right / max(triggers, 1))


def train(
    examples: Sequence[Example], dev: Sequence[Example], sizes: Sizes, epochs: int, rate: float, seed: int
) -> RelationNetwork:
    """Return the network of the epoch that is best on ``dev``."""
    torch.manual_seed(seed)
    shuffled = random.Random(seed)
    network = RelationNetwork(sizes)
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01)
    steps = epochs * (len(examples) + _BATCH - 1) // _BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps + epochs, pct_start=0.1)
    best, kept = -1.0, network.state_dict()
    for epoch in range(1, epochs + 1):
        began, total = time.time(), 0.0
        order = shuffled.sample(range(len(examples)), len(examples))
        for start in range(0, len(order), _BATCH):
            batch = [examples[index] for index in order[start : start + _BATCH]]
            loss = sum((loss_of(network, example) for example in batch), torch.zeros(())) / len(batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        scores = evaluate(network, dev)
        print(f"epoch {epoch:2} loss {total * _BATCH / len(order):.3f} dev {scores} ({time.time() - began:.0f} s)", flush=True)
        if scores.f1 > best:
            best, kept = scores.f1, {key: value.clone() for key, value in network.state_dict().items()}
    network.load_state_dict(kept)
    return network


def main() -> None:
    """Train, and print the scores of every epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--layers", type=int, default=1)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    ontology = load_ontology()
    relations = sorted(ontology.relations)
    symmetric = frozenset(name for name, relation in ontology.relations.items() if relation.is_symmetric)
    passages = list(read_passages(options.corpus))
    parse, lexicon = make_pipeline().parse, make_lexicon(ontology)
    parts: dict[str, list[Passage]] = {"train": [], "dev": [], "test": []}
    for passage in passages:
        parts[part_of(passage)].append(passage)
    examples = list(read_examples(parts["train"], parse, relations, symmetric, lexicon))
    dev = list(read_examples(parts["dev"], parse, relations, symmetric, lexicon))
    print(f"{len(examples)} sentences to train on, {len(dev)} to choose on", flush=True)
    sizes = Sizes(len(relations), width=options.width, layers=options.layers, dropout=options.dropout)
    network = train(examples, dev, sizes, options.epochs, options.rate, options.seed)
    torch.save({"sizes": asdict(sizes), "relations": relations, "weights": network.state_dict()}, options.out)


if __name__ == "__main__":
    main()
