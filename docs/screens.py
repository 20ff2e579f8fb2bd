"""Draw the pictures of the web app: `python docs/screens.py [--all FOLDER]` writes docs/pictures/app-*.png.

Builds the sample case in a temporary folder, serves it and looks at it through Chromium; needs a built front end (make
web). `--all` writes every view, light, dark and narrow, to a folder of its own, to be looked at after a change; with
`--case` it is another case than the sample that is shown.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.web.chromium import FLAGS, MISSING, find  # noqa: E402
from tests.web.conftest import Served, build, serve  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
WIDE = (1280, 800)
NARROW = (360, 760)
REST_MS = 1500
PATIENCE_MS = 60_000


def first(served: Served, of: str, **chosen: str) -> dict[str, str]:
    """Return the first thing of a list of the case."""
    query = "&".join(f"{key}={quote(value)}" for key, value in chosen.items())
    with urlopen(f"{served.url}/api/cases/{served.name}/{of}?limit=1&{query}") as answer:
        item: dict[str, str] = json.load(answer)["items"][0]
        return item


def addresses(served: Served) -> dict[str, str]:
    """Return an address for each view, with something in it."""
    ledger = first(served, "contradictions")
    event = quote(ledger["event_id"], safe="")
    claim = first(served, "claims")
    id_of = {of: quote(first(served, of)["id"], safe="") for of in ("places", "actors", "sources")}
    return {
        "overview": "/",
        "control": "/?layer=control",
        "event": f"/events/{event}",
        "contradictions": "/contradictions",
        "document": f"/documents/{claim['document_id']}",
        "claim": f"/claims/{claim['claim_id']}",
        "place": f"/places/{id_of['places']}",
        "actor": f"/actors/{id_of['actors']}",
        "source": f"/sources/{id_of['sources']}",
        "places": "/places",
        "actors": "/actors",
        "sources": "/sources",
        "documents": "/documents",
        "review": "/review",
        "report": f"/report?event={event}",
        "search": "/search?q=bridge",
        "help": "/help",
    }


def draw(browser: Browser, url: str, out: Path, *, size: tuple[int, int], scheme: str, whole: bool = False) -> None:
    """Write what an address looks like in a window of that size."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page.goto(url)
    page.locator("#main h1").first.wait_for(state="attached", timeout=PATIENCE_MS)
    if page.locator(".overview").count() > 0:
        page.locator(".map-base[data-stands=all]").wait_for(state="attached", timeout=PATIENCE_MS)
    page.wait_for_timeout(REST_MS)
    page.screenshot(path=out, full_page=whole)
    page.close()
    sys.stdout.write(f"{out}\n")


def kept(browser: Browser, served: Served) -> None:
    """Write the pictures that the documentation shows."""
    paths = addresses(served)
    draw(browser, served.url + paths["overview"], PICTURES / "app-overview.png", size=WIDE, scheme="light")
    draw(browser, served.url + paths["control"], PICTURES / "app-control-dark.png", size=WIDE, scheme="dark")
    for view in ("event", "document", "contradictions"):
        draw(browser, served.url + paths[view], PICTURES / f"app-{view}.png", size=WIDE, scheme="light")


def every(browser: Browser, served: Served, folder: Path) -> None:
    """Write every view, light, dark and narrow."""
    folder.mkdir(parents=True, exist_ok=True)
    for view, path in addresses(served).items():
        for kind, size, scheme in (("light", WIDE, "light"), ("dark", WIDE, "dark"), ("narrow", NARROW, "light")):
            draw(
                browser,
                served.url + path,
                folder / f"{view}-{kind}.png",
                size=size,
                scheme=scheme,
                whole=kind == "narrow",
            )


def main() -> int:
    """Draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    parser.add_argument("--case", type=Path)
    told = parser.parse_args()
    path = find()
    if path is None:
        sys.stderr.write(MISSING + "\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "samples.case"
        case = told.case or build(sample, "samples/pages", "--manifest", "samples/pages.csv")
        for served in serve(case.absolute()):
            with sync_playwright() as driver:
                browser = driver.chromium.launch(executable_path=path, args=list(FLAGS))
                if told.all is None:
                    kept(browser, served)
                else:
                    every(browser, served, told.all)
                browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
