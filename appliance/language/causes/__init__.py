"""What each of the doctor's causes means and what to do: on the bench, in the terminal, in the guide.

English is the key of the catalogue `doctor`. A name in braces is one of the finding's figures.
"""

from __future__ import annotations

from collections.abc import Mapping

from appliance.language.causes.devices import OF_DEVICES
from appliance.language.causes.unit import OF_UNIT
from appliance.language.numerals import amount, digits
from appliance.language.words import N_, translator
from appliance.model import Language
from appliance.model.findings import Cause, Check, Figure, Finding, Verdict

DOMAIN = "doctor"


VERDICTS: Mapping[Verdict, str] = {
    Verdict.GOOD: N_("good"),
    Verdict.WATCH: N_("watch"),
    Verdict.BAD: N_("broken"),
    Verdict.UNKNOWN: N_("not known"),
}

CHECKS: Mapping[Check, tuple[str, str]] = {
    Check.SCANNER: ("scan", N_("Scanner")),
    Check.PRINTER: ("printer", N_("Printer")),
    Check.PAPER: ("paper_out", N_("Paper")),
    Check.SOUND: ("sound", N_("Sound")),
    Check.CLOCK: ("clock", N_("Clock")),
    Check.DISK: ("disk", N_("Disk")),
    Check.DATABASE: ("database", N_("Library file")),
    Check.CHAIN: ("chain", N_("Journal")),
    Check.BACKUP: ("backup", N_("Backup")),
    Check.JOBS: ("calendar", N_("Daily jobs")),
    Check.TEMPERATURE: ("temperature", N_("Heat and power")),
    Check.MEMORY: ("memory", N_("Memory")),
    Check.SCREEN: ("screen", N_("Screen")),
}
"""Its pictogram, and its name."""

# Figures that are words.
_WORDS: Mapping[Figure, str] = {
    "reader": N_("the reader’s side"),
    "guard": N_("the guard’s side"),
    "database_check": N_("check of the library file"),
    "day_close": N_("close of the day"),
}

CAUSES: Mapping[Cause, tuple[str, str]] = {**OF_DEVICES, **OF_UNIT}
"""What it is, and what to do: nothing where all is well, or nothing can be done."""


def told(finding: Finding, language: Language) -> str:
    """What was found, with its figures put in."""
    return _fill(CAUSES[finding.cause][0], finding, language)


def to_do(finding: Finding, language: Language) -> str:
    """What to do about it; nothing where nothing is to be done."""
    return _fill(CAUSES[finding.cause][1], finding, language)


def check_name(check: Check, language: Language) -> str:
    return translator(language, DOMAIN)(CHECKS[check][1])


def check_picture(check: Check) -> str:
    """The name of its pictogram."""
    return CHECKS[check][0]


def verdict_name(verdict: Verdict, language: Language) -> str:
    return translator(language, DOMAIN)(VERDICTS[verdict])


def _fill(text: str, finding: Finding, language: Language) -> str:
    if not text:
        return ""
    figures = {name: _written(figure, language) for name, figure in finding.figures}
    return translator(language, DOMAIN)(text).format(**figures)


def _written(figure: Figure, language: Language) -> str:
    if figure in _WORDS:
        return translator(language, DOMAIN)(_WORDS[figure])
    return amount(figure, language) if isinstance(figure, int) else digits(str(figure), language)
