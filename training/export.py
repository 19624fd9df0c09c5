"""From a trained network to what is shipped: an int8 ONNX encoder and the heads' weights.

python -m training.export [NETWORK] [OUT]     # training/model/network → training/model/export
"""

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from training.inventory import Inventory
from training.network import Encoder, Network
from training.shared import MODEL, encoder_folder

HEADS = {
    "senter": ("starts.weight", "starts.bias"),
    "tagger": ("upos.weight", "upos.bias", "xpos.weight", "xpos.bias", "feats.weight", "feats.bias"),
    "lemmatizer": ("scripts.weight", "scripts.bias"),
    "parser": (
        *(f"{name}.0.{kind}" for name in ("arc_head", "arc_child", "label_head", "label_child") for kind in ("weight", "bias")),
        "arc",
        "label",
        "root",
    ),
    "ner": ("names_hidden.0.weight", "names_hidden.0.bias", "names.weight", "names.bias"),
}
"""Component: the network's weights that it reads."""
_OPSET = 17


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("network", type=Path, nargs="?", default=MODEL / "network")
    parser.add_argument("out", type=Path, nargs="?", default=MODEL / "export")
    arguments = parser.parse_args()
    inventory = Inventory.load(arguments.network / "inventory.json")
    network = Network(inventory.sizes)
    network.load_state_dict(torch.load(arguments.network / "average.pt"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    export_encoder(network.encoder.eval(), arguments.out / "encoder.onnx")
    inventory.save(arguments.out / "inventory.json")
    shutil.copy(encoder_folder() / "tokenizer.json", arguments.out)
    for component, weights in head_weights(network).items():
        np.savez(arguments.out / f"{component}.npz", **weights)
    print({path.name: f"{path.stat().st_size / 1e6:.2f} MB" for path in sorted(arguments.out.iterdir())})


def head_weights(network: Network) -> dict[str, dict[str, np.ndarray]]:
    """Return each component's arrays by name, in half precision."""
    state = network.state_dict()
    return {component: {_shipped_name(name): state[name].half().numpy() for name in names} for component, names in HEADS.items()}


def _shipped_name(name: str) -> str:
    return name.replace(".0.", ".").replace("names_hidden", "hidden")


def export_encoder(encoder: Encoder, path: Path) -> None:
    """Write the encoder as ONNX, its weights and activations in eight bits."""
    full, prepared = path.with_suffix(".fp32.onnx"), path.with_suffix(".prepared.onnx")
    ids = torch.ones(1, 16, dtype=torch.long)
    torch.onnx.export(
        encoder,
        (ids, ids),
        str(full),
        input_names=["ids", "shapes"],
        output_names=["states"],
        dynamic_axes={"ids": {1: "pieces"}, "shapes": {1: "pieces"}, "states": {1: "pieces"}},
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
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
    )
    onnx.checker.check_model(str(path))
    for unfinished in (full, prepared):
        unfinished.unlink()


if __name__ == "__main__":
    main()
