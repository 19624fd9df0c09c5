"""Distil several trained networks into one: what they say together, of all texts, beside what the corpora say.

    python -m training.distill OUT --teachers A B [--epochs N] [--threads N]     # folders of training.train

The student starts as the first teacher. Of each head the loss is that of the corpora (where they know) and, with equal weight, the
cross entropy with the mean of the teachers' probabilities (Hinton, Vinyals and Dean 2015), which also covers what a corpus does not
annotate: trees of the corpora of names, names of the treebanks.
"""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import padded
from training.data import load_corpora
from training.inventory import Sizes
from training.losses import TAGS, WEIGHTS, Outlook, corpus_losses, look
from training.network import Network
from training.shared import MODEL
from training.train import Plan, Trainer
from training.windows import Window

_SHARE = 0.5


def main() -> None:
    """Distil."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--teachers", type=Path, nargs="+", default=[MODEL / "a"])
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    corpora = load_corpora()
    corpora.inventory.save(arguments.out / "inventory.json")
    teachers = [load_network(folder, corpora.inventory.sizes) for folder in arguments.teachers]
    student = load_network(arguments.teachers[0], corpora.inventory.sizes)
    plan = Plan(
        arguments.out, arguments.epochs, arguments.seed, inner_rate=1e-4, outer_rate=7e-4, politics_copies=4, names_share=1.0
    )
    losses = partial(distilled_losses, teachers=teachers)
    Trainer(corpora, student, plan, losses).run(resume=arguments.resume)


def load_network(folder: Path, sizes: Sizes) -> Network:
    """Return the averaged network of a training."""
    network = Network(sizes)
    network.load_state_dict(torch.load(folder / "average.pt"))
    return network.eval()


def distilled_losses(student: Network, batch: Sequence[Window], *, teachers: Sequence[Network]) -> Tensor:
    """Return the losses in the order of ``WEIGHTS``."""
    with torch.no_grad():
        views = [look(teacher, batch) for teacher in teachers]
        targets = {name: _mean([view.tags[name] for view in views]) for name in TAGS}
        targets |= {name: _mean([getattr(view, name) for view in views]) for name in ("arcs", "names")}
        starts = torch.stack([view.starts.sigmoid() for view in views]).mean(0)
        chosen = targets["arcs"].argmax(-1)
        labels = _mean([_labels(teacher, view, chosen) for teacher, view in zip(teachers, views, strict=True)])
    own = look(student, batch)
    real = padded([window.sentence_of for window in batch], own.words.shape[1], -1) >= 0
    losses = {name: _cross_entropy(own.tags[name], targets[name], real) for name in TAGS}
    losses |= {name: _cross_entropy(getattr(own, name), targets[name], real) for name in ("arcs", "names")}
    losses["starts"] = functional.binary_cross_entropy_with_logits(own.starts[real], starts[real], reduction="sum")
    losses["labels"] = _cross_entropy(_labels(student, own, chosen), labels, real)
    soft = torch.stack([losses[name] for name in WEIGHTS]) / real.sum()
    return (1 - _SHARE) * corpus_losses(student, own, batch) + _SHARE * soft


def _labels(network: Network, view: Outlook, chosen: Tensor) -> Tensor:
    """Return the scores (batch, words, labels) of the labels of the chosen arcs."""
    heads = view.heads.gather(1, chosen[..., None].expand(-1, -1, view.heads.shape[-1]))
    scores = network.label_scores(view.words.flatten(0, 1), heads.flatten(0, 1)).float()
    return scores.view(*chosen.shape, -1)


def _mean(scores: Sequence[Tensor]) -> Tensor:
    """Return the mean of the probabilities; scores that are none stay at probability zero."""
    return torch.stack([score.softmax(-1) for score in scores]).mean(0)


def _cross_entropy(scores: Tensor, target: Tensor, real: Tensor) -> Tensor:
    return -(target * scores.log_softmax(-1)).sum(-1)[real].sum()


if __name__ == "__main__":
    main()
