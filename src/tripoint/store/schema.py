"""The arrow schema of a record, derived from its type hints: structs, lists, enums as strings."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any

import pyarrow as pa

_PLAIN: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
}


@lru_cache(maxsize=128)
def schema_of(kind: type) -> pa.Schema:
    """Return the arrow schema of the record type `kind`; raises TypeError for a hint that no column can hold."""
    return pa.schema(list(_fields(kind)))


def _fields(kind: type) -> list[pa.Field]:
    hints = typing.get_type_hints(kind)
    return [_field(field.name, hints[field.name]) for field in fields(kind)]


def _field(name: str, hint: Any) -> pa.Field:
    inner, nullable = _without_none(hint)
    return pa.field(name, _column(inner), nullable=nullable)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        kept = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        if len(kept) == 1:
            return kept[0], True
        raise TypeError(f"a record's field may be one type or None, not {hint}")
    return hint, False


def _column(hint: Any) -> pa.DataType:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return pa.string()
    if isinstance(hint, type) and is_dataclass(hint):
        return pa.struct(_fields(hint))
    if typing.get_origin(hint) is tuple:
        return _list(typing.get_args(hint), hint)
    raise TypeError(f"no column holds {hint}")


def _list(args: tuple[Any, ...], hint: Any) -> pa.DataType:
    if len(args) != 2 or args[1] is not Ellipsis:
        raise TypeError(f"a record's tuple must be of one type and any length, not {hint}")
    item = args[0]
    if item is int:  # lists of whole numbers are hash lanes, which use all 64 bits
        return pa.list_(pa.field("item", pa.uint64(), nullable=False))
    pair = typing.get_args(item)
    if typing.get_origin(item) is tuple and len(pair) == 2 and Ellipsis not in pair:
        return pa.map_(_column(pair[0]), _column(pair[1]))
    return pa.list_(_field("item", item))
