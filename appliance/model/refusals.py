"""Why something was refused: every reason, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from appliance.model.things import Copy


class Reason(StrEnum):
    """Why something was refused. A refusal carries every reason that holds, not only the first."""

    UNKNOWN_CODE = "unknown_code"
    """The scan is nothing this library has printed or stuck on a book."""
    TRADE_CODE = "trade_code"
    """A label of shipping or trade (GS1) beside the one that was meant."""
    TWO_CODES_AT_ONCE = "two_codes_at_once"
    """Two codes came as one; which was meant is not guessed."""
    UNREADABLE_SCAN = "unreadable_scan"
    """What the scanner sent is no code, or only a part of one."""
    OTHER_SIDE = "other_side"
    """Scanned at the guard's side while a reader has their turn at the kiosk."""
    UNKNOWN_CARD = "unknown_card"
    """A card of the right form that belongs to nobody here, or was replaced by a newer one."""
    READER_BLOCKED = "reader_blocked"
    OVERDUE_LOANS = "overdue_loans"
    LIMIT_REACHED = "limit_reached"
    BROUGHT_BACK = "brought_back"
    """What the reader brought back counts until staff has seen it."""
    NO_RULE = "no_rule"
    """No rule for this reader and this kind of copy means no."""
    READING_ROOM_ONLY = "reading_room_only"
    ON_LOAN = "on_loan"
    """Another reader has the copy."""
    ALREADY_YOURS = "already_yours"
    """The reader has the copy already."""
    JUST_RETURNED = "just_returned"
    """The reader had the copy as long as allowed; for some days it is there for others."""
    ASKED_BY_ANOTHER = "asked_by_another"
    """The copy is in a request that waits for approval."""
    SAME_TITLE = "same_title"
    """The reader has, or is about to borrow, another copy of the same title."""
    ASKED_LATELY = "asked_lately"
    """A request of theirs for this title came to nothing; for some days it is there for others."""
    COPY_WITHDRAWN = "copy_withdrawn"
    NOT_ON_LOAN = "not_on_loan"
    """A returned copy that nobody had borrowed: it only goes back to its shelf."""
    NO_RENEWAL_LEFT = "no_renewal_left"
    RENEWED_TODAY = "renewed_today"
    """Renewing again now would not move the due date."""
    TOO_EARLY = "too_early"
    """A renewal counts from its own day; sooner it would give away days."""
    LIBRARY_LABEL_NEEDED = "library_label_needed"
    """The publisher's ISBN was scanned and several copies share it: scan the library's own label."""
    LABEL_TO_RETURN = "label_to_return"
    """An ISBN was scanned at the return: every copy in the world bears it, also those of others."""
    THIS_IS_A_SLIP = "this_is_a_slip"
    """A slip's code was scanned where a book's label is wanted."""
    ENOUGH_SLIPS = "enough_slips"
    """This slip was printed as often as it may be."""
    NOT_WAITING = "not_waiting"
    """The request was decided, taken back or has lapsed meanwhile."""
    WAIT_TO_SCAN = "wait_to_scan"
    """After several codes that the library never made, cards and slips are not looked at for some seconds."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason with its own facts."""

    reason: Reason
    until: date | None = None
    """The day a block ends or a copy is due back, or the first on which it may be borrowed or renewed."""
    limit: int | None = None
    """How many copies a reader may have."""
    wait_s: int | None = None
    """Seconds until a scan is looked at again."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not, in full: every objection (in the order of `Reason`), and the copy it is about."""

    objections: tuple[Objection, ...]
    copy: Copy | None = None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return tuple(objection.reason for objection in self.objections)


def refusal_for(*reasons: Reason, copy: Copy | None = None) -> Refusal:
    """A refusal whose reasons have no facts of their own."""
    return Refusal(tuple(map(Objection, reasons)), copy)
