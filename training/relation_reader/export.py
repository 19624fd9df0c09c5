"""From a trained relation reader to what is shipped: ``python -m training.relation_reader.export [NETWORK] [OUT]``.

Writes the network as int8 ONNX, the detector, the inventory and the checksums into ``graphbuild/assets/relations``.
"""

import argparse
import hashlib
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from graphbuild.assets import relation_reader_path
from graphbuild.classify.features import TYPES
from graphbuild.classify.stored import dump_inventory
from training.network import WIDTH, Encoder
from training.relation_reader.network import Batch, RelationNetwork, Sizes
from training.shared import MODEL

_OPSET = 17
_THRESHOLD = 0.35
"""How likely a relation has to be between given mentions; chosen on the development part of the corpus."""
_INPUTS = ("states", "hints", "kinds", "dependencies", "tags", "spans", "types", "pairs", "roles")
_OUTPUTS = ("relations", "factuality", "attention", "vectors")
_DYNAMIC = {
    "states": {1: "words"},
    "hints": {1: "words"},
    "kinds": {1: "words"},
    "dependencies": {1: "words"},
    "tags": {1: "words"},
    "spans": {0: "mentions"},
    "types": {0: "mentions"},
    "pairs": {0: "pairs"},
    "roles": {0: "pairs", 1: "words"},
    "relations": {0: "pairs"},
    "factuality": {0: "pairs"},
    "attention": {0: "pairs", 1: "words"},
    "vectors": {0: "pairs"},
}


class _Exported(nn.Module):
    """The network with its inputs one by one."""

    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Return the scores."""
        return tuple(self.network(Batch(*inputs)))


def export_network(network: RelationNetwork, path: Path) -> None:
    """Write the network as ONNX, its weights and activations in eight bits."""
    full, prepared = path.with_suffix(".fp32.onnx"), path.with_suffix(".prepared.onnx")
    words, mentions = 9, 3
    inputs = (
        torch.randn(1, words, 2, WIDTH),
        torch.zeros(1, words, network.sizes.relations),
        torch.zeros(1, words, len(TYPES) + 1),
        torch.zeros(1, words, dtype=torch.long),
        torch.zeros(1, words, dtype=torch.long),
        torch.tensor([[0, 1], [3, 3], [5, 6]]),
        torch.ones(mentions, dtype=torch.long),
        torch.tensor([[0, 1], [1, 0], [1, 2], [2, 1]]),
        torch.zeros(4, words, dtype=torch.long),
    )
    torch.onnx.export(
        _Exported(network),
        inputs,
        str(full),
        input_names=list(_INPUTS),
        output_names=list(_OUTPUTS),
        dynamic_axes=_DYNAMIC,
        dynamo=False,
        opset_version=_OPSET,
    )
    quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # eight-bit sums overflow on processors without VNNI
        op_types_to_quantize=["MatMul", "Gemm"],
    )
    onnx.checker.check_model(str(path))
    for unfinished in (full, prepared):
        unfinished.unlink()


def write_checksums(folder: Path) -> None:
    """Write the checksums of the files of a folder into it."""
    names = sorted(path.name for path in folder.iterdir() if path.name != "checksums.sha256")
    lines = (f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    (folder / "checksums.sha256").write_text("".join(lines), encoding="ascii")


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("network", type=Path, nargs="?", default=MODEL / "relations")
    parser.add_argument("out", type=Path, nargs="?", default=relation_reader_path())
    options = parser.parse_args()
    inventory = pickle.loads((options.network / "data.pickle").read_bytes()).inventory  # our own
    weights = torch.load(options.network / "average.pt")
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    network = RelationNetwork(Sizes(len(inventory.relations), layers=layers), Encoder())
    network.load_state_dict(weights)
    options.out.mkdir(parents=True, exist_ok=True)
    export_network(network.eval(), options.out / "model.onnx")
    with np.load(options.network / "detector.npz") as stored:
        np.savez_compressed(options.out / "mentions.npz", **{name: stored[name].astype("float16") for name in stored.files})
    (options.out / "inventory.json").write_text(dump_inventory(replace(inventory, threshold=_THRESHOLD)), encoding="utf-8")
    write_checksums(options.out)
    print({path.name: f"{path.stat().st_size / 1e6:.2f} MB" for path in sorted(options.out.iterdir())})


if __name__ == "__main__":
    main()
