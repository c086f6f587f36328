"""Random steps where returns are confirmed: what is brought back stays its reader's until somebody saw it."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from appliance.model import LoanId, Returns
from appliance.status import Approved
from tests.flows.storyboard import MONDAY
from tests.flows.test_lending_machine import BARCODES, LendingMachine


class ConfirmedMachine(LendingMachine):
    """As `LendingMachine`, but a return ends no loan, and staff may go through the box at any time."""

    def __init__(self) -> None:
        super().__init__()
        store = self.story.store
        with store.transaction():
            store.site.change_rule("returns", Returns.CONFIRMED, MONDAY)
        self.story.power_is_cut()

    def remember_what_the_screen_says(self) -> None:
        """A return takes nothing back."""
        scene = self.story.status.scene
        if isinstance(scene, Approved):
            self.confirmed |= {loan.id: loan.copy.barcode for loan in scene.loans}

    @rule(barcodes=st.lists(BARCODES, max_size=4))
    def a_round_through_the_box(self, barcodes: list[str]) -> None:
        self.story.scans_badge_of("Librarian Mony")
        self.story.types_pin()
        for barcode in barcodes:
            self.story.scans(barcode)

    @invariant()
    def no_copy_is_lent_twice(self) -> None:
        """One that was brought back may be asked for, by whoever holds it."""
        twice = self.story.store.connection.execute(
            "SELECT copy_id FROM loan WHERE returned_at IS NULL GROUP BY copy_id HAVING count(*) > 1"
            " UNION SELECT copy_id FROM request_copy JOIN loan USING (copy_id)"
            " WHERE waiting = 1 AND returned_at IS NULL AND brought_at IS NULL"
        ).fetchall()
        assert twice == []

    @invariant()
    def nothing_confirmed_is_lost(self) -> None:
        """A loan is over when somebody saw the copy, and by nothing else."""
        rows = self.story.store.connection.execute("SELECT body FROM journal WHERE kind = 'shelved'")
        shelved = {LoanId(json.loads(str(body))["loan"]) for (body,) in rows}
        open_now = {loan.id: loan.copy.barcode for loan in self.story.store.loans.all_open()}
        assert open_now == {loan: code for loan, code in self.confirmed.items() if loan not in shelved}
        assert "returned" not in self.story.journal_kinds()


TestConfirmedMachine = ConfirmedMachine.TestCase
# 40 runs of 60 steps.
TestConfirmedMachine.settings = settings(
    max_examples=40, stateful_step_count=60, deadline=None, suppress_health_check=list(HealthCheck)
)
