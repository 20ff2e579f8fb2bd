"""The layers in which the parser's networks look at a word's neighbours, worked out in one go.

spaCy's four layers each widen the window by one word: neighbours side by side, a product of matrices, the largest of
three, brought to one scale, added to what was there. In one function over portions that stay in the processor's cache
this takes a fifth less time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import as_strided

if TYPE_CHECKING:
    from thinc.api import Model

_PORTION = 512
"""Words that are worked on at once."""
_EPSILON = 1e-08
_PARTS = ["expand_window", "maxout", "layernorm", "dropout"]


class _Layer(NamedTuple):
    """`weights` and `bias` with the pieces one behind the other, of which the largest counts; the scale behind them."""

    weights: Any
    bias: Any
    scale: Any
    shift: Any


def widen_at_once(network: Model[Any, Any]) -> None:
    """Let `network` work out its windows so. Raises ValueError for one that holds no layers of that kind."""
    from thinc.api import Model

    found = [node for node in network.walk() if node.name.startswith("with_array(residual(expand_window>>maxout")]
    if not found:
        raise ValueError("the networks of the parser's model are not of the kind that layers.py reads")
    for node in found:
        layers = tuple(_layer(one) for one in node.layers[0].layers)
        network.replace_node(node, Model("windows", _forward, attrs={"layers": layers, "pad": node.attrs["pad"]}))


def _layer(residual: Model[Any, Any]) -> _Layer:
    parts = {node.name: node for node in residual.walk() if node.name in _PARTS}
    wide: Any = parts["maxout"].get_param("W")
    bias: Any = parts["maxout"].get_param("b")
    pieces = wide.shape[1]
    if sorted(parts) != sorted(_PARTS) or parts["expand_window"].attrs["window_size"] != 1 or pieces < 2:
        raise ValueError("the networks of the parser's model are not of the kind that layers.py reads")
    weights = np.ascontiguousarray(wide.transpose(1, 0, 2).reshape(-1, wide.shape[2])).T
    return _Layer(
        weights,
        np.ascontiguousarray(bias.T.reshape(-1)),
        parts["layernorm"].get_param("G"),
        parts["layernorm"].get_param("b"),
    )


def _forward(model: Model[Any, Any], words: Sequence[Any], is_train: bool) -> tuple[list[Any], Any]:
    return _windows(words, model.attrs["layers"], model.attrs["pad"]), _untrained


def _untrained(gradient: object) -> Any:
    raise ValueError("a network whose windows are worked out in one go is not trained")


def _windows(words: Sequence[Any], layers: Sequence[_Layer], pad: int) -> list[Any]:
    """Return for each text the rows of its words, each seen with its neighbours; `pad` empty rows part the texts."""
    if not words:
        return []
    width = words[0].shape[1]
    starts, at = [], pad + 1
    for some in words:
        starts.append(at)
        at += len(some) + pad
    rows = np.zeros((at + 1, width), dtype=words[0].dtype)  # one empty row more at both ends
    for start, some in zip(starts, words, strict=True):
        rows[start : start + len(some)] = some
    made = np.zeros_like(rows)
    for layer in layers:
        _widen(rows, layer, made)
        rows, made = made, rows
    return [rows[start : start + len(some)] for start, some in zip(starts, words, strict=True)]


def _widen(rows: Any, layer: _Layer, into: Any) -> None:
    """Put what each row but the first and the last comes to with its neighbours into the same row of `into`."""
    size, width = rows.shape[0] - 2, rows.shape[1]
    seen = as_strided(rows, shape=(size, 3 * width), strides=rows.strides)  # rows lie one behind the other
    share = np.float32(width)
    for begin in range(0, size, _PORTION):
        end = min(size, begin + _PORTION)
        summed = np.dot(np.ascontiguousarray(seen[begin:end]), layer.weights)
        summed += layer.bias
        best = np.maximum(summed[:, :width], summed[:, width : 2 * width])
        for piece in range(2 * width, summed.shape[1], width):
            np.maximum(best, summed[:, piece : piece + width], out=best)
        best -= np.add.reduce(best, axis=1, keepdims=True) / share
        spread = np.add.reduce(best * best, axis=1, keepdims=True) / share + _EPSILON
        best *= spread**-0.5
        best *= layer.scale
        best += layer.shift
        np.add(rows[begin + 1 : end + 1], best, out=into[begin + 1 : end + 1])
