"""Draw where the processor's time of a build goes: docs/pictures/flame.svg, each box as wide as its share.

    pip install py-spy
    python docs/flame.py [--pages 150]

Builds a case of the pages of benchmarks/originals.py with one worker, a hundred samples a second. Functions of tripoint
stand by module and name; what a library does is one box with the library's name, and so are imports.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures" / "flame.svg"
FIRST = "run.pipeline.build"
WIDE, ROW, HEAD = 1200, 19, 40
LEAST = 0.004
"""Share of the whole below which a box is not drawn."""
LETTER = 6.3
COLOURS = {
    "documents": "#a3bfd9",
    "resources": "#d9c7a3",
    "mentions": "#a9cfae",
    "claims": "#e0b3a0",
    "events": "#c9b3d6",
    "comparison": "#c9b3d6",
    "assess": "#d6b3c4",
    "store": "#c4c4b6",
    "run": "#dadada",
}
LIBRARY = "#efefef"
_FRAME = re.compile(r"(?P<name>.+) \((?P<file>.+?)(?::\d+)?\)\Z")


@dataclass
class Box:
    """A function as it was called from the one above it, and how many samples found it at work."""

    name: str
    samples: int = 0
    below: dict[str, Box] = field(default_factory=dict)


def labels(stack: str) -> Iterator[str]:
    """Yield the frames of a stack from the build on: functions of tripoint, and one name for a library."""
    begun, last = False, ""
    for frame in stack.split(";"):
        found = _FRAME.match(frame)
        if found is None:
            continue
        if "importlib" in found["file"]:
            if begun and last != "imports":
                yield "imports"
            return
        file, name = found["file"], found["name"].replace(".<locals>", "").replace("<genexpr>", "").strip(".")
        _, inside, module = file.rpartition("tripoint/")
        if inside:
            module = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            label = f"{module}.{name}" if name else last
        else:
            label = re.sub(r".*?(?:site-packages/|lib/python[\d.]+/)", "", file).split("/")[0].removesuffix(".py")
        begun = begun or label == FIRST
        if begun and label != last:
            yield label
            last = label


def tree(collapsed: str) -> Box:
    """Return the stacks, a line each with its number of samples, as one tree."""
    root = Box("build")
    for line in collapsed.splitlines():
        stack, _, number = line.rpartition(" ")
        at, samples = root, int(number)
        told = list(labels(stack))
        if not told:
            continue
        root.samples += samples
        for label in told:
            at = at.below.setdefault(label, Box(label))
            at.samples += samples
    return root


def drawn(box: Box, whole: int, x: float, depth: int) -> Iterator[str]:
    """Yield the SVG of a box and of those below it, the widest first."""
    width = WIDE * box.samples / whole
    top = box.name.partition(".")[0]
    colour = COLOURS.get(top, LIBRARY) if "." in box.name or top in COLOURS else LIBRARY
    share = f"{box.name}: {box.samples / whole:.1%}"
    room = int((width - 6) / LETTER)
    shown = box.name if len(box.name) <= room else box.name.rpartition(".")[2]
    y = HEAD + depth * ROW
    yield f'<g><title>{html.escape(share)}</title><rect x="{x:.1f}" y="{y}" width="{max(0.5, width - 0.6):.1f}"'
    yield f' height="{ROW - 1}" fill="{colour}"/>'
    if room > 2:
        shown = shown if len(shown) <= room else shown[: room - 1] + "…"
        yield f'<text x="{x + 3:.1f}" y="{y + 13}">{html.escape(shown)}</text>'
    yield "</g>\n"
    for one in sorted(box.below.values(), key=lambda one: (-one.samples, one.name)):
        if one.samples >= LEAST * whole:
            yield from drawn(one, whole, x, depth + 1)
            x += WIDE * one.samples / whole


def deep(box: Box, whole: int) -> int:
    """Return how many rows a box and those below it take."""
    return 1 + max((deep(one, whole) for one in box.below.values() if one.samples >= LEAST * whole), default=0)


def measure(pages: int) -> str:
    """Build a case under py-spy and return the stacks it saw."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    from originals import make_pages

    with tempfile.TemporaryDirectory() as folder:
        corpus, stacks = Path(folder) / "pages", Path(folder) / "stacks.txt"
        corpus.mkdir()
        make_pages(corpus, pages)
        build = ("-m", "tripoint", "build", corpus, "--case", Path(folder) / "a.case", "--workers", "1")
        spy = ("py-spy", "record", "--function", "--rate", "100", "--format", "raw", "--output", stacks, "--")
        subprocess.run([*map(str, (*spy, sys.executable, *build))], check=True, stdout=subprocess.DEVNULL)
        return stacks.read_text(encoding="utf-8")


def main() -> None:
    """Measure and draw."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("--pages", type=int, default=150)
    told = asked.parse_args()
    root = next(iter(tree(measure(told.pages)).below.values()))
    high = HEAD + deep(root, root.samples) * ROW + 6
    title = f"{told.pages} pages, one worker: {root.samples / 100:.0f} s of processor, loading of models included"
    TARGET.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" font-family="system-ui, sans-serif"'
        f' font-size="11" fill="#222"><rect width="{WIDE}" height="{high}" fill="#fff"/>'
        f'<text x="3" y="22" font-size="14">{title}</text>\n' + "".join(drawn(root, root.samples, 0.0, 0)) + "</svg>\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
