"""Failures and runs: what went wrong with which record, and with what code and settings a case was made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One record that could not be made. `step` is the stage, `reason` a code, `detail` a sentence for a person."""

    record_id: str
    source: str
    step: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build: code version, digests of settings and resources, and counts by record kind."""

    run_id: str
    started_at: str
    code_version: str
    settings_digest: str
    resources_digest: str
    counts: tuple[tuple[str, int], ...]
