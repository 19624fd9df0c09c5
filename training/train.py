"""Fine-tune the encoder with all heads together.

    python -m training.train OUT [--epochs N] [--threads N] [--seed N] [--resume]     # from the repository root

Writes OUT/last.pt after each epoch, from which ``--resume`` goes on, OUT/average.pt (the moving average of the weights, which is what
is scored and exported) and OUT/inventory.json; prints the development scores.
"""

import argparse
import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.batches import batches
from training.data import Corpora, load_corpora
from training.development import score
from training.losses import WEIGHTS, corpus_losses, look
from training.network import Encoder, Network
from training.shared import MODEL, encoder_folder
from training.windows import Window

_WARM_UP, _DECAY = 0.06, 0.01
_AVERAGE, _AVERAGE_EVERY = 0.995, 4


Losses = Callable[[Network, Sequence[Window]], Tensor]


def gold_losses(network: Network, batch: Sequence[Window]) -> Tensor:
    """Return the losses against what the corpora say."""
    return corpus_losses(network, look(network, batch), batch)


def main() -> None:
    """Train."""
    parser = argument_parser(__doc__, epochs=12, seed=0)
    parser.add_argument("out", type=Path, nargs="?", default=MODEL / "first")
    arguments = parser.parse_args()
    corpora = prepare(arguments)
    network = Network(corpora.inventory.sizes, Encoder.pretrained(encoder_folder()))
    plan = Plan(arguments.out, arguments.epochs, arguments.seed)
    Trainer(corpora, network, plan).run(resume=arguments.resume)


def argument_parser(description: str, *, epochs: int, seed: int) -> argparse.ArgumentParser:
    """Return the arguments that every training takes, with its defaults."""
    parser = argparse.ArgumentParser(description=description.split("\n", 1)[0])
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--resume", action="store_true")
    return parser


def prepare(arguments: argparse.Namespace) -> Corpora:
    """Set threads and seed, make the folder ``arguments.out`` with the inventory in it, and return the corpora."""
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    corpora = load_corpora()
    corpora.inventory.save(arguments.out / "inventory.json")
    return corpora


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a training writes, how long it takes, its highest rates (the encoder's and the heads'), and what an epoch holds.

    That is how often the political sentences with other names, and which share of the other texts annotated with names.
    """

    out: Path
    epochs: int
    seed: int
    inner_rate: float = 1.5e-4
    outer_rate: float = 1.5e-3
    politics_copies: int = 8
    names_share: float = 0.5


class Trainer:
    """The state of a training run; ``losses`` are those of a batch in the order of ``WEIGHTS``."""

    def __init__(self, corpora: Corpora, network: Network, plan: Plan, losses: Losses = gold_losses) -> None:
        self.corpora, self.network, self.plan, self.losses = corpora, network, plan, losses
        self.average = copy.deepcopy(self.network).eval().requires_grad_(requires_grad=False)
        inner = list(self.network.encoder.parameters())
        outer = [weight for name, weight in self.network.named_parameters() if not name.startswith("encoder.")]
        groups = [{"params": inner, "lr": plan.inner_rate}, {"params": outer, "lr": plan.outer_rate}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=_DECAY, fused=True)
        self.total = plan.epochs * sum(1 for _ in self._epoch(0))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)
        self.step = 0

    def run(self, *, resume: bool) -> None:
        """Train all epochs that are left."""
        first = self._resume() if resume else 0
        start = time.time()
        for epoch in range(first, self.plan.epochs):
            self.network.train()
            seen: list[Tensor] = []
            for batch in self._epoch(epoch):
                seen.append(self._learn(batch))
                if self.step % 50 == 0:
                    losses = torch.stack(seen).mean(0)
                    named = " ".join(f"{name} {loss:.3f}" for name, loss in zip(WEIGHTS, losses.tolist(), strict=True))
                    print(f"epoch {epoch} step {self.step}/{self.total} {time.time() - start:.0f} s {named}", flush=True)
                    seen.clear()
            self._save(epoch + 1)
            figures = score(self.average, self.corpora)
            print(f"epoch {epoch} " + " ".join(f"{name} {value:.2f}" for name, value in figures.items()), flush=True)

    def _rate(self, step: int) -> float:
        warm = _WARM_UP * self.total
        return min((step + 1) / warm, max(0.0, (self.total - step) / (self.total - warm)) + 0.01)

    def _epoch(self, epoch: int) -> Iterator[list[Window]]:
        """Yield the batches of an epoch: windows of like length."""
        rng = random.Random(self.plan.seed * 1000 + epoch)
        windows = list(self.corpora.training_windows(rng, self.plan.politics_copies, self.plan.names_share))
        yield from batches(windows, rng)

    def _learn(self, batch: Sequence[Window]) -> Tensor:
        """Take one step; return the losses in the order of ``WEIGHTS``."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = self.losses(self.network, batch)
        weights = torch.tensor(list(WEIGHTS.values()))
        self.optimizer.zero_grad(set_to_none=True)
        (losses * weights).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        if self.step % _AVERAGE_EVERY == 0:
            self._add_to_average()
        return losses.detach()

    def _add_to_average(self) -> None:
        # Early weights are far from the later ones: the average starts short.
        keep = min(_AVERAGE, 1 - 10 / (10 + self.step / _AVERAGE_EVERY)) if self.step > _AVERAGE_EVERY else 0.0
        own, average = list(self.network.parameters()), list(self.average.parameters())
        torch._foreach_lerp_(average, [weight.data for weight in own], 1 - keep)

    def _save(self, epochs: int) -> None:
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "step": self.step,
            "epochs": epochs,
        }
        _write(state, self.plan.out / "last.pt")
        _write(self.average.state_dict(), self.plan.out / "average.pt")

    def _resume(self) -> int:
        state = torch.load(self.plan.out / "last.pt")
        for name in ("network", "average", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.step = state["step"]
        return int(state["epochs"])


def _write(state: object, path: Path) -> None:
    """Write all or nothing."""
    unfinished = path.with_suffix(".part")
    torch.save(state, unfinished)
    unfinished.replace(path)


if __name__ == "__main__":
    main()
