"""`tripoint watch` beside those who write pages and those who read the case."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from shell import TEXTS, Run, command

FEED = """<rss version="2.0"><channel><title>The Harbour Courier</title>
<item><title>Army takes Rutbah</title><link>{site}/a.html</link></item>
<item><title>Gone</title><link>{site}/gone.html</link></item></channel></rss>"""
PAGE = "<html><body><h1>Town falls</h1><p>On 4 May 2016 the Iraqi Army captured Rutbah from ISIS.</p></body></html>"


def test_a_page_that_comes_is_in_the_case_and_ctrl_c_leaves_it_whole(tripoint: Run, tmp_path: Path) -> None:
    pages, case = tmp_path / "pages", tmp_path / "own.case"
    pages.mkdir()
    (pages / "one.txt").write_text(TEXTS["one.txt"])
    words = command("watch", str(pages), "--case", str(case), "--every", "0.2", "--workers", "1", "--json")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as watch:
        assert watch.stdout is not None and watch.stderr is not None
        first = json.loads(watch.stdout.readline())
        assert (first["new_pages"], first["counts"]["pages"]) == (1, 1)
        (pages / "two.txt").write_text(TEXTS["two.txt"])
        second = json.loads(watch.stdout.readline())
        assert (second["new_pages"], second["counts"]["pages"]) == (1, 2)
        watch.send_signal(signal.SIGINT)
        assert watch.wait(timeout=240) == 0
        assert "the case is whole" in watch.stderr.read()
    assert tripoint("verify", case).returncode == 0
    assert tripoint("build", pages, "--case", tmp_path / "whole.case", "--workers", "1").returncode == 0
    for name in ("claims-jsonl", "events-jsonl"):
        there = tripoint("export", tmp_path / "whole.case", "--format", name).stdout
        assert tripoint("export", case, "--format", name).stdout == there != ""


def test_whoever_ends_all_processes_of_a_watch_is_told_so_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXTS["one.txt"])
    words = command(
        "watch", str(tmp_path / "one.txt"), "--case", str(tmp_path / "own.case"), "--workers", "2", "--json"
    )
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as watch:
        assert watch.stdout is not None and watch.stderr is not None
        assert json.loads(watch.stdout.readline())["new_pages"] == 1
        os.killpg(watch.pid, signal.SIGTERM)
        assert watch.wait(timeout=240) == 0
        told = watch.stderr.read()
    assert "the case is whole" in told and "Traceback" not in told


def test_ctrl_c_in_the_middle_of_a_build_leaves_a_case_that_the_next_build_finishes(
    tripoint: Run, tmp_path: Path
) -> None:
    pages, case = tmp_path / "pages", tmp_path / "own.case"
    pages.mkdir()
    for number in range(12):
        (pages / f"{number}.txt").write_text(TEXTS["one.txt"].replace("Rutbah", ["Mosul", "Palmyra"][number % 2]))
    for workers in ("1", "2"):
        with subprocess.Popen(
            command("build", str(pages), "--case", str(case), "--workers", workers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as build:
            while build.poll() is None and not any(case.glob("records/documents/*")):
                time.sleep(0.002)
            build.send_signal(signal.SIGINT)
            code = build.wait(timeout=240)
            assert build.stderr is not None
            told = build.stderr.read()
        assert code == 130, told
        assert "interrupted; what is built is kept" in told
        assert "Traceback" not in told
        for made in case.glob("records/*/*"):
            subprocess.run(["rm", "-r", made], check=True)
    done = tripoint("build", pages, "--case", case, "--workers", "1")
    assert done.returncode == 0 and "12 pages (0 new)" in done.stdout
    assert tripoint("verify", case).returncode == 0


def test_the_entries_of_a_feed_are_read_from_the_pages_they_lead_to(tripoint: Run, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        (site / "a.html").write_text(PAGE)
        (site / "feed.xml").write_text(FEED.format(site=address))
        (tmp_path / "own.toml").write_text("allow_private = true\nhost_delay = 0\nfetch_tries = 1\n")
        words = ("watch", f"{address}/feed.xml", "--case", tmp_path / "own.case", "--once", "--workers", "1")
        done = tripoint(*words, "--settings", tmp_path / "own.toml")
        assert done.returncode == 0, done.stderr
        assert "1 new" in done.stdout and "1 pages, 1 articles" in done.stdout and "1 failures" in done.stdout
        assert f"{address}/a.html" in tripoint("export", tmp_path / "own.case", "--format", "pages-jsonl").stdout
    finally:
        server.shutdown()
        server.server_close()


def test_a_folder_that_is_not_there_is_one_sentence(tripoint: Run, tmp_path: Path) -> None:
    done = tripoint("watch", tmp_path / "nowhere", "--case", tmp_path / "own.case", "--once")
    assert done.returncode == 2
    assert "does not exist" in done.stderr and "Traceback" not in done.stderr


_MET = """
from tripoint.cli import main

@main.app.command()
def met() -> None:
    exec("raise KeyboardInterrupt")

main.main()
"""


def test_ctrl_c_ends_with_130_where_it_meets_python_making_a_dataclass(tmp_path: Path) -> None:
    (tmp_path / "probe.py").write_text(_MET)
    done = subprocess.run([sys.executable, "-m", "probe", "met"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 130, done.stderr
    assert "interrupted; what is built is kept" in done.stderr


_LOST = """
import os, signal
from tripoint.cli.main import main
from tripoint.run.watching import Watching

class Going:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

look = Watching.round
def round_(self):
    found = look(self)
    Going()
    return found
Watching.round = round_
main()
"""


def test_ctrl_c_that_comes_while_something_is_let_go_of_ends_the_watch_too(tmp_path: Path) -> None:
    (tmp_path / "probe.py").write_text(_LOST)
    (tmp_path / "pages").mkdir()
    words = [sys.executable, "-m", "probe", "watch", "pages", "--case", "own.case", "--every", "0.1"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Exception ignored" in done.stderr
    assert "there is no case yet" in done.stderr
