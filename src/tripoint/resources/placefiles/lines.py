"""The lines of a file of places, packed or not, and the rows of a table parted by tabs."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import GzipFile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tripoint.errors import InputError

if TYPE_CHECKING:
    from tripoint.resources.placefiles.placefile import PlaceFile

LONGEST = 1 << 20


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """Open a file of text, also in .gz or as the fullest .txt, .csv or .tsv of a .zip."""
    try:
        with path.open("rb") as raw:
            if zipfile.is_zipfile(raw):
                with zipfile.ZipFile(raw) as box:
                    inside = [i for i in box.infolist() if i.filename.lower().endswith((".txt", ".csv", ".tsv"))]
                    if not inside:
                        raise InputError(f"{path.name} holds no .txt, .csv or .tsv; unpack it and give the file")
                    with box.open(max(inside, key=lambda info: info.file_size)) as member:
                        yield io.TextIOWrapper(member, encoding="utf-8-sig", newline="")
                return
            raw.seek(0)
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            stream: Any = GzipFile(fileobj=raw) if packed else raw
            yield io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror or error}; give a file of places") from error
    except (UnicodeDecodeError, EOFError, zipfile.BadZipFile) as error:
        raise InputError(f"{path.name} is not UTF-8 text, or is cut short ({error}); save it again") from error


def tabbed(
    file: PlaceFile, lines: IO[str], heads: list[str], *, first: int = 1, quoted: bool = False
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number and the cells of each row; raises InputError for a row of another width."""
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)
    try:
        for cells in rows:
            if len(cells) != len(heads):
                why = f"{len(cells)} columns where {len(heads)} were expected; is the file whole?"
                raise file.wrong(first - 1 + rows.line_num, why)
            yield first - 1 + rows.line_num, dict(zip(heads, cells, strict=True))
    except csv.Error as error:
        raise file.wrong(first + rows.line_num, f"{error}; is the file whole?") from error
