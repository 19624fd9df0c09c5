"""Train a network on with what trained ones say of texts beside what the corpora say.

    python -m training.distill OUT [--joint FOLDER] [--syntax FOLDER] [--epochs N] [--threads N]     # folders of training.train

The student starts as the joint teacher. Of each head the loss is half that of the corpora, where they know, and half the cross entropy
with a teacher's probabilities (Hinton, Vinyals and Dean 2015), which also covers what a corpus does not annotate: trees of the texts
with names, names in the treebanks. Where sentences start all corpora say.
"""

import argparse
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from training.batches import padded
from training.data import load_corpora
from training.inventory import Sizes
from training.losses import TAGS, WEIGHTS, Outlook, corpus_losses, look
from training.network import Network
from training.shared import MODEL
from training.train import Plan, Trainer
from training.windows import Window

_SHARE = 0.5
_SYNTAX = frozenset({*TAGS, "arcs", "labels"})


def main() -> None:
    """Distil."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--joint", type=Path, default=MODEL / "joint", help="a network that has read everything")
    parser.add_argument("--syntax", type=Path, default=MODEL / "syntax", help="one that has read the treebanks alone")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--resume", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    corpora = load_corpora()
    corpora.inventory.save(arguments.out / "inventory.json")
    student, *networks = (
        load_network(folder, corpora.inventory.sizes) for folder in (arguments.joint, arguments.joint, arguments.syntax)
    )
    plan = Plan(
        arguments.out, arguments.epochs, arguments.seed, inner_rate=1e-4, outer_rate=7e-4, politics_copies=4, names_share=1.0
    )
    losses = partial(distilled_losses, teachers=Teachers(*networks))
    Trainer(corpora, student, plan, losses).run(resume=arguments.resume)


def load_network(folder: Path, sizes: Sizes) -> Network:
    """Return the averaged network of a training."""
    network = Network(sizes)
    network.load_state_dict(torch.load(folder / "average.pt"))
    return network.eval()


@dataclass(frozen=True, slots=True)
class Teachers:
    """Who teaches what.

    A network that has read the names beside the trees knows names best, and the trees of the treebanks' texts. Of texts that
    have no trees it has only ever learned the names, and its trees there have drifted: of those one that has read the treebanks
    alone knows more.
    """

    joint: Network
    syntax: Network


def distilled_losses(student: Network, batch: Sequence[Window], *, teachers: Teachers) -> Tensor:
    """Return the losses in the order of ``WEIGHTS``."""
    own = look(student, batch)
    taught = torch.zeros(len(WEIGHTS))
    with_tree = [row for row, window in enumerate(batch) if window.tree is not None]
    without = [row for row, window in enumerate(batch) if window.tree is None]
    for teacher, rows, heads in ((teachers.joint, with_tree, WEIGHTS), (teachers.syntax, without, _SYNTAX)):
        if rows:
            taught = taught + _taught(student, teacher, own.rows(rows), [batch[row] for row in rows], heads)
    known = corpus_losses(student, own, batch)
    is_taught = torch.tensor([name in _SYNTAX or name == "names" for name in WEIGHTS])
    return torch.where(is_taught, (1 - _SHARE) * known + _SHARE * taught / sum(map(len, batch)), known)


def _taught(student: Network, teacher: Network, own: Outlook, batch: Sequence[Window], heads: Collection[str]) -> Tensor:
    """Return the cross entropies with what the teacher says, in the order of ``WEIGHTS``, zero for other heads."""
    longest = own.words.shape[1]
    real = padded([window.sentence_of for window in batch], longest, -1) >= 0
    with torch.no_grad():
        view = look(teacher, batch, longest)
        chosen = view.arcs.argmax(-1)
        labels = _labels(teacher, view, chosen)
    pairs = {name: (own.tags[name], view.tags[name]) for name in TAGS}
    pairs |= {"arcs": (own.arcs, view.arcs), "labels": (_labels(student, own, chosen), labels), "names": (own.names, view.names)}
    losses = {name: _cross_entropy(*scores, real) for name, scores in pairs.items() if name in heads}
    return torch.stack([losses.get(name, real.new_zeros((), dtype=torch.float32)) for name in WEIGHTS])


def _labels(network: Network, view: Outlook, chosen: Tensor) -> Tensor:
    """Return the scores (batch, words, labels) of the labels of the chosen arcs."""
    heads = view.heads.gather(1, chosen[..., None].expand(-1, -1, view.heads.shape[-1]))
    scores = network.label_scores(view.words.flatten(0, 1), heads.flatten(0, 1)).float()
    return scores.view(*chosen.shape, -1)


def _cross_entropy(scores: Tensor, taught: Tensor, real: Tensor) -> Tensor:
    return -(taught.softmax(-1) * scores.log_softmax(-1)).sum(-1)[real].sum()


if __name__ == "__main__":
    main()
