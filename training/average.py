"""Average the weights of networks that were trained one from another.

    python -m training.average OUT FOLDER=SHARE FOLDER=SHARE ...

FOLDERs are those of training.train and training.distill; shares add up to 1. Such networks lie in one basin, and their mean mostly
scores better than each (Wortsman et al. 2022, "Model soups"). The head for sentence starts is the last network's, since the first
round learns starts from the treebanks alone.
"""

import shutil
import sys
from pathlib import Path

import torch


def main() -> None:
    """Write the average."""
    out, *parts = sys.argv[1:]
    shares = {Path(folder): float(share) for folder, _, share in (part.partition("=") for part in parts)}
    if abs(sum(shares.values()) - 1) > 1e-6:
        raise SystemExit(f"shares must add up to 1, got {sum(shares.values())}")
    states = {folder: torch.load(folder / "average.pt") for folder in shares}
    *_, (last_folder, last) = states.items()
    mean = {name: sum(share * states[folder][name] for folder, share in shares.items()) for name in last}
    mean |= {name: weight for name, weight in last.items() if name.startswith("starts.")}
    Path(out).mkdir(parents=True, exist_ok=True)
    torch.save(mean, Path(out) / "average.pt")
    shutil.copy(last_folder / "inventory.json", out)


if __name__ == "__main__":
    main()
