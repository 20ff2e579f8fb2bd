"""The code that records depend on: what each file imports is found as the language reads it."""

from __future__ import annotations

import ast
from pathlib import Path

import tripoint
from tripoint.run import versions


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            found.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    return {name for name in found if name.startswith("tripoint.")}


def test_every_import_of_every_file_is_found() -> None:
    for path in Path(tripoint.__file__).parent.rglob("*.py"):
        assert imported(path) <= set(versions._imports(path)), path


def test_imports_are_found_however_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "odd.py"
    path.write_text(
        "from tripoint.a import (  # why\n    b,  # one, two\n    c as d,\n)\nfrom tripoint.e import f, \\\n    g\n"
        "def h():\n    import tripoint.i as j, tripoint.k\n    from tripoint import l  # noqa\n"
    )
    assert imported(path) <= set(versions._imports(path))
    assert {"tripoint.a.c", "tripoint.e.g", "tripoint.k", "tripoint.l"} <= imported(path)
