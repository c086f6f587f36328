"""Any history of power, batteries and jumps: no due date moves earlier, and none stays short.

Every open loan then has at least its full length from the true day it was lent or renewed on.

What no kiosk can know is left out: a chip that lost days while it was off and still says a later moment than
the journal's last, and two members of staff who set a wrong date.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from appliance.messages import Approve, AskForCard, AskForLoan, ConfirmDate, GoHome, Renew, StartReturning
from appliance.model import LoanId, RequestId
from appliance.status import MyBooks, Purpose, SettingDate
from appliance.timekeeping.timekeeper import BUILT_AT
from tests.flows.computer import Battery, Computer, asks_for_the_date, dials, second_confirms
from tests.flows.storyboard import BOOKS, open_storyboard

DAYS_OF = {"Chanthy": 30, "Sophea": 14}
BARCODES = [code for code, *_ in BOOKS[:5]]
_QUICK = Path("/dev/shm")
_OFF = st.one_of(
    st.timedeltas(timedelta(minutes=1), timedelta(hours=36)),
    st.timedeltas(timedelta(days=2), timedelta(days=15)),
    st.timedeltas(timedelta(days=14), timedelta(days=40)),
)
_JUMPS = st.timedeltas(timedelta(days=-20), timedelta(days=20))
_WAKES = st.sampled_from([datetime(1970, 1, 1, tzinfo=UTC), datetime(2000, 1, 1, tzinfo=UTC), BUILT_AT])


class MendingMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=_QUICK if _QUICK.is_dir() else None))
        self.owed: dict[LoanId, date] = {}
        """The earliest day on which each loan may be due, by the true day that only the test knows."""
        self.due: dict[LoanId, date] = {}

    @initialize()
    def the_first_day(self) -> None:
        self.story = open_storyboard(self.folder / "library")
        self.computer = Computer(self.story)

    def teardown(self) -> None:
        self.story.store.close()
        shutil.rmtree(self.folder)

    @rule(span=st.timedeltas(timedelta(minutes=1), timedelta(days=4)))
    def it_runs(self, span: timedelta) -> None:
        self.computer.runs(span)

    @rule(span=_OFF, in_good_order=st.booleans())
    def it_is_off(self, span: timedelta, in_good_order: bool) -> None:
        self.computer.is_off_for(span, in_good_order=in_good_order)

    @rule()
    def the_program_starts_again(self) -> None:
        self.computer.restarts_the_program()

    @rule(by=_JUMPS)
    def somebody_sets_the_computers_clock(self, by: timedelta) -> None:
        """As `timedatectl` does: the chip's too."""
        self.story.now = max(datetime(1970, 1, 1, tzinfo=UTC), self.story.now + by)
        self.computer.ahead += by
        self.computer.runs(timedelta(seconds=1))

    @precondition(lambda self: self.computer.battery is Battery.GOOD)
    @rule(
        by=st.timedeltas(timedelta(0), timedelta(days=12)),
        off=st.timedeltas(timedelta(hours=1), timedelta(days=3)),
        barcode=st.sampled_from(BARCODES),
    )
    def the_chip_runs_ahead_without_power(self, by: timedelta, off: timedelta, barcode: str) -> None:
        self.computer.ahead += by
        self.the_first_morning(off, barcode)

    @precondition(lambda self: self.computer.battery is Battery.GOOD)
    @rule(battery=st.sampled_from([Battery.DEAD, Battery.NONE]), wakes_at=_WAKES)
    def the_battery_dies(self, battery: Battery, wakes_at: datetime) -> None:
        self.computer.battery, self.computer.wakes_at = battery, wakes_at

    @rule(name=st.sampled_from(list(DAYS_OF)), barcode=st.sampled_from(BARCODES))
    def a_loan(self, name: str, barcode: str) -> None:
        self._lend(name, barcode)

    @rule(off=_OFF, barcode=st.sampled_from(BARCODES))
    def a_first_morning(self, off: timedelta, barcode: str) -> None:
        self.the_first_morning(off, barcode)

    def the_first_morning(self, off: timedelta, barcode: str) -> None:
        self.computer.is_off_for(off)
        for name in DAYS_OF:
            self._lend(name, barcode)

    def _lend(self, name: str, barcode: str) -> None:
        if self._is_near_midnight():
            return
        story, reader = self.story, self.story.reader(name)
        before = {loan.id for loan in story.store.loans.all_open()}
        of_reader = story.store.loans.facts_of_reader(reader)
        if any(held.due_on < story.status.today for held in of_reader.in_hand):
            self._brings_all_back(name)
        story.touches(GoHome())
        story.scans_card_of(name)
        story.scans(barcode)
        story.touches(AskForLoan())
        asked = story.store.requests.waiting_of_reader(reader.id)
        if asked is not None:
            self._approve(asked.id)
        for loan in story.store.loans.all_open():
            if loan.id not in before:
                self.owed[loan.id] = self.computer.true_day + timedelta(days=DAYS_OF[name])

    def _approve(self, request_id: RequestId) -> None:
        self.story.scans_badge_of("Guard Rith")
        self.story.types_pin()
        self.story.touches(Approve(request_id))

    @rule(name=st.sampled_from(list(DAYS_OF)))
    def a_renewal(self, name: str) -> None:
        if self._is_near_midnight():
            return
        story = self.story
        story.touches(GoHome())
        story.touches(AskForCard(Purpose.MY_BOOKS))
        story.scans_card_of(name)
        lines = story.sees(MyBooks).lines
        if not lines:
            return
        loan = lines[0].loan
        story.touches(Renew(loan.id))
        now = story.store.loans.of_copy(loan.copy)
        if now is not None and now.renewals > loan.renewals:
            self.owed[loan.id] = self.computer.true_day + timedelta(days=DAYS_OF[name])

    def _brings_all_back(self, name: str) -> None:
        """Nobody with a late book may borrow."""
        self.story.touches(GoHome())
        self.story.touches(StartReturning())
        for loan in self.story.store.loans.of_reader(self.story.reader(name).id):
            self.story.scans(loan.copy.barcode)

    @rule()
    def staff_say_what_day_it_is(self) -> None:
        """Where a believed date is the true one, the first one's Yes is enough."""
        story, computer = self.story, self.computer
        if self._is_near_midnight():
            return
        asks_for_the_date(story, "Technician Sam")
        dials(story, computer.true)
        if story.sees(SettingDate).off_since is not None:
            story.touches(ConfirmDate())
        else:
            second_confirms(story)
            assert story.sees(SettingDate).mended is not None
        assert (story.status.today, story.status.date_doubt) == (computer.true_day, None)
        for loan in story.store.loans.all_open():
            assert loan.due_on >= self.owed[loan.id], f"{loan} is short"

    @invariant()
    def no_due_date_moves_earlier(self) -> None:
        for loan in self.story.store.loans.all_open():
            assert loan.due_on >= self.due.setdefault(loan.id, loan.due_on)
            self.due[loan.id] = loan.due_on

    def _is_near_midnight(self) -> bool:
        """Staff set a date to the minute: nobody can say which day it was in the minute of midnight."""
        at = self.computer.true.astimezone(self.story.library.zone)
        return not 2 < at.hour * 60 + at.minute < 24 * 60 - 2


def _run(histories: int) -> None:
    run_state_machine_as_test(
        MendingMachine,
        settings=settings(
            max_examples=histories,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_over_any_clocks_no_due_date_moves_earlier_and_none_is_short_once_the_day_is_known() -> None:
    _run(60)


@pytest.mark.long
def test_over_very_many_clocks_no_due_date_moves_earlier_and_none_is_short() -> None:
    _run(1500)
