"""Random printers: each slip comes out once unless it was asked for again, and is printed or reported."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter, deque
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from appliance.kiosk.slips.asking import FRESH
from appliance.messages import (
    AskForLoan,
    DriverFailed,
    GoHome,
    PrintAgain,
    PrinterChanged,
    SlipFailed,
    SlipPrinted,
    Started,
    StartReturning,
    Ticked,
)
from appliance.model import PrinterState, RequestId
from appliance.ports import SlipState
from appliance.status import Approved
from tests.flows.storyboard import open_storyboard

Print = tuple[int, int]
"""A slip's number, and which print of it."""

BARCODES = st.sampled_from(["B1", "B2", "B3", "P1"])
STATES = st.sampled_from(list(PrinterState))
HAPPENINGS = st.tuples(STATES, st.sampled_from([1, 121, 301]), st.sampled_from([0, 0, -14, 14]))
REPORTED = ("failed", "dropped", "unsure")


class SlipMachine(RuleBasedStateMachine):
    """The printer of this model keeps what it was given, in order, and answers when it likes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.story = open_storyboard(self.folder)
        self.story.post(Started())
        self.given: deque[Print] = deque()
        self.came_out: Counter[Print] = Counter()
        self.broken_off: set[Print] = set()
        self.asked: Counter[int] = Counter()
        self.seen = 0

    def teardown(self) -> None:
        self.story.store.close()
        shutil.rmtree(self.folder)

    def take_effects(self) -> None:
        slips = self.story.slips
        self.given += ((slip.facts.request_id, slip.facts.print) for slip in slips[self.seen :])
        self.seen = len(slips)

    @rule(barcode=BARCODES)
    def a_loan(self, barcode: str) -> None:
        """Of a book that may have to be brought back first."""
        self.story.touches(GoHome())
        self.story.touches(StartReturning())
        self.story.scans(barcode)
        self.story.touches(GoHome())
        self.story.scans_card_of("Chanthy")
        self.story.scans(barcode)
        self.story.touches(AskForLoan())
        scene = self.story.status.scene
        if isinstance(scene, Approved):
            self.asked[scene.request_id] += 1
        self.take_effects()

    @rule()
    def somebody_asks_again(self) -> None:
        scene = self.story.status.scene
        if isinstance(scene, Approved):
            before = self.prints_of(scene.request_id)
            self.story.touches(PrintAgain())
            self.asked[scene.request_id] += self.prints_of(scene.request_id) - before
            self.take_effects()

    @precondition(lambda self: self.given)
    @rule(told=st.booleans())
    def it_comes_out(self, told: bool) -> None:
        number, print_ = self.given.popleft()
        self.came_out[number, print_] += 1
        if told:
            self.story.post(SlipPrinted(number, print_))
        self.take_effects()

    @precondition(lambda self: self.given)
    @rule(state=STATES)
    def it_breaks_off(self, state: PrinterState) -> None:
        """Perhaps at its very end, so that it counts as come out: it must not come a second time."""
        number, print_ = self.given.popleft()
        self.came_out[number, print_] += 1
        self.broken_off.add((number, print_))
        self.story.post(SlipFailed(number, state, begun=True, print=print_))
        self.take_effects()

    @precondition(lambda self: self.given)
    @rule(state=STATES)
    def it_takes_nothing(self, state: PrinterState) -> None:
        number, print_ = self.given.popleft()
        self.story.post(SlipFailed(number, state, print=print_))
        self.take_effects()

    @rule(seconds=st.sampled_from([0, 6, 6, 6, 61]))
    def somebody_mends_it(self, seconds: int) -> None:
        self.story.passes(timedelta(seconds=seconds))
        self.story.post(PrinterChanged(PrinterState.READY))
        self.take_effects()

    @rule(
        what=st.sampled_from(["it ails", "its driver dies", "time goes by", "the power fails"]), by=HAPPENINGS
    )
    def something_happens(self, what: str, by: tuple[PrinterState, int, int]) -> None:
        """One rule, so that slips are printed more often than not."""
        state, seconds, hours = by
        match what:
            case "it ails":
                self.story.post(PrinterChanged(state))
            case "its driver dies":  # what it had not begun it still has
                self.story.post(DriverFailed("printer", "OSError", "line.py:1"))
            case "time goes by":
                self.story.passes(timedelta(seconds=seconds))
            case "the power fails":
                self.the_power_fails(hours)
        self.take_effects()

    def the_power_fails(self, hours: int) -> None:
        """What was with the printer may have come out; the rest of what it had is gone."""
        if self.given:
            self.came_out[self.given.popleft()] += 1
        self.given.clear()
        self.story.now += timedelta(hours=hours)
        self.story.power_is_cut()
        self.story.post(Started())

    def prints_of(self, number: int) -> int:
        last = self.story.store.slips.last(RequestId(number))
        return last[0].print if last else 0

    @invariant()
    def none_comes_out_twice_by_itself(self) -> None:
        assert all(times <= 1 for times in self.came_out.values()), self.came_out
        for number, times in Counter(number for number, _ in self.came_out).items():
            assert times <= self.asked[number]

    @invariant()
    def each_is_printed_reported_or_under_way(self) -> None:
        execute = self.story.store.connection.execute
        told = execute(
            "SELECT json_extract(body, '$.request'), json_extract(body, '$.print'), substr(kind, 6)"
            " FROM journal WHERE kind IN ('slip_failed', 'slip_dropped', 'slip_unsure')"
        ).fetchall()
        for number, print_, state in execute("SELECT request_id, print, state FROM slip"):
            if state in REPORTED:
                assert (number, print_, state) in told
            if state == "printed":
                assert self.came_out[number, print_] == 1
                assert (number, print_) not in self.broken_off

    @invariant()
    def one_at_most_is_with_the_printer(self) -> None:
        assert len(self.story.store.slips.unfinished(SlipState.PRINTING)) <= 1

    @invariant()
    def nothing_old_waits(self) -> None:
        self.story.post(Ticked(self.story.now, self.story.uptime_s))
        self.take_effects()
        for asked in self.story.store.slips.unfinished(SlipState.WAITING):
            assert timedelta(0) <= self.story.library.now - asked.asked_at <= FRESH


TestSlipMachine = SlipMachine.TestCase
# 100 runs of 50 steps: 5,000 steps.
TestSlipMachine.settings = settings(
    max_examples=100, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
)
