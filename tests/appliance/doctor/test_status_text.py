"""The line of text that a technician photographs."""

from __future__ import annotations

from datetime import UTC, datetime

from appliance.doctor.status_text import status_text
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import ChainHealth, Counts, LibraryHealth, LibraryState

AT = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)
FINDINGS = (
    Finding(Check.SCANNER, Verdict.GOOD, Cause.SCANNER_READY),
    Finding(Check.BACKUP, Verdict.WATCH, Cause.BACKUP_OLD),
    Finding(Check.PAPER, Verdict.BAD, Cause.PAPER_OUT),
    Finding(Check.SCREEN, Verdict.UNKNOWN, Cause.SCREEN_NOT_TOLD),
)


def test_it_tells_version_unit_head_counts_and_faults() -> None:
    library = LibraryHealth(
        LibraryState.OPEN,
        unit="3f2a90cc51d7e0b8a1f4c6d2e9075b13",
        counts=Counts(16_000, 18_250, 912, 321),
        chain=ChainHealth(1234, "ABCDEFGHIJ" + "Z" * 42, 1000),
    )
    assert status_text("0.1.0", AT, library, FINDINGS) == (
        "1//bce-status//0.1.0//2026-11-24T03:05Z//3f2a90cc51d7//1234//ABCDEFGHIJ"
        "//16000//18250//912//321//paper_out!,backup_old"
    )


def test_a_library_that_cannot_be_opened_has_no_numbers() -> None:
    told = status_text("0.1.0", AT, LibraryHealth(LibraryState.HELD), ())
    assert told.split("//") == ["1", "bce-status", "0.1.0", "2026-11-24T03:05Z", *[""] * 8]
