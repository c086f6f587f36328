"""`bce-kiosk voice`: what is to be recorded, and whether recordings are good (docs/voice.md)."""

from __future__ import annotations

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from appliance.cli.exits import Exit
from appliance.cli.output import JsonOption, show_rows
from appliance.language.voice import spoken
from appliance.model import Language
from appliance.model.speech import Phrase
from drivers.sound.clips import Clip, ClipUnreadable, read_wav

LONGEST_S = 9.0
CLIPPED_PEAK = 0.999
QUIETEST_RMS = 0.03
"""About -30 dB under full scale: beside a cue it would not be heard."""

LanguageOption = Annotated[Language, typer.Option("--language", help="km, en or fr.")]


class Fault(StrEnum):
    """What is wrong with a recording."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_LONG = "too long"
    CLIPPED = "clipped"
    TOO_QUIET = "too quiet"


def list_phrases(
    language: LanguageOption = Language.KM,
    as_csv: Annotated[bool, typer.Option("--csv", help="As CSV, for a table to read from.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List every phrase: the name of its file, and what to say."""
    rows = [{"phrase": phrase.value, "text": spoken(phrase, language)} for phrase in Phrase]
    if as_csv:
        table = csv.DictWriter(sys.stdout, ("phrase", "text"), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    else:
        show_rows(("phrase", "text"), rows, as_json=as_json)


def check(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A folder of <phrase>.wav.")],
    as_json: JsonOption = False,
) -> None:
    """Look at the recordings of one language in FOLDER and list what is wrong with which."""
    faults = {phrase: fault for phrase in Phrase if (fault := fault_of(folder / f"{phrase}.wav"))}
    show_rows(("phrase", "fault"), rows_of(faults), as_json=as_json)
    if not as_json:
        typer.echo(f"{len(Phrase) - len(faults)} of {len(Phrase)} phrases are well recorded.")
    raise typer.Exit(Exit.FILE_REFUSED if faults else Exit.WELL)


def rows_of(faults: dict[Phrase, Fault]) -> list[dict[str, object]]:
    return [{"phrase": phrase.value, "fault": fault.value} for phrase, fault in faults.items()]


def fault_of(path: Path) -> Fault | None:
    """None for a good recording."""
    if not path.is_file():
        return Fault.MISSING
    try:
        return _heard(read_wav(path))
    except ClipUnreadable:
        return Fault.UNREADABLE


def _heard(clip: Clip) -> Fault | None:
    if clip.length_s > LONGEST_S:
        return Fault.TOO_LONG
    if clip.peak >= CLIPPED_PEAK:
        return Fault.CLIPPED
    return Fault.TOO_QUIET if clip.rms < QUIETEST_RMS else None
