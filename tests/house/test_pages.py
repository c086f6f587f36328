"""What a machine wrote into the documents is what it would write now."""

from __future__ import annotations

import json
import re

from appliance.cli.exits import Exit
from appliance.model.findings import Cause
from appliance.model.journal_events import KINDS
from provisioning import pages


def test_the_recorded_session_is_what_the_program_prints() -> None:
    assert pages.CAST.read_text("utf-8") == pages.cast(), "run: python provisioning/pages.py"


def test_the_technicians_page_is_what_the_program_says() -> None:
    written = pages.PAGE.read_text("utf-8")
    assert written == pages.page(written), "run: python provisioning/pages.py"


def test_the_table_of_the_journal_is_made_of_its_types() -> None:
    written = pages.FORMATS.read_text("utf-8")
    assert written == pages.formats(written), "run: python provisioning/pages.py"
    for kind in KINDS:
        assert written.count(f"\n| `{kind}` |") == 1


def test_the_session_is_a_cast_that_can_be_played() -> None:
    header, *events = map(json.loads, pages.CAST.read_text("utf-8").splitlines())
    assert header["version"] == 2
    times = [at_s for at_s, kind, _ in events if kind == "o"]
    assert len(times) == len(events)
    assert times == sorted(times)


def test_every_cause_is_on_the_page_once() -> None:
    told = re.findall(r"^\| `(\w+)` \|", pages.PAGE.read_text("utf-8"), re.MULTILINE)
    assert sorted(told) == sorted(Cause)


def test_the_exit_codes_on_the_page_are_the_programs() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", pages.PAGE.read_text("utf-8"), re.MULTILINE)}
    assert told == {Exit.WELL, Exit.TO_BE_WATCHED, Exit.FAULTS_FOUND, Exit.NOT_ALL_KNOWN}
