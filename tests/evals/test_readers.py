"""Each benchmark's layout, in a few invented lines, is read, measured with the real stages and reported."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tripoint.errors import InputError
from tripoint.evals import EVALUATIONS
from tripoint.evals.evaluation import Evaluation

FIGURES = {
    "attribution": {"pair_f1", "source_f1", "content_f1", "floor_pair_f1"},
    "coreference": {"conll_f1", "lemma_conll_f1", "head_lemma_conll_f1"},
    "event-location": {"token_precision", "token_recall"},
    "factuality": {"minority_f1", "majority_minority_f1"},
    "geoparsing": {"my_news_acc161", "my_news_recognition_f1", "my_news_median_km"},
    "muc4": {"all_slot_f1", "five_slot_f1", "stage_f1", "location_f1", "confidence_f1"},
    "plover": {"root_macro_f1", "quad_macro_f1"},
    "re3d": {
        f"{how}_f1_{kind}"
        for how in ("overlap", "exact", "flat_overlap", "flat_exact")
        for kind in ("org", "loc", "per")
    }
    | {"relation_f1"},
    "timeml": {"strict_f1", "relaxed_f1", "value_f1", "day_value_accuracy"},
}


def _lines(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _re3d(folder: Path) -> None:
    text = "Government forces attacked the Northern Brigade near Palmyra on Monday."
    a, b, c = (_span(text, words) for words in ("Government forces", "the Northern Brigade", "Palmyra"))
    _lines(folder / "Desk" / "documents.json", {"_id": "D1", "text": text})
    _lines(
        folder / "Desk" / "entities.json",
        *(
            {"documentId": "D1", "begin": span[0], "end": span[1], "type": kind}
            for span, kind in ((a, "Organisation"), (b, "Organisation"), (c, "Location"))
        ),
    )
    row = {"documentId": "D1", "type": "FightingAgainst"}
    row |= dict(zip(("sourceBegin", "sourceEnd", "targetBegin", "targetEnd"), (*a, *b), strict=True))
    _lines(folder / "Desk" / "relations.json", row)


def _geoparsing(folder: Path) -> None:
    text = "Trucks left Mosul for Baghdad."
    toponyms = "".join(
        f"<toponym><start>{_span(text, name)[0]}</start><end>{_span(text, name)[1]}</end><phrase>{name}</phrase>"
        f"<gaztag geonameid='1'><lat>{lat}</lat><lon>{lon}</lon></gaztag></toponym>"
        for name, lat, lon in (("Mosul", 36.335, 43.119), ("Baghdad", 33.341, 44.401))
    )
    article = (
        f"<article docid='7'><dltime>2016-10-17</dltime><text>{text}</text><toponyms>{toponyms}</toponyms></article>"
    )
    (folder / "My-News.xml").write_text(f"<?xml version='1.0'?><articles>{article}</articles>", encoding="utf-8")


def _timeml(folder: Path) -> None:
    (folder / "a.tml").write_text(
        "<?xml version='1.0'?><TimeML><DCT><TIMEX3 tid='t0' type='DATE' value='2016-10-17'>17 October</TIMEX3></DCT>"
        "<TEXT>\n\nThe bridge fell on <TIMEX3 tid='t1' type='DATE' value='2016-10-14'>14 October 2016</TIMEX3>\n"
        "and opened <TIMEX3 tid='t2' type='DATE' value='2016-10-16'>yesterday</TIMEX3>.\n</TEXT></TimeML>",
        encoding="utf-8",
    )


def _event_location(folder: Path) -> None:
    text = "Rebels attacked an army post in Homs, a source in Beirut said."
    spans = [
        dict(zip(("start", "end", "label"), (*_span(text, words), label), strict=True))
        for words, label in (("attacked", "VERB"), ("Homs", "LOCATION"))
    ]
    _lines(folder / "rows.jsonl", {"text": text, "spans": spans})


def _attribution(folder: Path) -> None:
    text = "The mayor said that the bridge is open.\n\nIt rained."
    (folder / "dev" / "text").mkdir(parents=True)
    (folder / "dev" / "attributions").mkdir()
    (folder / "dev" / "text" / "one.txt").write_text(text, encoding="utf-8")
    rows = []
    for number, (kind, words) in enumerate(
        (("Source", "The mayor"), ("Cue", "said"), ("Content", "that the bridge is open")), 1
    ):
        start, end = _span(text, words)
        rows.append(f"T{number}\t{kind} {start} {end}\t{words}")
    rows.append("T4\tAttribution 10 14\tsaid")
    rows.append("E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1 ")
    (folder / "dev" / "attributions" / "one_ab12.ann").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _plover(folder: Path) -> None:
    rows = [
        ("Turkey condemned Greece on Friday.", "Turkey", "Greece", "ACCUSE", "3"),
        ("Troops of Chad attacked rebels of the Front.", "Troops of Chad", "rebels of the Front", "ASSAULT", "4"),
    ]
    lines = ["\tsentence\tmarked_sentence\tsource\ttarget\tgold_penta\tgold_root"]
    for number, (text, source, target, root, quad) in enumerate(rows):
        marked = text.replace(source, f"<s>{source}</s>").replace(target, f"<t>{target}</t>")
        lines.append(f"{number}\t{text}\t{marked}\t{source}\t{target}\t{quad}\t{root}")
    (folder / "rows.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _muc4(folder: Path) -> None:
    (folder / "keys" / "tst9").mkdir(parents=True)
    (folder / "keys" / "tst9" / "texts").write_text(
        "TST9-MUC9-0001\n\n   LIMA, 4 FEB 90 (AGENCY) -- [TEXT] GUERRILLAS KIDNAPPED TWO ENGINEERS\n"
        "IN LIMA TODAY.\n\n\nTST9-MUC9-0002\n\n   LIMA, 5 FEB 90 (AGENCY) -- [TEXT] IT RAINED.\n",
        encoding="latin-1",
    )
    slots = {
        "0.  MESSAGE: ID": "TST9-MUC9-0001",
        "1.  MESSAGE: TEMPLATE": "1",
        "2.  INCIDENT: DATE": "04 FEB 90",
        "3.  INCIDENT: LOCATION": "PERU: LIMA (CITY)",
        "4.  INCIDENT: TYPE": "KIDNAPPING",
        "5.  INCIDENT: STAGE OF EXECUTION": "ACCOMPLISHED",
        "9.  PERP: INDIVIDUAL ID": '"GUERRILLAS" / "MEN"',
        "19. HUM TGT: DESCRIPTION": '"ENGINEERS"',
    }
    empty = {"0.  MESSAGE: ID": "TST9-MUC9-0002", "1.  MESSAGE: TEMPLATE": "*", "4.  INCIDENT: TYPE": "*"}
    text = "\n\n".join("\n".join(f"{name:<36}{value}" for name, value in held.items()) for held in (slots, empty))
    (folder / "keys" / "tst9" / "key-tst9").write_text(text + "\n", encoding="latin-1")
    template = {"incident_type": "kidnapping", "PerpInd": [[["guerrillas", 0]]], "Victim": [[["two engineers", 22]]]}
    _lines(
        folder / "five-slot" / "dev.json",
        {
            "docid": "TST9-MUC9-0001",
            "doctext": "guerrillas kidnapped two engineers in lima today.",
            "templates": [template],
        },
        {"docid": "TST9-MUC9-0002", "doctext": "it rained.", "templates": []},
    )


def _factuality(folder: Path) -> None:
    text = "The army did not enter the town , but it may attack ."
    targets = [{"span1": [4, 5], "label": -3.0}, {"span1": [10, 11], "label": 0.75}]
    _lines(folder / "M" / "dev.jsonl", {"text": text, "targets": targets})


def _coreference(folder: Path) -> None:
    for name in ("1", "2"):
        words = "Rebels bombed a bridge in Homs .".split()
        tokens = "".join(f"<token t_id='{i}' sentence='0'>{word}</token>" for i, word in enumerate(words, 1))
        action = "<ACTION_OCCURRENCE m_id='5'><token_anchor t_id='2'/></ACTION_OCCURRENCE>"
        join = "<CROSS_DOC_COREF r_id='9' note='ACT1'><source m_id='5'/><target m_id='6'/></CROSS_DOC_COREF>"
        (folder / "1").mkdir(exist_ok=True)
        (folder / "1" / f"1_{name}.xml").write_text(
            f"<Document>{tokens}<Markables>{action}</Markables><Relations>{join}</Relations></Document>",
            encoding="utf-8",
        )


WRITERS: dict[str, Callable[[Path], None]] = {
    "attribution": _attribution,
    "coreference": _coreference,
    "event-location": _event_location,
    "factuality": _factuality,
    "geoparsing": _geoparsing,
    "muc4": _muc4,
    "plover": _plover,
    "re3d": _re3d,
    "timeml": _timeml,
}


def _run(name: str, data: Path, limit: int | None = None) -> Evaluation:
    module, _, attribute = EVALUATIONS[name].partition(":")
    found = getattr(importlib.import_module(module), attribute)(data, limit=limit)
    assert isinstance(found, Evaluation)
    return found


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_an_invented_folder_of_the_layout_is_measured_under_the_names_that_bind(name: str, tmp_path: Path) -> None:
    WRITERS[name](tmp_path)
    found = _run(name, tmp_path)
    assert set(found.figures) == FIGURES[name]
    assert not [note for note in found.notes if "failed in a stage" in note]
    assert all(0 <= value <= 1 for key, value in found.figures.items() if not key.endswith("_km"))
    report = found.report()
    assert {"name", "data", "digest", "code_version", "figures"} <= set(report)
    assert json.loads(json.dumps(report)) == report
    assert len(found.table()) > 2 and any(row["floor"] is not None for row in found.table())


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_a_folder_without_the_layout_is_refused_with_what_was_expected(name: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing here", encoding="utf-8")
    with pytest.raises(InputError, match="does not hold"):
        _run(name, tmp_path)


def test_two_runs_give_the_same_figures_and_digest(tmp_path: Path) -> None:
    _re3d(tmp_path)
    one, two = _run("re3d", tmp_path), _run("re3d", tmp_path)
    assert one == two


def test_another_byte_in_a_file_gives_another_digest(tmp_path: Path) -> None:
    _plover(tmp_path)
    before = _run("plover", tmp_path, limit=1).digest
    with (tmp_path / "rows.tsv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert _run("plover", tmp_path, limit=1).digest != before


def test_broken_lines_are_named(tmp_path: Path) -> None:
    _event_location(tmp_path)
    with (tmp_path / "rows.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    with pytest.raises(InputError, match="line 2 is not JSON"):
        _run("event-location", tmp_path)
