"""How quickly a big case is drawn and answers to the hand: `python benchmarks/browser.py [--events 100000]`.

Serves a generated case (that of serve.py) and looks at it through a Chromium without a window that draws in software.
Prints as JSON: milliseconds from the server's first byte to the list, the timeline and the events on the map; and for
each kind of step (a filter, a stretch of time, the day of control, a zoom) the median and the 95th percentile from the
input to the frame that shows it; and the frames a second while the map is dragged, beside those of a map with nothing
on it, which is what drawing in software leaves at most. `cpu_ms` is what the page's main thread worked for a step or a
frame in the mean: the figure to compare where other programs run on the same machine, which `load` tells, and all that
is left of it where a graphics card draws. Needs a built front end (make web).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.serve import big_case
from tests.web.chromium import FLAGS, MISSING, find
from tests.web.conftest import serve

PATIENCE_S = 120
SIZE: ViewportSize = {"width": 1440, "height": 900}
PARTS = ("list", "timeline", "map")

WATCH = """
const told = (window.told = {});
const when = (name, there) => {
  const note = () => (told[name] = performance.now());
  const look = () => requestAnimationFrame(there() ? note : look);
  look();
};
const inked = () => {
  const canvas = document.querySelector(".map-events");
  if (!canvas || canvas.width < 50) return false;
  const ink = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  for (let i = 3; i < ink.length; i += 64) if (ink[i] > 0) return true;
  return false;
};
when("list", () => document.querySelector(".event-row a"));
when("timeline", () => document.querySelector(".timeline-plot path"));
when("map", inked);
"""

STEP = """
async () => {{
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  await painted();
  const start = performance.now();
  {script};
  await painted();
  return performance.now() - start;
}}
"""

DRAG = """
async (frames) => {
  const canvas = document.querySelector(".map-base canvas");
  const box = canvas.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const send = (kind, dx, dy) =>
    canvas.dispatchEvent(
      new MouseEvent(kind, {
        bubbles: true, cancelable: true, view: window,
        clientX: x + dx, clientY: y + dy, buttons: kind === "mouseup" ? 0 : 1,
      }),
    );
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  send("mousedown", 0, 0);
  send("mousemove", 4, 0);
  await frame();
  const gaps = [];
  let last = await frame();
  for (let n = 0; n < frames; n++) {
    send("mousemove", 120 * Math.sin(n / 12), 80 * Math.sin(n / 9));
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  send("mouseup", 0, 0);
  return gaps;
}
"""

FRAMES = 90
NOTHING = '{"type": "FeatureCollection", "features": []}'


def key(selector: str, name: str) -> str:
    """Return script that presses a key on an element."""
    return (
        f"document.querySelectorAll({selector!r})[0].dispatchEvent("
        f"new KeyboardEvent('keydown', {{key: {name!r}, bubbles: true, cancelable: true}}))"
    )


def slide(selector: str, value: int) -> str:
    """Return script that moves a slider."""
    return (
        f"const one = document.querySelector({selector!r}); one.value = {value};"
        " one.dispatchEvent(new Event('input', {bubbles: true}))"
    )


class Hand:
    """Does steps on a page and measures them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._probe = page.context.new_cdp_session(page)
        self._probe.send("Performance.enable", {"timeDomain": "threadTicks"})

    def cpu_ms(self) -> float:
        """Return how long the page's main thread has worked."""
        told = self._probe.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in told if one["name"] == "TaskDuration")) * 1000

    def steps(self, scripts: list[str]) -> dict[str, float]:
        """Return what the scripts take to be seen, and to be worked out."""
        before = self.cpu_ms()
        seen = [float(self._page.evaluate(STEP.format(script=script))) for script in scripts]
        return {**summary(seen), "cpu_ms": round((self.cpu_ms() - before) / len(scripts), 1)}

    def drag(self) -> dict[str, float]:
        """Return how many frames a second are drawn while the map is dragged, and the work for a frame."""
        before = self.cpu_ms()
        gaps = [float(gap) for gap in self._page.evaluate(DRAG, FRAMES)]
        cpu = round((self.cpu_ms() - before) / FRAMES, 1)
        return {"per_s": round(1000 / statistics.mean(gaps), 1), **summary(gaps), "cpu_ms": cpu}


def summary(values: list[float]) -> dict[str, float]:
    """Return median and 95th percentile."""
    ordered = sorted(values)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return {"p50_ms": round(statistics.median(ordered), 1), "p95_ms": round(p95, 1), "steps": len(ordered)}


def first_paint(page: Page, url: str) -> dict[str, float]:
    """Open the overview and return when its parts stood, in milliseconds after the server's first byte."""
    page.add_init_script(WATCH)
    page.goto(url)
    until = time.monotonic() + PATIENCE_S
    # Asked again and again: the page's content security policy lets nobody hand it a function to wait for.
    while len(told := page.evaluate("window.told ?? {}")) < len(PARTS):
        assert time.monotonic() < until, f"only {sorted(told)} stand"
        page.wait_for_timeout(50)
    first_byte = page.evaluate("performance.getEntriesByType('navigation')[0].responseStart")
    return {name: round(float(at) - float(first_byte)) for name, at in told.items()}


def measure(url: str, browser_path: str) -> dict[str, object]:
    """Return all figures."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path, args=list(FLAGS))
        page = browser.new_page(viewport=SIZE)
        hand = Hand(page)
        figures: dict[str, object] = {"first_paint_ms_after_first_byte": first_paint(page, url)}
        page.wait_for_timeout(2000)
        figures["cpu_ms until everything stands"] = round(hand.cpu_ms())
        boxes = page.locator(".type-group > .check input").count()
        check = "document.querySelectorAll('.type-group > .check input')[{}].click()"
        contested = "document.querySelector('.filters fieldset:nth-of-type(2) input[type=checkbox]').click()"
        filters = [check.format(n % boxes) for n in range(2 * boxes)] * 3 + [contested] * 6
        figures["filter"] = hand.steps(filters)
        plot = page.locator(".timeline-plot").bounding_box()
        assert plot is not None
        page.mouse.move(plot["x"] + plot["width"] * 0.3, plot["y"] + 20)
        page.mouse.down()
        page.mouse.move(plot["x"] + plot["width"] * 0.7, plot["y"] + 20, steps=3)
        page.mouse.up()
        page.wait_for_timeout(400)
        handle = ".timeline-handle"
        figures["time slider"] = hand.steps([key(handle, "ArrowLeft")] * 30 + [key(handle, "ArrowRight")] * 30)
        page.get_by_role("button", name="Clear all").click()
        page.wait_for_timeout(400)
        figures["zoom"] = hand.steps(["document.querySelector('.maplibregl-ctrl-zoom-in').click()"] * 3)
        page.wait_for_timeout(1500)
        figures["frames while panning"] = hand.drag()
        page.get_by_role("button", name="Both").click()
        page.wait_for_selector(".control-holders li")
        low, high = (int(page.locator(".control-day input").get_attribute(end) or 0) for end in ("min", "max"))
        days = [low + (high - low) * n // 40 for n in range(41)]
        figures["day of control"] = hand.steps([slide(".control-day input", day) for day in days])
        figures["frames while panning a map with nothing on it"] = floor(browser, url)
        browser.close()
        return figures


def floor(browser: Browser, url: str) -> dict[str, float]:
    """Return the frames of a map without land, names and events: what drawing in software leaves at most."""
    page = browser.new_page(viewport=SIZE)
    page.route("**/basemap/*.json", lambda route: route.fulfill(body=NOTHING, content_type="application/json"))
    page.goto(url)
    page.locator(".map-base[data-stands=all]").wait_for(state="attached")
    page.locator(".map-events").evaluate("canvas => (canvas.style.display = 'none')")
    page.wait_for_timeout(1000)
    return Hand(page).drag()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    told = parser.parse_args()
    path = find()
    if path is None:
        print(MISSING, file=sys.stderr)
        return 1
    case = big_case(Path(tempfile.gettempdir()) / f"tripoint-{told.events}.case", told.events)
    for served in serve(case):
        figures = {"events": told.events, "cpus": os.cpu_count(), "load": round(os.getloadavg()[0], 1)}
        print(json.dumps(figures | measure(served.url, path), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
