"""Where peewee's part of the store ends (docs/decisions/0012), and that nobody crosses the border."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from appliance.model import Reader, Staff
from appliance.ports import StoreFull
from tests.flows.storyboard import MONDAY, PIN, Storyboard, open_storyboard
from tests.house.tree import HOUSE

STORE = HOUSE / "appliance/store"
KEPT_BY_STAFF = {"reader", "staff", "policy", "site"}
WRITTEN_IN_SQL = {
    ("people.py", "staff"),  # wrong PINs in a row
    ("dates.py", "site"),  # the clock's record
}
_WRITES = re.compile(r"(?:INSERT INTO|INSERT OR REPLACE INTO|REPLACE INTO|UPDATE|DELETE FROM) (\w+)")
_A_LOAN = """
import sys
from pathlib import Path
from appliance.messages import AskForLoan, EnterDigit, Scanned, Ticked, Touched
from appliance.status import Approved, Attract, GuardDesk
from appliance.unit.sessions import open_session
from datetime import UTC, datetime
folder, reader, badge, pin = sys.argv[1:]
kiosk = open_session(Path(folder))
kiosk.handle(Ticked(datetime(2026, 11, 30, 1, tzinfo=UTC), 1.0))
kiosk.handle(Scanned(reader))
kiosk.handle(Scanned("B1"))
kiosk.handle(Touched(kiosk.status.session, AskForLoan()))
assert isinstance(kiosk.status.scene, Approved), kiosk.status.scene
kiosk.handle(Scanned(badge))
for digit in pin:
    kiosk.handle(Touched(kiosk.status.session, EnterDigit(int(digit))))
assert [name for name in sys.modules if name.split(".")[0] in ("peewee", "playhouse")] == []
"""


def test_peewee_is_imported_by_the_register_alone() -> None:
    importers = {
        file.relative_to(HOUSE)
        for room in ("appliance", "drivers", "ui", "provisioning")
        for file in (HOUSE / room).rglob("*.py")
        if re.search(r"^\s*(?:from|import) (?:peewee|playhouse)\b", file.read_text("utf-8"), re.MULTILINE)
    }
    assert importers == {Path("appliance/store/register.py")}


def test_sql_writes_no_table_that_staff_keep() -> None:
    written = {
        (str(file.relative_to(STORE)), table)
        for file in STORE.rglob("*.py")
        for table in _WRITES.findall(file.read_text("utf-8"))
    }
    assert {one for one in written if one[1] in KEPT_BY_STAFF} == WRITTEN_IN_SQL
    assert {table for _, table in written} >= {"loan", "request", "slip", "journal", "title", "copy"}


def test_the_register_has_the_tables_that_staff_keep_and_no_other() -> None:
    register = (STORE / "register.py").read_text("utf-8")
    assert set(re.findall(r"\bTable\(\"(\w+)\"", register)) == KEPT_BY_STAFF


def test_neither_a_start_nor_a_loan_nor_a_badge_imports_peewee(tmp_path: Path) -> None:
    story = open_storyboard(tmp_path)
    card, badge = story.card_of("Chanthy"), story.badge_of("Guard Rith")
    story.store.close()
    run = [sys.executable, "-c", _A_LOAN, str(tmp_path), card, badge, PIN]
    assert subprocess.run(run, cwd=HOUSE, check=False, capture_output=True, text=True).stderr == ""


def test_readers_and_staff_have_the_columns_that_their_things_have(story: Storyboard) -> None:
    for thing, more in ((Reader, {"issue"}), (Staff, {"issue", "pin_hash", "failures"})):
        columns = {row[1] for row in story.store.connection.execute(f"PRAGMA table_info({thing.__name__})")}
        assert columns == {field.name for field in fields(thing)} | more


def test_a_full_disk_is_told_from_the_register_too(story: Storyboard) -> None:
    connection = story.store.connection
    connection.pragma("max_page_count", connection.pragma("page_count"))
    dara = story.reader("Dara")
    with pytest.raises(StoreFull):
        for number in range(100, 200):
            with story.store.transaction():
                story.store.people.add_reader(replace(dara, number=number, cell="A" * 500), MONDAY)
