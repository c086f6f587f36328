"""Ten thousand random steps at the kiosk: no copy is lent twice, and nothing confirmed is lost."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from appliance.messages import (
    Approve,
    AskForCard,
    AskForLoan,
    BorrowThis,
    Decline,
    GoBack,
    GoHome,
    Renew,
    StartReturning,
    StartSearching,
    TakeBackRequest,
    TakeOut,
    TypeText,
    Wake,
)
from appliance.model import CopyId, LoanId
from appliance.status import Approved, GuardDesk, MyBooks, Purpose, Returning
from tests.flows.storyboard import _READERS, BOOKS, open_storyboard

BARCODES = st.sampled_from([barcode for barcode, *_ in BOOKS])
READERS = st.sampled_from(list(_READERS))


class LendingMachine(RuleBasedStateMachine):
    """Anything may be scanned or touched on any screen, days go by, and the power fails."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.story = open_storyboard(self.folder)
        self.confirmed: dict[LoanId, str] = {}
        """Loans a screen has confirmed and no screen has taken back, by barcode."""

    def teardown(self) -> None:
        self.story.store.close()
        shutil.rmtree(self.folder)

    def remember_what_the_screen_says(self) -> None:
        scene = self.story.status.scene
        if isinstance(scene, Approved):
            self.confirmed |= {loan.id: loan.copy.barcode for loan in scene.loans}
        if isinstance(scene, Returning):
            back = {line.copy.barcode for line in scene.lines}
            self.confirmed = {loan: code for loan, code in self.confirmed.items() if code not in back}

    @rule(name=READERS)
    def a_card(self, name: str) -> None:
        self.story.scans_card_of(name)

    @rule(barcode=BARCODES)
    def a_book(self, barcode: str) -> None:
        self.story.scans(barcode)
        self.remember_what_the_screen_says()

    @rule(barcodes=st.lists(BARCODES, min_size=1, max_size=4), name=READERS)
    def a_whole_request(self, name: str, barcodes: list[str]) -> None:
        self.story.scans_card_of(name)
        for barcode in barcodes:
            self.story.scans(barcode)
        self.story.touches(AskForLoan())
        self.remember_what_the_screen_says()

    @rule(yes=st.booleans())
    def a_guard_decides(self, yes: bool) -> None:
        self.story.scans_badge_of("Guard Rith")
        self.story.types_pin()
        scene = self.story.status.scene
        if isinstance(scene, GuardDesk) and scene.requests:
            request = scene.requests[0]
            self.story.touches(Approve(request.id) if yes else Decline(request.id))
            for loan in self.story.store.loans.of_request(request.id):
                self.confirmed[loan.id] = loan.copy.barcode

    @rule(
        command=st.one_of(
            st.sampled_from(
                [
                    Wake(),
                    GoHome(),
                    GoBack(),
                    StartReturning(),
                    StartSearching(),
                    AskForLoan(),
                    TakeBackRequest(),
                ]
            ),
            st.sampled_from([BorrowThis(), AskForCard(Purpose.MY_BOOKS), AskForCard(Purpose.BORROW)]),
            st.integers(1, 8).map(CopyId).map(TakeOut),
            st.sampled_from("កខa1").map(TypeText),
        )
    )
    def a_touch(self, command: Wake) -> None:
        self.story.touches(command)
        self.remember_what_the_screen_says()

    @rule(barcodes=st.lists(BARCODES, max_size=4))
    def some_returns(self, barcodes: list[str]) -> None:
        self.story.touches(GoHome())
        self.story.touches(Wake())
        self.story.touches(StartReturning())
        for barcode in barcodes:
            self.story.scans(barcode)
        self.remember_what_the_screen_says()

    @rule()
    def a_renewal(self) -> None:
        scene = self.story.status.scene
        if isinstance(scene, MyBooks) and scene.lines:
            self.story.touches(Renew(scene.lines[0].loan.id))

    @rule(hours=st.sampled_from([1, 12, 13, 24, 24 * 16]))
    def time_goes_by(self, hours: int) -> None:
        self.story.passes(timedelta(hours=hours))

    @rule()
    def the_power_fails(self) -> None:
        self.story.power_is_cut()

    @invariant()
    def no_copy_is_lent_twice(self) -> None:
        twice = self.story.store.connection.execute(
            "SELECT copy_id FROM loan WHERE returned_at IS NULL GROUP BY copy_id HAVING count(*) > 1"
            " UNION SELECT copy_id FROM request_copy JOIN loan USING (copy_id)"
            " WHERE waiting = 1 AND returned_at IS NULL"
        ).fetchall()
        assert twice == []

    @invariant()
    def nothing_confirmed_is_lost(self) -> None:
        open_now = {loan.id: loan.copy.barcode for loan in self.story.store.loans.all_open()}
        assert open_now == self.confirmed

    @invariant()
    def nobody_holds_more_than_the_limit(self) -> None:
        for reader, _ in self.story.store.people.all_readers():
            held = len(self.story.store.loans.of_reader(reader.id))
            assert held <= self.story.library.policy.most_copies(reader.category)

    @invariant()
    def no_copy_stays_with_a_reader_beyond_the_renewals_of_its_rule(self) -> None:
        for reader, _ in self.story.store.people.all_readers():
            for loan in self.story.store.loans.of_reader(reader.id):
                rule = self.story.library.policy.rule(reader.category, loan.copy.kind)
                assert rule is not None
                assert loan.renewals <= rule.renewals

    @invariant()
    def the_journal_holds(self) -> None:
        self.story.journal_head()


TestLendingMachine = LendingMachine.TestCase
# 100 runs of 100 steps: 10,000 steps.
TestLendingMachine.settings = settings(
    max_examples=100, stateful_step_count=100, deadline=None, suppress_health_check=list(HealthCheck)
)
