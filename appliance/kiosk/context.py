"""What every desk works with: the memory, the rules, and the time as last told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo

from appliance.kiosk.slips.allowance import SlipAllowance
from appliance.kiosk.slips.at_printer import AtPrinter
from appliance.lending.due import due_on
from appliance.lending.policy import Policy
from appliance.lending.rules import Answer, answer_loan, answer_renewal
from appliance.model import Copy, Language, Loan, Reader, TitleId
from appliance.model.journal_events import JournalEvent
from appliance.people.forgeries import Forgeries
from appliance.people.pins import Locks, PinTry
from appliance.ports import ReaderFacts, Store
from appliance.timekeeping.timekeeper import Timekeeper

NONE_COOLS: Mapping[TitleId, date] = {}
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_DAY = date(1970, 1, 1)


@dataclass(slots=True)
class DeskContext:
    """One site's library while the program runs. Its time changes with `Ticked` only (`set_time`)."""

    store: Store
    policy: Policy
    card_key: bytes
    zone: tzinfo
    names: Mapping[Language, str]
    home_language: Language = Language.KM
    locks: Locks = field(default_factory=Locks)
    forgeries: Forgeries = field(default_factory=Forgeries)
    pin_try: PinTry | None = None
    """The PIN that is being looked at: only the last one's answer is waited for."""
    pin_tries: int = 0
    """Since the program started."""
    badge_prints: int = 0
    """Badges given to the printer since the program started."""
    at_printer: AtPrinter = field(default_factory=AtPrinter)
    slip_allowance: SlipAllowance = field(default_factory=SlipAllowance)
    timekeeper: Timekeeper = field(default_factory=Timekeeper)
    now: datetime = _BEGINNING
    uptime_s: float = 0.0
    today: date = _FIRST_DAY
    """The civil date at the site; kept, because every rule asks for it."""
    went_back: int = 0
    """How often the library's time stepped back: whoever waits for a moment in it has to look again."""

    def set_time(self, wall: datetime, uptime_s: float) -> None:
        """What both clocks say now; the timekeeper makes the library's time of it."""
        now = self.timekeeper.read(wall, uptime_s)
        self.went_back += now < self.now
        self.now, self.uptime_s = now, uptime_s
        self.today = self.now.astimezone(self.zone).date()

    def note(self, event: JournalEvent) -> None:
        """A journal row of its own."""
        with self.store.transaction():
            self.store.journal.append(self.now, event)

    def answer_loan(
        self,
        reader: Reader,
        copy: Copy,
        in_basket: tuple[Copy, ...],
        cooling: Mapping[TitleId, date] = NONE_COOLS,
    ) -> Answer:
        """May `reader`, with these other copies in their basket, take `copy` now?"""
        in_hand = self.store.loans.facts_of_reader(reader).in_hand
        of_reader = ReaderFacts(in_hand, in_basket, cooling)
        of_copy = self.store.loans.facts_of_copy(copy)
        return answer_loan(self.policy, reader, of_reader, copy, of_copy, self.today)

    def answer_renewal(self, reader: Reader, loan: Loan) -> Answer:
        """May `reader` renew this loan of theirs now?"""
        return answer_renewal(self.policy, reader, loan, self.today)

    def rests_until(self) -> date | None:
        """The day from which a copy that comes back now is for anybody again; None where none need rest."""
        return self.today + timedelta(days=self.policy.rest_days) if self.policy.rest_days else None

    def cools_until(self) -> date | None:
        """From when the reader of a request that comes to nothing now may ask for its titles again."""
        days = self.policy.ask_again_days
        return self.today + timedelta(days=days) if days else None

    def due_on(self, reader: Reader, copy: Copy) -> date:
        """Until when a copy is lent today, once the answer had no objection.

        Raises:
            LookupError: no rule lends it; the loan should have been refused before.
        """
        rule = self.policy.rule(reader.category, copy.kind)
        if rule is None:
            raise LookupError("no rule")
        return due_on(rule, self.today)
