"""Any history of clocks, power cuts and lending: the journal stays in order and no loan becomes negative."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from appliance.messages import Approve, AskForLoan, ChangeDate, ConfirmDate, GoHome, SetDate, Started, Ticked
from appliance.model.clock import Boot
from appliance.status import DatePart, GuardDesk
from tests.flows.storyboard import BOOKS, _open, open_storyboard

WALLS = st.sampled_from(
    [datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC), datetime(2038, 1, 19, tzinfo=UTC)]
) | st.datetimes(datetime(1970, 1, 1), datetime(2105, 1, 1), timezones=st.just(UTC))
_QUICK = Path(
    "/dev/shm"
)  # power cuts to the disk are tested elsewhere; here each step is a transaction or two
NEAR = st.timedeltas(timedelta(days=-3), timedelta(days=3))


class ClockMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=_QUICK if _QUICK.is_dir() else None))
        self.story = open_storyboard(self.folder)
        self.story.post(Started())
        self.last = self.story.library.now
        self.checked = 0
        self.row_at = ""

    def teardown(self) -> None:
        self.story.store.close()
        shutil.rmtree(self.folder)

    @rule(wall=WALLS)
    def the_wall_clock_says(self, wall: datetime) -> None:
        self.story.now = wall
        self.story.waits(1)

    @rule(by=NEAR)
    def the_wall_clock_is_moved(self, by: timedelta) -> None:
        self.story.now = max(datetime(1970, 1, 1, tzinfo=UTC), self.story.now + by)
        self.story.waits(1)

    @rule(hours=st.integers(1, 60))
    def time_goes_by(self, hours: int) -> None:
        self.story.passes(timedelta(hours=hours))

    @rule(off=NEAR | st.timedeltas(timedelta(0), timedelta(days=400)), has_clock=st.booleans())
    def the_power_fails(self, off: timedelta, has_clock: bool) -> None:
        self.story.now = max(datetime(1970, 1, 1, tzinfo=UTC), self.story.now + off)
        self.story.store.close()
        story = self.story
        story.store, story.library, story.kiosk = _open(self.folder)
        story.library.timekeeper.boot = Boot(str(off), has_clock)
        story.uptime_s = 0.0
        floor = story.library.timekeeper.floor
        story.post(Ticked(story.now, 0.0))
        story.post(Started())
        assert story.library.now >= floor
        self.last = story.library.now

    @rule(barcode=st.sampled_from([barcode for barcode, *_ in BOOKS]))
    def a_loan(self, barcode: str) -> None:
        story = self.story
        story.touches(GoHome())
        story.scans_card_of("Dara")
        story.scans(barcode)
        story.touches(AskForLoan())
        story.scans_badge_of("Guard Rith")
        story.types_pin()
        if isinstance(story.status.scene, GuardDesk) and story.status.scene.requests:
            story.touches(Approve(story.status.scene.requests[0].id))

    @rule(
        steps=st.lists(st.tuples(st.sampled_from(list(DatePart)), st.sampled_from([-1, 1])), max_size=6),
        first=st.sampled_from(["Guard Rith", "Technician Sam"]),
    )
    def two_set_the_date(self, steps: list[tuple[DatePart, int]], first: str) -> None:
        story = self.story
        story.touches(GoHome())
        story.scans_badge_of(first)
        story.types_pin()
        story.touches(SetDate())
        for part, by in steps:
            story.touches(ChangeDate(part, by))
        story.touches(ConfirmDate())
        story.scans_badge_of("Librarian Mony")
        story.types_pin()
        before = story.journal_kinds().count("date_set")
        story.touches(ConfirmDate())
        if story.journal_kinds().count("date_set") > before:
            self.last = story.library.now  # nothing else may take it back

    @invariant()
    def the_journal_is_in_order(self) -> None:
        rows = self.story.store.connection.execute(
            "SELECT seq, at FROM journal WHERE seq > ? ORDER BY seq", (self.checked,)
        )
        for seq, at in rows:
            assert at >= self.row_at, f"row {seq} is before the row before it"
            self.checked, self.row_at = seq, at

    @invariant()
    def no_loan_is_negative(self) -> None:
        zone = self.story.library.zone
        for lent_at, due_on in self.story.store.connection.execute(
            "SELECT lent_at, due_on FROM loan WHERE returned_at IS NULL"
        ):
            assert datetime.fromisoformat(lent_at).astimezone(zone).date().isoformat() <= due_on

    @invariant()
    def the_librarys_time_never_goes_back(self) -> None:
        assert self.story.library.now >= self.last
        self.last = self.story.library.now


def _run(histories: int) -> None:
    run_state_machine_as_test(
        ClockMachine,
        settings=settings(
            max_examples=histories,
            stateful_step_count=100,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_ten_thousand_steps_of_any_clock_keep_the_journal_in_order() -> None:
    _run(100)


@pytest.mark.long
def test_a_hundred_thousand_steps_of_any_clock_keep_the_journal_in_order() -> None:
    _run(1000)
