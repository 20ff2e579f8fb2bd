"""Settings are read once, checked, and named by what they change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tripoint import config
from tripoint.errors import InputError


def test_every_setting_has_a_default_and_a_description() -> None:
    assert config.load() == config.Settings()
    assert all(field.description for field in config.Settings.model_fields.values())


def test_settings_come_from_a_toml_file(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text("page_seconds = 5\n[parts]\nrecogniser = 'mine'\n")
    found = config.load(path)
    assert (found.page_seconds, found.parts) == (5.0, {"recogniser": "mine"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("page_second = 5", "no entry page_second; known entries are"),
        ("page_bytes = -1", "page_bytes is -1; expected more than 0"),
        ("host_delay = -1", "host_delay is -1; expected 0 or more"),
        ("page_bytes = 'many'", "page_bytes is 'many'; expected a whole number"),
        ("allow_private = 'maybe'", "allow_private is 'maybe'; expected true or false"),
        ("[parts]\nrecogniser = 3", "parts.recogniser is 3; expected words"),
        ("page_bytes = ", "are not TOML"),
    ],
)
def test_a_wrong_entry_is_named_with_what_was_expected(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "s.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=sentence):
        config.load(path)


def test_only_settings_that_change_records_change_their_names() -> None:
    plain = config.Settings().digest()
    assert config.Settings(page_seconds=1, shard_bytes=1).digest() == plain
    assert config.Settings(parts={"recogniser": "mine"}).digest() != plain


def test_workers_are_at_most_two_unless_more_are_asked_for() -> None:
    assert config.workers(None) in (1, 2)
    assert config.workers(7) == 7
    with pytest.raises(InputError, match="expected 1 or more"):
        config.workers(0)
