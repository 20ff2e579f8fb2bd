"""Writes the network as an ONNX file in whole numbers of eight bits, beside its tokenizer and checksums."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model

from train.network import Network
from tripoint.resources.encoder_labels import LABELS

HEADS = 12


def export(network: Network, tokenizer: Path, out: Path, *, reduced: bool = True) -> None:
    """Write `encoder.onnx`, `tokenizer.json` and `encoder.json` into `out`.

    `reduced`: weights take seven bits, so that processors without eight-bit dot products give the same answers.
    """
    out.mkdir(parents=True, exist_ok=True)
    plain = out / "plain.onnx"
    network.eval()
    ids = torch.ones(2, 9, dtype=torch.int64)
    axes = {0: "sentences", 1: "pieces"}
    torch.onnx.export(
        network,
        (ids, ids, torch.zeros_like(ids)),
        str(plain),
        input_names=["ids", "mask", "types"],
        output_names=["names", "asks", "answers"],
        dynamic_axes=dict.fromkeys(("ids", "mask", "types", "names", "asks", "answers"), axes),
        opset_version=17,
        dynamo=False,
    )
    fused = optimize_model(str(plain), model_type="bert", num_heads=HEADS, hidden_size=384, opt_level=0)
    fused.save_model_to_file(str(plain))
    quantize_dynamic(
        str(plain),
        str(out / "encoder.onnx"),
        per_channel=True,
        reduce_range=reduced,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    plain.unlink()
    onnx.checker.check_model(str(out / "encoder.onnx"))
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    told = {"labels": list(LABELS), "distance": [round(float(value), 5) for value in network.distance.detach()]}
    (out / "encoder.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def seal(out: Path) -> None:
    """Write the SHA-256 of each file that is read at run time."""
    names = ("encoder.json", "encoder.onnx", "seen.txt", "tokenizer.json")
    lines = [f"{sha256((out / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
