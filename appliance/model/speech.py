"""What the kiosk lets be heard: a short sound and some spoken phrases. Nothing in here names anybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from appliance.model.kinds import Language


class Cue(StrEnum):
    """A short sound, known by ear after a day at the kiosk; none is louder than another."""

    SCANNED = "scanned"
    """The code was read; it changed nothing."""
    ACCEPTED = "accepted"
    """The code was read, and the screen goes on."""
    REFUSED = "refused"
    """Not this way; what to do follows. As soft as the others: nobody in the room needs to turn round."""
    DONE = "done"
    """It is on disk: lent, returned, renewed, decided."""
    ATTENTION = "attention"
    """A device needs the librarian."""


class Phrase(StrEnum):
    """One recording for each language. `language.voice` has the words; the value is the file's name."""

    ATTRACT = "attract"
    HOME = "home"
    SIGNS = "signs"
    IDENTIFY = "identify"
    IDENTIFY_HELD = "identify_held"
    BASKET_EMPTY = "basket_empty"
    BASKET = "basket"
    BASKET_FULL = "basket_full"
    AWAITING_APPROVAL = "awaiting_approval"
    APPROVED = "approved"
    SLIP_PRINTED = "slip_printed"
    SLIP_WAITING = "slip_waiting"
    SLIP_FAILED = "slip_failed"
    DECLINED = "declined"
    RETURNING = "returning"
    RETURNED = "returned"
    SEARCHING = "searching"
    NOTHING_FOUND = "nothing_found"
    TITLE_PAGE = "title_page"
    TITLE_PAGE_SCANNED = "title_page_scanned"
    MY_BOOKS = "my_books"
    MY_BOOKS_NONE = "my_books_none"
    RENEWED = "renewed"
    SLIP_BOOKS = "slip_books"
    SLIP_BOOKS_NONE = "slip_books_none"
    SLIP_CARD = "slip_card"
    SLIP_OLD = "slip_old"
    GUARD_SIGN_IN = "guard_sign_in"
    WRONG_PIN = "wrong_pin"
    BADGE_LOCKED = "badge_locked"
    BADGE_REVOKED = "badge_revoked"
    UNKNOWN_BADGE = "unknown_badge"
    PIN_NOT_CHECKED = "pin_not_checked"
    GUARD_DESK = "guard_desk"
    FORGED_CODES = "forged_codes"
    GUARD_DESK_EMPTY = "guard_desk_empty"
    DECIDED = "decided"
    WHEREABOUTS = "whereabouts"
    BENCH = "bench"
    OUT_OF_SERVICE = "out_of_service"
    # why not, and what to do: one for each `Reason`
    UNKNOWN_CODE = "unknown_code"
    TRADE_CODE = "trade_code"
    TWO_CODES_AT_ONCE = "two_codes_at_once"
    UNREADABLE_SCAN = "unreadable_scan"
    OTHER_SIDE = "other_side"
    UNKNOWN_CARD = "unknown_card"
    READER_BLOCKED = "reader_blocked"
    OVERDUE_LOANS = "overdue_loans"
    LIMIT_REACHED = "limit_reached"
    NO_RULE = "no_rule"
    READING_ROOM_ONLY = "reading_room_only"
    ON_LOAN = "on_loan"
    ALREADY_YOURS = "already_yours"
    ASKED_BY_ANOTHER = "asked_by_another"
    COPY_WITHDRAWN = "copy_withdrawn"
    NOT_ON_LOAN = "not_on_loan"
    NO_RENEWAL_LEFT = "no_renewal_left"
    RENEWED_TODAY = "renewed_today"
    LIBRARY_LABEL_NEEDED = "library_label_needed"
    THIS_IS_A_SLIP = "this_is_a_slip"
    ENOUGH_SLIPS = "enough_slips"
    NOT_WAITING = "not_waiting"
    WAIT_TO_SCAN = "wait_to_scan"
    # devices
    SCANNER_LOST = "scanner_lost"
    SCANNER_FOUND = "scanner_found"
    GUARD_SCANNER_LOST = "guard_scanner_lost"
    GUARD_SCANNER_FOUND = "guard_scanner_found"
    PAPER_LOW = "paper_low"
    NO_PAPER = "no_paper"
    COVER_OPEN = "cover_open"
    PRINTER_TROUBLE = "printer_trouble"


@dataclass(frozen=True, slots=True)
class Announcement:
    """A cue, then phrases in their order. A later announcement takes the place of one still heard."""

    language: Language
    cue: Cue | None = None
    phrases: tuple[Phrase, ...] = ()
