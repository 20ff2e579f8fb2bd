"""`tripoint propose` against a model that is played by a server on this machine."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from shell import Run

from tests.proposals.modelling import Reply, message, model, saying
from tests.proposals.test_grounding import entry


@pytest.fixture
def own(case: Path, tmp_path: Path) -> Path:
    """A case of the test's own."""
    return Path(shutil.copytree(case, tmp_path / "own.case"))


def first_words(passage: str) -> Reply:
    """A model that takes the first sentence for an act of its second word, done by one who is not there."""
    sentence = passage.split("\n")[0].split(". ")[0]
    words = sentence.split()
    return saying(entry(sentence=sentence, trigger=words[1], agents=[words[0], "The Ninth Legion"]))


def asked(tripoint: Run, case: Path, url: str, *more: str, **env: str) -> Any:
    return tripoint(*("propose", case, "--endpoint", url, "--model", "small", *more), env={**os.environ, **env})  # type: ignore[call-arg]


def exports(tripoint: Run, case: Path) -> list[str]:
    return [tripoint("export", case, "--format", form).stdout for form in ("claims-jsonl", "events-jsonl")]


def test_suggestions_stand_beside_the_claims_and_change_nothing(tripoint: Run, own: Path) -> None:
    before = exports(tripoint, own)
    with model(first_words) as told:
        done = asked(tripoint, own, told.url, "--json")
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["passages"] == len(told.asked) == figures["kept"] == figures["slots_dropped"] > 1
    assert (figures["prompt_tokens"], figures["left"]) == (100 * len(told.asked), 0)
    rows = json.loads(tripoint("propose", own, "--list", "--json").stdout)
    assert len(rows) == len(told.asked)
    texts = {one["document_id"]: one["text"] for one in map(json.loads, tripoint(
        "export", own, "--format", "documents-jsonl").stdout.splitlines())}  # fmt: skip
    for row in rows:
        assert " ".join(texts[row["document"]][row["start"] : row["end"]].split()) == row["sentence"]
        assert row["agents"] == row["sentence"].split()[0]
    assert exports(tripoint, own) == before
    assert tripoint("verify", own).returncode == 0


PAGE = """Rebels take the bridge

By A. Writer
5 March 2021

Rebels took the bridge at Larkhill from the army on Thursday, two residents said.

The army said that its troops had left the bridge in the night before.

2 Comments
Anna says:
March 6, 2021 at 9:00 am
The brigade shelled my street.
Reply
Ben says:
March 6, 2021 at 9:30 am
Nobody was there at all.
Reply
"""


def test_the_model_gets_the_form_of_the_answer_and_no_comments(tripoint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE)
    assert tripoint("build", tmp_path / "page.txt", "--case", tmp_path / "own.case").returncode == 0
    (doc,) = map(
        json.loads, tripoint("export", tmp_path / "own.case", "--format", "documents-jsonl").stdout.splitlines()
    )
    assert len(doc["comments"]) == 2
    with model(lambda passage: saying()) as told:
        assert asked(tripoint, tmp_path / "own.case", told.url).returncode == 0
    form = told.asked[0]["response_format"]
    assert form["type"] == "json_schema" and form["json_schema"]["strict"] is True
    sent = "\n".join(told.passages())
    assert "two residents said" in sent and "had left the bridge" in sent
    assert "shelled my street" not in sent and "Anna" not in sent


def test_a_passage_is_asked_for_once_and_a_limit_leaves_the_rest_for_later(tripoint: Run, own: Path) -> None:
    with model(first_words) as told:
        first = json.loads(asked(tripoint, own, told.url, "--most", "1", "--json").stdout)
        assert (first["passages"], len(told.asked)) == (1, 1) and first["left"] > 0
        second = json.loads(asked(tripoint, own, told.url, "--json").stdout)
        assert second["passages"] == first["left"]
        third = json.loads(asked(tripoint, own, told.url, "--json").stdout)
        assert (third["passages"], third["left"]) == (0, 0)
        assert len(set(told.passages())) == len(told.asked)


def test_tokens_that_are_spent_end_the_run(tripoint: Run, own: Path) -> None:
    with model(first_words) as told:
        done = json.loads(asked(tripoint, own, told.url, "--most-tokens", "100", "--at-once", "1", "--json").stdout)
    assert done["passages"] == 1 and done["left"] > 0


def test_refusals_and_answers_in_no_form_are_counted_and_not_paid_for_again(tripoint: Run, own: Path) -> None:
    answers = [
        message(content=None, refusal="I cannot help with that."),
        message(content="Here are the claims:"),
        message(content='{"claims": [{"sente', reason="length"),
        (200, {"oops": 1}),
    ]
    turn = iter(range(1000))
    with model(lambda passage: answers[next(turn) % len(answers)]) as told:
        done = json.loads(asked(tripoint, own, told.url, "--json").stdout)
        assert (done["kept"], done["refused"] + done["unreadable"]) == (0, done["passages"])
        assert done["refused"] > 0
        again = json.loads(asked(tripoint, own, told.url, "--json").stdout)
    assert again["passages"] == 0


def test_a_busy_model_is_asked_again(tripoint: Run, own: Path) -> None:
    answers: list[Reply] = [(429, {}), (503, {})]
    with model(lambda passage: answers.pop() if answers else saying()) as told:
        done = asked(tripoint, own, told.url, "--most", "1", "--at-once", "1", "--json")
    assert json.loads(done.stdout)["passages"] == 1
    assert len(told.asked) == 3


def test_the_key_comes_from_the_environment_and_is_kept_nowhere(tripoint: Run, own: Path) -> None:
    with model(first_words) as told:
        assert asked(tripoint, own, told.url, TRIPOINT_LLM_KEY="sk-very-secret").returncode == 0
    assert set(told.keys) == {"Bearer sk-very-secret"}
    assert not any(b"very-secret" in path.read_bytes() for path in own.rglob("*") if path.is_file())
    refused = asked(tripoint, own, "http://model.example/v1", TRIPOINT_LLM_KEY="sk-very-secret")
    assert refused.returncode == 2 and "in the open" in refused.stderr and "very-secret" not in refused.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "say which model"),
        (["--endpoint", "localhost:11434", "--model", "m"], 2, "is no address of a model"),
        (["--endpoint", "http://127.0.0.1:9/v1", "--model", "m", "--most", "1"], 1, "cannot be reached"),
        (["--new"], 2, "--new goes with --list"),
    ],
)
def test_wrong_input_is_one_sentence(tripoint: Run, own: Path, words: list[str], code: int, said: str) -> None:
    done = tripoint("propose", own, *words)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_that_is_refused_names_the_variable(tripoint: Run, own: Path) -> None:
    with model(lambda passage: (401, {"error": "no"})) as told:
        done = asked(tripoint, own, told.url)
    assert done.returncode == 1 and "TRIPOINT_LLM_KEY" in done.stderr
