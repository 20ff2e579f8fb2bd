"""Resource files in YAML say what they look like: no key twice, no word that YAML takes for a number or a truth."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tripoint.resources.files import root

FILES = sorted(path for kind in ("*.yaml", "*.yml") for path in root().rglob(kind))


def repeated(node: yaml.Node) -> Iterator[str]:
    """Yield the keys that a mapping has twice, with their lines: YAML lets the last one win without a word."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield f"line {key.start_mark.line + 1}: {key.value}"
            seen.add(key.value)
            yield from repeated(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from repeated(value)


def mistaken(node: yaml.Node) -> Iterator[str]:
    """Yield the plain words of lists that YAML reads as truths (*no*, *off*, *false*) beside other words."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.tag == "tag:yaml.org,2002:bool":
                yield f"line {key.start_mark.line + 1}: {key.value}"
            yield from mistaken(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            if value.tag == "tag:yaml.org,2002:bool":
                yield f"line {value.start_mark.line + 1}: {value.value}"
            yield from mistaken(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_key_stands_twice_and_no_listed_word_is_a_truth(path: Path) -> None:
    for document in yaml.compose_all(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        if document is not None:
            assert not list(repeated(document))
            assert not list(mistaken(document))
