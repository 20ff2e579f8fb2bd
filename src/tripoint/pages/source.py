"""Reading what was given to `build`: files, folders, globs and tables, one page at a time."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from tripoint.errors import InputError, UnreadablePage
from tripoint.model import Failure, Page, bytes_digest, digest
from tripoint.pages import manifest as manifests
from tripoint.pages import table
from tripoint.pages.limits import Limits
from tripoint.pages.manifest import Manifest
from tripoint.pages.sniff import media_type

Read = Iterator[tuple[Page, bytes] | Failure]


def read(paths: Sequence[str], *, manifest: Path | None = None, limits: Limits | None = None) -> Read:
    """Yield each page of `paths` with its raw bytes, or a Failure that says why it cannot be read.

    A path is a text or HTML file, a folder (read recursively in sorted order, hidden files skipped), a glob, or a
    table (.csv, .tsv, .jsonl, .ndjson) with one page a row. Raises InputError before anything is read when a path
    does not exist, a glob matches nothing, or the manifest is wrong.
    """
    told = manifests.EMPTY if manifest is None else manifests.load(manifest)
    given = [match for path in paths for match in _expand(path)]
    return _read(given, told, limits if limits is not None else Limits())


def tables(paths: Sequence[str], *, limits: Limits | None = None) -> dict[str, table.Columns]:
    """Return, for each table among `paths` (folders included), which of its columns were taken for what."""
    found: dict[str, table.Columns] = {}
    for path in _walk([match for given in paths for match in _expand(given)]):
        if isinstance(path, str) and path.lower().endswith(table.SUFFIXES):
            try:
                found[path] = table.columns(Path(path), limits=limits if limits is not None else Limits())
            except (InputError, OSError):
                continue
    return found


def _expand(path: str) -> list[str]:
    if os.path.lexists(path):
        return [path]
    if glob.has_magic(path):
        found = glob.iglob(path, recursive=True)  # noqa: PTH207 - the pattern as given, absolute or not
        matches = sorted(match for match in found if not Path(match).name.startswith("."))
        if matches:
            return matches
        raise InputError(f"nothing matches {path}; expected a file, a folder or a pattern that matches some")
    raise InputError(f"{path} does not exist; expected a text or HTML file, a folder, a pattern or a table of pages")


def _read(given: list[str], told: Manifest, limits: Limits) -> Read:
    seen: set[str] = set()
    itself = None if told.path is None else str(told.path.resolve())
    for path in _walk(given):
        if isinstance(path, Failure):
            yield path
            continue
        if path in seen or (itself is not None and str(Path(path).resolve()) == itself):
            continue
        seen.add(path)
        try:
            path.encode()
        except UnicodeEncodeError:
            shown = os.fsencode(path).decode("utf-8", "replace")
            yield _failure(shown, "odd_name", f"the name of {shown} is not valid text; rename the file")
            continue
        try:
            if path.lower().endswith(table.SUFFIXES):
                yield from _rows(path, told, limits)
            else:
                yield _file(path, told, limits)
        except UnreadablePage as error:
            yield _failure(path, error.reason, error.detail)
        except InputError as error:
            yield _failure(path, "no_text_column", str(error))
        except OSError as error:
            yield _failure(path, "unreadable", f"{path} cannot be read: {error.strerror or error}")


def _walk(given: list[str]) -> Iterator[str | Failure]:
    """Depth first, names sorted, without recursion: nesting has no limit, and a link back to a parent is a Failure."""
    stack: list[tuple[str, frozenset[tuple[int, int]]]] = [(path, frozenset()) for path in reversed(given)]
    while stack:
        path, parents = stack.pop()
        try:
            state = Path(path).stat()
        except OSError as error:
            yield _failure(path, "unreadable", f"{path} cannot be read: {error.strerror or error}")
            continue
        if not stat.S_ISDIR(state.st_mode):
            if stat.S_ISREG(state.st_mode):
                yield path
            else:
                yield _failure(path, "not_a_file", f"{path} is not a regular file; expected text, HTML or a table")
            continue
        key = (state.st_dev, state.st_ino)
        if key in parents:
            yield _failure(path, "link_loop", f"{path} is a link to a folder that holds it; its pages are read once")
            continue
        try:
            names = sorted(entry.name for entry in Path(path).iterdir() if not entry.name.startswith("."))
        except OSError as error:
            yield _failure(path, "unreadable", f"the folder {path} cannot be read: {error.strerror or error}")
            continue
        if not names and not parents:
            yield _failure(path, "empty_folder", f"the folder {path} holds no pages; expected text, HTML or tables")
        inside = parents | {key}
        stack.extend((os.path.join(path, name), inside) for name in reversed(names))  # noqa: PTH118 - as given, "./" kept


def _file(path: str, told: Manifest, limits: Limits) -> tuple[Page, bytes]:
    size = Path(path).stat().st_size
    with open(path, "rb") as stream:  # noqa: PTH123 - the path as given, also when pathlib would tidy it
        raw = stream.read(limits.page_bytes + 1)
    if len(raw) > limits.page_bytes:
        raise UnreadablePage(
            "too_large", f"{path} has {max(size, len(raw)):,} bytes; a page may have {limits.page_bytes:,} at most"
        )
    if not raw.strip(b"\xef\xbb\xbf \t\r\n\x0b\x0c"):
        raise UnreadablePage("empty", f"{path} is empty; expected the text or HTML of a page")
    if path.lower().endswith(".json"):
        raise UnreadablePage("unsupported", f"{path} is JSON; expected text, HTML, CSV, TSV or JSON lines (.jsonl)")
    kind = media_type(path, raw)
    sha = bytes_digest(raw)
    page = Page(
        page_id=digest("pag", path, sha), source=path, sha256=sha, size=len(raw), media_type=kind, origin="file"
    )
    return told.complete(page, Path(path)), raw


def _rows(path: str, told: Manifest, limits: Limits) -> Read:
    guess = table.columns(Path(path), limits=limits)
    common = told.facts(Path(path))
    for number, row in table.rows(Path(path), limits=limits):
        source = f"{path}#row={number}"
        if isinstance(row, UnreadablePage):
            yield _failure(source, row.reason, row.detail)
            continue
        raw = _row_bytes(row, guess)
        if not raw.strip():
            yield _failure(source, "empty", f"{source} has no text in the column {guess.text}")
            continue
        if len(raw) > limits.page_bytes:
            yield _failure(source, "too_large", f"{source} has {len(raw):,} bytes; at most {limits.page_bytes:,}")
            continue
        try:
            kind = media_type(source, raw)
        except UnreadablePage as error:
            yield _failure(source, error.reason, error.detail)
            continue
        sha = bytes_digest(raw)
        cell = {
            fact: _tidy(row.get(column, "")) or common.get(fact)
            for fact in ("url", "outlet", "title", "published", "captured_at")
            if (column := getattr(guess, fact)) is not None
        }
        published = cell.get("published")
        if published is not None:
            cell["published"] = table.dated(published, guess)
        facts: dict[str, str | None] = {**common, **cell}
        yield (
            Page(
                page_id=digest("pag", source, sha), source=source, sha256=sha, size=len(raw), media_type=kind,
                origin="row", url=facts.get("url"), outlet=facts.get("outlet"), title=facts.get("title"),
                published=facts.get("published"), captured_at=facts.get("captured_at"),
            ),
            raw,
        )  # fmt: skip


def _tidy(cell: str) -> str | None:
    return cell.strip().encode("utf-8", "replace").decode("utf-8") or None


def _row_bytes(row: dict[str, str], guess: table.Columns) -> bytes:
    text = row.get(guess.text, "")
    title = "" if guess.title is None else row.get(guess.title, "").strip()
    if text.strip() and title and not text.lstrip().startswith(title) and not text.lstrip().startswith("<"):
        text = f"{title}\n\n{text}"
    return text.encode("utf-8", "surrogateescape") if _escaped(text) else text.encode("utf-8", "replace")


def _escaped(text: str) -> bool:
    try:
        text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True


def _failure(source: str, reason: str, detail: str) -> Failure:
    shown = source.encode("utf-8", "replace").decode("utf-8")
    told = detail.encode("utf-8", "replace").decode("utf-8")
    return Failure(record_id=digest("pag", shown, reason), source=shown, step="pages", reason=reason, detail=told)
