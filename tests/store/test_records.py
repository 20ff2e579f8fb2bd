"""Record files hold every record type without loss."""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tripoint import model
from tripoint.store import records
from tripoint.store.schema import schema_of

RECORDS = [
    kind for name in model.__all__ if isinstance(kind := getattr(model, name), type) and dataclasses.is_dataclass(kind)
]


def _values(hint: Any) -> st.SearchStrategy[Any]:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(_values, args))
    if origin is tuple and args[-1] is Ellipsis:
        if args[0] is int:
            return st.lists(st.integers(0, 2**64 - 1), max_size=4).map(tuple)
        return st.lists(_values(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(_values, args))
    if hint is type(None):
        return st.none()
    if hint is int:
        return st.integers(-(2**63), 2**63 - 1)
    if hint is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(hint)
    if dataclasses.is_dataclass(hint):
        return _records(hint)
    return st.text(max_size=6) if hint is str else st.booleans()


def _records(kind: Any) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: _values(hints[field.name]) for field in dataclasses.fields(kind)})


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_record_comes_back_from_its_file_as_it_was(kind: type, data: st.DataObject, tmp_path: Path) -> None:
    written = data.draw(st.lists(_records(kind), max_size=3))
    path = tmp_path / "file.parquet"
    records.write(path, kind, written, rows_per_group=2)
    assert list(records.read(path, kind)) == written
    assert records.count(path) == len(written)


def test_a_hint_that_no_column_holds_is_refused() -> None:
    @dataclasses.dataclass
    class Odd:
        field: dict

    with pytest.raises(TypeError, match="no column holds"):
        schema_of(Odd)


def test_an_unknown_category_in_a_file_is_an_error_and_never_a_default(tmp_path: Path) -> None:
    @dataclasses.dataclass(kw_only=True)
    class Loose:
        role: str
        part: int
        start: int
        end: int

    path = tmp_path / "blocks.parquet"
    records.write(path, Loose, [Loose(role="gossip", part=1, start=0, end=1)])
    with pytest.raises(msgspec.ValidationError):
        list(records.read(path, model.Block))
