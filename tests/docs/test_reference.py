"""The reference says what the code does, and the docs hold together."""

from __future__ import annotations

import doctest
import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
import yaml

from tripoint import config, registry
from tripoint.cli.main import app
from tripoint.resources.files import resource

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
READ = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "samples" / "README.md",
    *sorted(DOCS.rglob("*.md")),
]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.*)$", re.M)
_FENCE = re.compile(r"^```.*?^```", re.M | re.S)


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _commands(command: Any, path: tuple[str, ...] = ("tripoint",)) -> dict[str, Any]:
    found = {" ".join(path): command}
    for name, below in getattr(command, "commands", {}).items():
        if not below.hidden:
            found |= _commands(below, (*path, name))
    return found


def _anchors(path: Path) -> set[str]:
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in _HEADING.findall(text)}


def test_every_command_and_option_is_documented() -> None:
    page = (REFERENCE / "command-line.md").read_text(encoding="utf-8")
    sections = {part.split("\n", 1)[0]: part for part in re.split(r"^## ", page, flags=re.M)}
    commands = _commands(typer.main.get_command(app))
    assert len(commands) > 1
    for name, command in commands.items():
        if getattr(command, "commands", {}):
            continue
        assert name in sections, f"{name} is not in the reference"
        for param in command.params:
            if param.param_type_name == "option" and not param.hidden and param.name != "help":
                for option in (*param.opts, *param.secondary_opts):
                    assert f"`{option}`" in sections[name], f"{name} {option} is not in the reference"
                assert param.help, f"{name} {param.opts[0]} does not say what it does"


def test_every_setting_is_documented() -> None:
    page = (REFERENCE / "settings.md").read_text(encoding="utf-8")
    for name, field in config.Settings.model_fields.items():
        assert f"`{name}`" in page
        assert field.description, f"the setting {name} does not say what it is"


def test_every_part_is_documented() -> None:
    page = (REFERENCE / "parts.md").read_text(encoding="utf-8")
    for part in registry.BUILT_IN:
        assert f"`{part.name}`" in page


def test_every_claim_type_is_documented_with_its_meaning() -> None:
    page = (REFERENCE / "claim-types.md").read_text(encoding="utf-8")
    for row in yaml.safe_load(resource("claims/types.yaml").read_text(encoding="utf-8"))["types"]:
        assert f"| `{row['id']}` | {row['meaning']} |" in page


def test_the_reference_is_what_the_code_makes(capsys: pytest.CaptureFixture[str]) -> None:
    assert _script("generate").main(check=True) == 0, capsys.readouterr().err


def test_every_failure_reason_in_the_code_has_a_meaning() -> None:
    generator = _script("generate")
    assert generator.reasons() <= generator.FAILURES.keys()


@pytest.mark.parametrize("path", READ, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_repository_resolves(path: Path) -> None:
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    for target in _LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (path.parent / name).resolve() if name else path
        assert there.exists(), f"{path.name} links to {target}, which is not there"
        if anchor:
            assert anchor in _anchors(there), f"{path.name} links to {target}: no such heading"


@pytest.mark.parametrize(
    "path",
    [path for path in READ if path.name != "python.md"],  # needs the sample case: tests/test_samples.py
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_every_python_example_runs(path: Path) -> None:
    result = doctest.testfile(str(path), module_relative=False, optionflags=doctest.ELLIPSIS, verbose=False)
    assert result.failed == 0


def test_every_page_of_the_docs_is_linked_from_an_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    decisions = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    for path in DOCS.rglob("*.md"):
        if path.name == "README.md":
            continue
        told = decisions if path.parent.name == "decisions" else index
        assert path.name in told, f"{path.relative_to(DOCS)} is in no index"


def test_the_figures_of_the_readme_are_those_of_the_page_that_measures_them() -> None:
    script = _script("readme_figures")
    table = script.figures((DOCS / "quality.md").read_text(encoding="utf-8"))
    assert table.count("\n") == len(script.ROWS) + 3
    assert script.BEGIN + table + script.END in (ROOT / "README.md").read_text(encoding="utf-8")
