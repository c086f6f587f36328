"""Every variant of the technician's bench; the unit is invented."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image, ImageDraw

from appliance.model import Language, Role, Side, Staff, StaffId
from appliance.model.findings import Cause, Check, Finding, Verdict
from appliance.model.health import Counts, LibraryHealth, LibraryState
from appliance.status import (
    Bench,
    BenchCode,
    ScanHeard,
    ScanTrial,
    Scene,
    SlipTrial,
    SoundTrial,
    TouchTrial,
    Trial,
)

TECHNICIAN = Staff(StaffId(3), 9, "ហេង សុភ័ក្ត្រ", Role.TECHNICIAN, Language.KM)
STATE = (
    "1//bce-status//0.1.0//2026-11-24T03:05Z//3f2a90cc51d7//48211//QZ5VJ2KX7M//16012//18250//912//321"
    "//scanner_missing!,paper_out!,power_low!,clock_no_battery,sound_no_device,disk_low,backup_never"
)
_LIBRARY = LibraryHealth(LibraryState.OPEN, counts=Counts(16_012, 18_250, 912, 321))

GOOD, WATCH, BAD, UNKNOWN = Verdict.GOOD, Verdict.WATCH, Verdict.BAD, Verdict.UNKNOWN
_OF_LIBRARY = (
    Finding(
        Check.DATABASE,
        GOOD,
        Cause.DATABASE_SOUND,
        (("titles", 16_012), ("copies", 18_250), ("readers", 912), ("open_loans", 321)),
    ),
    Finding(Check.CHAIN, GOOD, Cause.CHAIN_HOLDS, (("rows", 1000), ("seq", 48_211))),
)
_NO_BACKUP = Finding(Check.BACKUP, UNKNOWN, Cause.BACKUP_NOT_TOLD)
_WELL = (
    Finding(Check.SCANNER, GOOD, Cause.SCANNER_READY, (("side", "reader"),)),
    Finding(Check.SCANNER, GOOD, Cause.SCANNER_READY, (("side", "guard"),)),
    Finding(Check.PRINTER, GOOD, Cause.PRINTER_READY),
    Finding(Check.PAPER, GOOD, Cause.PAPER_THERE),
    Finding(Check.SOUND, GOOD, Cause.SOUND_READY, (("volume_percent", 80),)),
    Finding(Check.CLOCK, GOOD, Cause.CLOCK_TRUE, (("apart_s", 2),)),
    Finding(Check.DISK, GOOD, Cause.DISK_ROOM, (("free_mb", 21_450), ("total_mb", 30_000))),
    Finding(Check.TEMPERATURE, GOOD, Cause.TEMPERATURE_FINE, (("celsius", 52),)),
    Finding(Check.MEMORY, GOOD, Cause.MEMORY_ROOM, (("free_mb", 1210), ("total_mb", 1945))),
    Finding(
        Check.SCREEN, GOOD, Cause.SCREEN_READY, (("width_px", 1280), ("height_px", 800), ("driver", "vc4"))
    ),
)
_TROUBLED = (
    Finding(Check.SCANNER, BAD, Cause.SCANNER_MISSING, (("side", "reader"),)),
    Finding(Check.SCANNER, WATCH, Cause.SCANNER_SETTINGS_DIFFER, (("side", "guard"), ("settings", 2))),
    Finding(Check.PRINTER, GOOD, Cause.PRINTER_READY),
    Finding(Check.PAPER, BAD, Cause.PAPER_OUT),
    Finding(Check.SOUND, WATCH, Cause.SOUND_NO_DEVICE),
    Finding(Check.CLOCK, WATCH, Cause.CLOCK_NO_BATTERY),
    Finding(Check.DISK, WATCH, Cause.DISK_LOW, (("free_mb", 312), ("total_mb", 30_000))),
    Finding(Check.TEMPERATURE, BAD, Cause.POWER_LOW, (("celsius", 71),)),
    Finding(Check.SCREEN, UNKNOWN, Cause.SCREEN_NOT_TOLD),
)
_WORST = (
    Finding(Check.CHAIN, BAD, Cause.CHAIN_BROKEN, (("row", 48_102),)),
    Finding(Check.CLOCK, BAD, Cause.CLOCK_BEHIND_JOURNAL, (("minutes", 5_820),)),
    Finding(Check.DISK, BAD, Cause.DISK_READ_ONLY, (("free_mb", 9_000), ("total_mb", 30_000))),
    Finding(Check.PRINTER, BAD, Cause.PRINTER_FAULT),
)


def _bench(*findings: Finding, page: int = 0, tried: tuple[tuple[Trial, Finding], ...] = ()) -> Bench:
    pages = -(-(len(findings) + len(tried)) // 4)
    return Bench(TECHNICIAN, _LIBRARY, findings, tried, examining=False, state=STATE, page=page, pages=pages)


def _slip_picture() -> bytes:
    """A piece of paper as wide as a roll; what a real one shows is drawn by the printer's own code."""
    paper = Image.new("1", (576, 700), 1)
    pen = ImageDraw.Draw(paper)
    for at in range(0, 576, 32):
        pen.line((at, 40, 575 - at, 240), fill=0, width=3)
    for at in range(8):
        pen.rectangle((40 + at * 62, 300, 70 + at * 62, 330 + at * 40), fill=0)
    kept = BytesIO()
    paper.save(kept, "PNG")
    return kept.getvalue()


BENCH = _bench(*_TROUBLED, *_OF_LIBRARY, _NO_BACKUP)
_TRIED = (
    (Trial.SCAN, Finding(Check.SCANNER, GOOD, Cause.SCANNER_READ_CODE, (("side", "guard"),))),
    (Trial.SLIP, Finding(Check.PRINTER, BAD, Cause.SLIP_LOOKED_WRONG)),
    (Trial.TOUCH, Finding(Check.SCREEN, WATCH, Cause.TOUCH_MISSED, (("misses", 3),))),
    (Trial.SOUND, Finding(Check.SOUND, WATCH, Cause.SOUND_NOT_HEARD)),
)
_READ = ScanHeard(Side.READER, "QR", 9, is_ours=True)
_READ_OTHER = ScanHeard(Side.GUARD, None, 13, is_ours=False)

SAMPLES: list[tuple[str, Scene]] = [
    ("bench_looking", replace(_bench(_NO_BACKUP, *_OF_LIBRARY), examining=True)),
    ("bench_well", _bench(*_WELL, *_OF_LIBRARY)),
    ("bench_troubled", BENCH),
    ("bench_troubled_more", replace(BENCH, page=1)),
    ("bench_troubled_last", replace(BENCH, page=2)),
    ("bench_forged", replace(BENCH, forged_codes=12)),
    ("bench_worst", _bench(*_WORST)),
    ("bench_tried", _bench(*_WELL, *_OF_LIBRARY, tried=_TRIED)),
    ("bench_code", BenchCode(BENCH.state)),
    ("scan_trial", ScanTrial("BCE-TRIAL")),
    ("scan_trial_heard", ScanTrial("BCE-TRIAL", (_READ_OTHER, _READ))),
    ("slip_trial_drawing", SlipTrial()),
    ("slip_trial", SlipTrial(_slip_picture())),
    ("touch_trial", TouchTrial()),
    ("touch_trial_missed", TouchTrial(hits=4, misses=3)),
    ("sound_trial", SoundTrial()),
]
