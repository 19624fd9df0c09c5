"""Train a network on, with what it says itself of all texts beside what the corpora say.

    python -m training.distill OUT [--teacher FOLDER] [--epochs N] [--threads N]     # FOLDER: of training.train

The student starts as its teacher. Of each head the loss is half that of the corpora, where they know, and half the cross entropy
with the teacher's probabilities (Hinton, Vinyals and Dean 2015), which also covers what a corpus does not annotate: trees of the texts
with names, names in the treebanks. Where sentences start all corpora say.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from training.batches import padded
from training.inventory import Sizes
from training.losses import TAGS, WEIGHTS, Outlook, corpus_losses, look
from training.network import Network
from training.shared import MODEL
from training.train import Plan, Trainer, argument_parser, prepare
from training.windows import Window

_SHARE = 0.5


def main() -> None:
    """Distil."""
    parser = argument_parser(__doc__, epochs=2, seed=7)
    parser.add_argument("out", type=Path)
    parser.add_argument("--teacher", type=Path, default=MODEL / "first", help="the folder of a network that is trained")
    arguments = parser.parse_args()
    corpora = prepare(arguments)
    student, teacher = (load_network(arguments.teacher, corpora.inventory.sizes) for _ in range(2))
    plan = Plan(
        arguments.out, arguments.epochs, arguments.seed, inner_rate=1e-4, outer_rate=7e-4, politics_copies=4, names_share=1.0
    )
    losses = partial(distilled_losses, teacher=teacher)
    Trainer(corpora, student, plan, losses).run(resume=arguments.resume)


def load_network(folder: Path, sizes: Sizes) -> Network:
    """Return the averaged network of a training."""
    network = Network(sizes)
    network.load_state_dict(torch.load(folder / "average.pt"))
    return network.eval()


def distilled_losses(student: Network, batch: Sequence[Window], *, teacher: Network) -> Tensor:
    """Return the losses in the order of ``WEIGHTS``."""
    own = look(student, batch)
    real = padded([window.sentence_of for window in batch], own.words.shape[1], -1) >= 0
    with torch.no_grad():
        view = look(teacher, batch)
        chosen = view.arcs.argmax(-1)
        labels = _labels(teacher, view, chosen)
    pairs = {name: (own.tags[name], view.tags[name]) for name in TAGS}
    pairs |= {"arcs": (own.arcs, view.arcs), "labels": (_labels(student, own, chosen), labels), "names": (own.names, view.names)}
    known = corpus_losses(student, own, batch)
    taught = [_cross_entropy(*pairs[name], real) / real.sum() if name in pairs else known[at] for at, name in enumerate(WEIGHTS)]
    return (1 - _SHARE) * known + _SHARE * torch.stack(taught)


def _labels(network: Network, view: Outlook, chosen: Tensor) -> Tensor:
    """Return the scores (batch, words, labels) of the labels of the chosen arcs."""
    heads = view.heads.gather(1, chosen[..., None].expand(-1, -1, view.heads.shape[-1]))
    scores = network.label_scores(view.words.flatten(0, 1), heads.flatten(0, 1)).float()
    return scores.view(*chosen.shape, -1)


def _cross_entropy(scores: Tensor, taught: Tensor, real: Tensor) -> Tensor:
    return -(taught.softmax(-1) * scores.log_softmax(-1)).sum(-1)[real].sum()


if __name__ == "__main__":
    main()
