"""What the doctor found: one finding for each thing that was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What is looked at. Several findings may tell of one: each scanner is looked at by itself."""

    SCANNER = "scanner"
    PRINTER = "printer"
    PAPER = "paper"
    SOUND = "sound"
    CLOCK = "clock"
    DISK = "disk"
    DATABASE = "database"
    CHAIN = "chain"
    BACKUP = "backup"
    JOBS = "jobs"
    TEMPERATURE = "temperature"
    MEMORY = "memory"
    SCREEN = "screen"


class Verdict(StrEnum):
    GOOD = "good"
    WATCH = "watch"
    """It works; something about it should be seen to."""
    BAD = "bad"
    """It does not work, or soon will not."""
    UNKNOWN = "unknown"
    """It could not be looked at, or does not tell."""


class Cause(StrEnum):
    """Why a verdict is what it is; `language.causes` says each in words, with what to do."""

    SCANNER_READY = "scanner_ready"
    SCANNER_NOT_NAMED = "scanner_not_named"
    SCANNER_MISSING = "scanner_missing"
    SCANNER_NOT_ALLOWED = "scanner_not_allowed"
    SCANNER_SETTINGS_DIFFER = "scanner_settings_differ"
    SCANNER_NO_SUPPORT = "scanner_no_support"
    SCANNER_HELD = "scanner_held"
    SCANNER_READ_CODE = "scanner_read_code"
    SCANNER_READ_OTHER = "scanner_read_other"
    SCANNER_READ_NOTHING = "scanner_read_nothing"

    PRINTER_READY = "printer_ready"
    PRINTER_NOT_NAMED = "printer_not_named"
    PRINTER_OFFLINE = "printer_offline"
    PRINTER_NOT_ALLOWED = "printer_not_allowed"
    PRINTER_NO_SUPPORT = "printer_no_support"
    PRINTER_COVER_OPEN = "printer_cover_open"
    PRINTER_FAULT = "printer_fault"
    PRINTER_SILENT = "printer_silent"
    PRINTER_HELD = "printer_held"
    PRINTER_TOOK_SLIP = "printer_took_slip"
    SLIP_LOOKED_RIGHT = "slip_looked_right"
    SLIP_LOOKED_WRONG = "slip_looked_wrong"

    PAPER_THERE = "paper_there"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    PAPER_NOT_TOLD = "paper_not_told"

    SOUND_READY = "sound_ready"
    SOUND_NO_DEVICE = "sound_no_device"
    SOUND_OFF = "sound_off"
    SOUND_HELD = "sound_held"
    SOUND_HEARD = "sound_heard"
    SOUND_NOT_HEARD = "sound_not_heard"
    VOICE_WHOLE = "voice_whole"
    VOICE_PARTLY = "voice_partly"

    CLOCK_TRUE = "clock_true"
    CLOCK_NO_BATTERY = "clock_no_battery"
    CLOCK_TOO_EARLY = "clock_too_early"
    CLOCK_BEHIND_JOURNAL = "clock_behind_journal"
    CLOCK_APART = "clock_apart"
    CLOCK_BELIEVED = "clock_believed"
    CLOCK_DOUBTED = "clock_doubted"

    DISK_ROOM = "disk_room"
    DISK_LOW = "disk_low"
    DISK_FULL = "disk_full"
    DISK_READ_ONLY = "disk_read_only"
    DISK_UNREAD = "disk_unread"

    DATABASE_SOUND = "database_sound"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_TABLES = "database_tables"
    DATABASE_INDEXES = "database_indexes"
    DATABASE_REFERENCES = "database_references"
    DATABASE_NEWER = "database_newer"
    DATABASE_MISSING = "database_missing"
    DATABASE_HELD = "database_held"

    CHAIN_HOLDS = "chain_holds"
    CHAIN_BROKEN = "chain_broken"
    CHAIN_UNREAD = "chain_unread"

    BACKUP_FRESH = "backup_fresh"
    BACKUP_OLD = "backup_old"
    BACKUP_VERY_OLD = "backup_very_old"
    BACKUP_NOT_TOLD = "backup_not_told"
    BACKUP_UNREAD = "backup_unread"

    JOBS_DONE = "jobs_done"
    JOBS_OVERDUE = "jobs_overdue"
    JOBS_FAIL = "jobs_fail"
    JOBS_UNREAD = "jobs_unread"

    TEMPERATURE_FINE = "temperature_fine"
    TEMPERATURE_WARM = "temperature_warm"
    TEMPERATURE_HOT = "temperature_hot"
    TEMPERATURE_NOT_TOLD = "temperature_not_told"
    POWER_LOW = "power_low"
    POWER_WAS_LOW = "power_was_low"

    MEMORY_ROOM = "memory_room"
    MEMORY_SHORT = "memory_short"
    MACHINE_BUSY = "machine_busy"
    MEMORY_NOT_TOLD = "memory_not_told"

    SCREEN_READY = "screen_ready"
    SCREEN_DARK = "screen_dark"
    SCREEN_NO_TOUCH = "screen_no_touch"
    SCREEN_SMALL = "screen_small"
    SCREEN_NOT_TOLD = "screen_not_told"
    TOUCH_TRUE = "touch_true"
    TOUCH_MISSED = "touch_missed"
    TOUCH_BROKEN_OFF = "touch_broken_off"


Figure = int | float | str
"""A measured number, or a short word of ours; never a name, a title or a code."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `figures` are named with their units (`free_mb`); the cause's words hold them."""

    check: Check
    verdict: Verdict
    cause: Cause
    figures: tuple[tuple[str, Figure], ...] = ()


_WORST_FIRST = (Verdict.BAD, Verdict.WATCH, Verdict.UNKNOWN, Verdict.GOOD)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is broken before what is to be watched; alike ones in the order of `Check`."""
    order = list(Check)
    return tuple(sorted(findings, key=lambda one: (_WORST_FIRST.index(one.verdict), order.index(one.check))))
