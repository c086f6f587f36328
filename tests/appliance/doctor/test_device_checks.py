"""Each check of a device on facts that are good, to be watched, bad and not known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from appliance.doctor import (
    clock,
    paper,
    printer,
    scanner,
    sound,
    voice,
)
from appliance.model import PrinterState, Side
from appliance.model.findings import Cause, Check, Finding, Verdict, worst_first
from appliance.model.health import (
    ClockHealth,
    PrinterHealth,
    Reach,
    ScannerHealth,
    SoundHealth,
    VoiceHealth,
)

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
BUILT = NOW - timedelta(days=10)
GOOD, WATCH, BAD, UNKNOWN = Verdict.GOOD, Verdict.WATCH, Verdict.BAD, Verdict.UNKNOWN


def judged(finding: Finding) -> tuple[Verdict, Cause]:
    return finding.verdict, finding.cause


@pytest.mark.parametrize(
    ("reach", "differing", "expected"),
    [
        (Reach.OPEN, (), (GOOD, Cause.SCANNER_READY)),
        (Reach.OPEN, ("PREBK2", "QRCENA"), (WATCH, Cause.SCANNER_SETTINGS_DIFFER)),
        (Reach.MISSING, (), (BAD, Cause.SCANNER_MISSING)),
        (Reach.NOT_ALLOWED, (), (BAD, Cause.SCANNER_NOT_ALLOWED)),
        (Reach.NO_SUPPORT, (), (BAD, Cause.SCANNER_NO_SUPPORT)),
        (Reach.HELD, (), (UNKNOWN, Cause.SCANNER_HELD)),
    ],
)
def test_a_scanner(reach: Reach, differing: tuple[str, ...], expected: tuple[Verdict, Cause]) -> None:
    (finding,) = scanner.check([ScannerHealth(Side.GUARD, reach, differing)])
    assert judged(finding) == expected
    assert dict(finding.figures)["side"] == "guard"
    assert dict(finding.figures).get("settings", 0) == len(differing)


def test_every_scanner_is_looked_at_by_itself() -> None:
    found = scanner.check([ScannerHealth(Side.READER, Reach.MISSING), ScannerHealth(Side.GUARD, Reach.OPEN)])
    assert [one.verdict for one in found] == [BAD, GOOD]


def test_without_any_scanner_nobody_can_borrow() -> None:
    assert judged(scanner.check([])[0]) == (BAD, Cause.SCANNER_NOT_NAMED)


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        (None, (WATCH, Cause.PRINTER_NOT_NAMED)),
        (PrinterHealth(Reach.OPEN, PrinterState.READY), (GOOD, Cause.PRINTER_READY)),
        (PrinterHealth(Reach.OPEN, PrinterState.NO_PAPER), (GOOD, Cause.PRINTER_READY)),
        (PrinterHealth(Reach.OPEN, PrinterState.COVER_OPEN), (BAD, Cause.PRINTER_COVER_OPEN)),
        (PrinterHealth(Reach.OPEN, PrinterState.OFFLINE), (BAD, Cause.PRINTER_OFFLINE)),
        (PrinterHealth(Reach.OPEN, PrinterState.FAULT), (BAD, Cause.PRINTER_FAULT)),
        (PrinterHealth(Reach.OPEN), (UNKNOWN, Cause.PRINTER_SILENT)),
        (PrinterHealth(Reach.MISSING), (BAD, Cause.PRINTER_OFFLINE)),
        (PrinterHealth(Reach.NOT_ALLOWED), (BAD, Cause.PRINTER_NOT_ALLOWED)),
        (PrinterHealth(Reach.NO_SUPPORT), (BAD, Cause.PRINTER_NO_SUPPORT)),
        (PrinterHealth(Reach.HELD), (UNKNOWN, Cause.PRINTER_HELD)),
    ],
)
def test_a_printer(health: PrinterHealth | None, expected: tuple[Verdict, Cause]) -> None:
    assert judged(printer.check(health)) == expected


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        (PrinterHealth(Reach.OPEN, PrinterState.READY, tells_paper=True), (GOOD, Cause.PAPER_THERE)),
        (PrinterHealth(Reach.OPEN, PrinterState.READY), (UNKNOWN, Cause.PAPER_NOT_TOLD)),
        (PrinterHealth(Reach.OPEN, PrinterState.PAPER_LOW, tells_paper=True), (WATCH, Cause.PAPER_LOW)),
        (PrinterHealth(Reach.OPEN, PrinterState.NO_PAPER, tells_paper=True), (BAD, Cause.PAPER_OUT)),
        (
            PrinterHealth(Reach.OPEN, PrinterState.COVER_OPEN, tells_paper=True),
            (UNKNOWN, Cause.PAPER_NOT_TOLD),
        ),
        (PrinterHealth(Reach.MISSING), (UNKNOWN, Cause.PAPER_NOT_TOLD)),
    ],
)
def test_paper(health: PrinterHealth, expected: tuple[Verdict, Cause]) -> None:
    assert judged(paper.check(health)) == expected


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        (None, (WATCH, Cause.SOUND_NO_DEVICE)),
        (SoundHealth(Reach.MISSING), (WATCH, Cause.SOUND_NO_DEVICE)),
        (SoundHealth(Reach.OPEN, 80), (GOOD, Cause.SOUND_READY)),
        (SoundHealth(Reach.OPEN, 9), (WATCH, Cause.SOUND_OFF)),
        (SoundHealth(Reach.HELD), (UNKNOWN, Cause.SOUND_HELD)),
    ],
)
def test_sound_never_counts_as_broken(health: SoundHealth | None, expected: tuple[Verdict, Cause]) -> None:
    assert judged(sound.check(health)) == expected


@pytest.mark.parametrize(("recorded", "expected"), [(0, WATCH), (63, WATCH), (64, GOOD)])
def test_a_voice_of_which_a_phrase_is_missing_is_to_be_seen_to(recorded: int, expected: Verdict) -> None:
    finding = voice.check(VoiceHealth(recorded, 64))
    assert (finding.check, finding.verdict) == (Check.SOUND, expected)
    assert finding.figures == (("recorded", recorded), ("phrases", 64))


@pytest.mark.parametrize(
    ("health", "expected"),
    [
        (ClockHealth(NOW, BUILT, NOW, apart_s=-3.4), (GOOD, Cause.CLOCK_TRUE)),
        (ClockHealth(NOW, BUILT, NOW, apart_s=-121), (WATCH, Cause.CLOCK_APART)),
        (ClockHealth(NOW, BUILT, None), (WATCH, Cause.CLOCK_NO_BATTERY)),
        (ClockHealth(BUILT - timedelta(seconds=1), BUILT), (BAD, Cause.CLOCK_TOO_EARLY)),
        (ClockHealth(NOW, BUILT, NOW + timedelta(minutes=9)), (BAD, Cause.CLOCK_BEHIND_JOURNAL)),
    ],
)
def test_a_clock(health: ClockHealth, expected: tuple[Verdict, Cause]) -> None:
    assert judged(clock.check(health)) == expected


def test_the_worst_comes_first() -> None:
    found = [
        Finding(Check.SCANNER, GOOD, Cause.SCANNER_READY),
        Finding(Check.SCREEN, BAD, Cause.SCREEN_DARK),
        Finding(Check.PAPER, UNKNOWN, Cause.PAPER_NOT_TOLD),
        Finding(Check.BACKUP, WATCH, Cause.BACKUP_OLD),
        Finding(Check.PRINTER, BAD, Cause.PRINTER_OFFLINE),
    ]
    assert [one.check for one in worst_first(found)] == [
        Check.PRINTER,
        Check.SCREEN,
        Check.BACKUP,
        Check.PAPER,
        Check.SCANNER,
    ]
