from __future__ import annotations

import json
from pathlib import Path

import pytest

from train.corpora import Example, ecb, event_location, examples, re3d
from train.silver import with_names


def words(example: Example, numbers: tuple[int, ...]) -> list[str]:
    return [example.text[slice(*example.tokens[i])] for i in numbers]


def names(example: Example) -> list[tuple[str, str]]:
    assert example.names is not None
    return [
        (kind, example.text[example.tokens[first][0] : example.tokens[last - 1][1]])
        for kind, first, last in example.names
    ]


def lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


TEXT = "The Kurdish council met in Qamishli. Residents left."


def entity(kind: str, words: str, doc: str = "d1") -> dict[str, object]:
    start = TEXT.index(words)
    return {"type": kind, "begin": start, "end": start + len(words), "documentId": doc}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("CENTCOM", "BBC Online"):
        lines(tmp_path / name / "documents.json", [{"_id": f"d{len(name)}", "text": TEXT}])
        rows = [
            entity("Organisation", "The Kurdish council"),
            entity("Location", "Qamishli"),
            entity("Person", "Residents"),
        ]
        lines(tmp_path / name / "entities.json", [{**row, "documentId": f"d{len(name)}"} for row in rows])
    return tmp_path


def test_what_may_not_train_shipped_weights_is_not_read(folder: Path) -> None:
    assert {marked.key for marked in re3d(folder)} == {"d7"}


def test_names_lose_their_article_and_described_people_teach_nothing(folder: Path) -> None:
    first, second = examples(re3d(folder))
    assert names(first) == [("org", "Kurdish council"), ("loc", "Qamishli")]
    assert names(second) == []
    assert words(second, second.unsure) == ["Residents"]


def row(text: str, verb: str, *places: str) -> dict[str, object]:
    spans = [("VERB", verb), *(("LOCATION", place) for place in places)]
    return {
        "text": text,
        "spans": [
            {"label": label, "start": text.index(one), "end": text.index(one) + len(one)} for label, one in spans
        ],
    }


def test_a_marked_verb_keeps_its_places(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", [row("Troops shelled Darayya. Talks went on in Geneva.", "shelled", "Darayya")])
    (only,) = examples(event_location(tmp_path))
    assert words(only, only.verbs) == ["shelled"]
    assert words(only, only.places) == ["Darayya"]
    assert only.names is None


def test_where_the_rules_are_silent_on_a_name_nothing_is_taught(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", [row("Qashmir Bolgat told police in Damascus, Syria, that he fled.", "fled")])
    (only,) = with_names(event_location(tmp_path))
    assert ("loc", "Damascus") in names(only)
    told = {i for _, first, last in only.names or () for i in range(first, last)}
    proper = [i for i, word in enumerate(words(only, tuple(range(len(only.tokens))))) if word in {"Qashmir", "Bolgat"}]
    assert all(i in only.unsure or i in told for i in proper)


def test_only_marked_sentences_of_ecb_teach(tmp_path: Path) -> None:
    spoken = [("Police", 0), ("arrested", 0), ("Ann", 0), ("Cole", 0), (".", 0), ("Rain", 1), ("fell", 1), (".", 1)]
    tokens = "".join(
        f'<token t_id="{i}" sentence="{at}" number="{i}">{word}</token>' for i, (word, at) in enumerate(spoken)
    )
    marked = '<HUMAN_PART_PER m_id="1"><token_anchor t_id="2"/><token_anchor t_id="3"/></HUMAN_PART_PER>'
    (tmp_path / "1_1ecb.xml").write_text(
        f"<Document>{tokens}<Markables>{marked}</Markables></Document>", encoding="utf-8"
    )
    (only,) = examples(ecb(tmp_path))
    assert names(only) == [("per", "Ann Cole")]
