"""What the kiosk lets be heard: a short sound and some spoken phrases. Nothing in here names anybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from appliance.model.claims import (
    AsksForPin,
    AsksForScan,
    Claim,
    Colour,
    NamesButton,
    OffersScans,
    SlipTold,
    TellsOfScanner,
    TellsOfSlip,
    Thing,
)
from appliance.model.devices import Side
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


NOTHING: tuple[Claim, ...] = ()
"""Of what can be seen or touched."""


class Phrase(StrEnum):
    """One recording for each language. `language.voice` has the words; the value is the file's name.

    Beside it stands what its words claim of the picture, and none can be made without: the voice must never
    contradict the screen. Tests hold each claim to every screen that says it, and to the words.
    """

    claims: tuple[Claim, ...]

    def __new__(cls, name: str, claims: tuple[Claim, ...]) -> Self:
        phrase = str.__new__(cls, name)
        phrase._value_ = name
        phrase.claims = claims
        return phrase

    ATTRACT = "attract", NOTHING
    HOME = "home", (*map(NamesButton, ("borrow", "return", "search", "my_books")), OffersScans())
    HOME_SEARCH = "home_search", (NamesButton("search"),)
    SIGNS = "signs", (NamesButton("back"),)
    IDENTIFY = "identify", (AsksForScan(Thing.CARD),)
    IDENTIFY_HELD = "identify_held", (AsksForScan(Thing.CARD),)
    BASKET_EMPTY = "basket_empty", (AsksForScan(Thing.BOOK),)
    BASKET = "basket", (AsksForScan(Thing.BOOK), NamesButton("approved", Colour.GREEN))
    BASKET_READY = "basket_ready", (NamesButton("approved", Colour.GREEN),)
    BASKET_FULL = "basket_full", (NamesButton("approved", Colour.GREEN),)
    AWAITING_APPROVAL = "awaiting_approval", (AsksForScan(Thing.BADGE, None),)
    AWAITING_GUARD = "awaiting_guard", NOTHING
    APPROVED = "approved", NOTHING
    SOME_REFUSED = "some_refused", NOTHING
    SLIP_PRINTED = "slip_printed", (TellsOfSlip(SlipTold.PRINTED),)
    SLIP_WAITING = "slip_waiting", (TellsOfSlip(SlipTold.WAITING),)
    SLIP_FAILED = "slip_failed", (TellsOfSlip(SlipTold.FAILED),)
    DECLINED = "declined", NOTHING
    REQUEST_NEWS = "request_news", (NamesButton("check", Colour.GREEN),)
    RETURNING = "returning", (AsksForScan(Thing.BOOK),)
    RETURNED = "returned", NOTHING
    TO_BE_SHELVED = "to_be_shelved", NOTHING
    SEARCHING = "searching", (AsksForScan(Thing.BOOK),)
    SEARCHING_BY_TYPING = "searching_by_typing", NOTHING
    NOTHING_FOUND = "nothing_found", NOTHING
    TITLE_PAGE = "title_page", NOTHING
    TITLE_PAGE_NO_COPY = "title_page_no_copy", NOTHING
    TITLE_PAGE_SCANNED = "title_page_scanned", (NamesButton("borrow", Colour.GREEN),)
    MY_BOOKS = "my_books", NOTHING
    MY_BOOKS_NONE = "my_books_none", (AsksForScan(Thing.BOOK),)
    NO_BOOKS = "no_books", NOTHING
    RENEWED = "renewed", NOTHING
    SLIP_BOOKS = "slip_books", NOTHING
    SLIP_BOOKS_NONE = "slip_books_none", NOTHING
    SLIP_CARD = "slip_card", (AsksForScan(Thing.CARD),)
    SLIP_OLD = "slip_old", NOTHING
    GUARD_SIGN_IN = "guard_sign_in", (AsksForPin(),)
    WRONG_PIN = "wrong_pin", (AsksForPin(),)
    BADGE_LOCKED = "badge_locked", NOTHING
    BADGE_REVOKED = "badge_revoked", NOTHING
    UNKNOWN_BADGE = "unknown_badge", (AsksForScan(Thing.BADGE, None),)
    PIN_NOT_CHECKED = "pin_not_checked", (AsksForPin(),)
    PIN_CHECKING = "pin_checking", NOTHING
    REISSUING_BADGE = "reissuing_badge", NOTHING
    BADGE_ISSUED = "badge_issued", NOTHING
    GUARD_DESK = "guard_desk", (NamesButton("approve"), NamesButton("decline"))
    GUARD_DESK_AWAY = "guard_desk_away", (NamesButton("open"),)
    FORGED_CODES = "forged_codes", NOTHING
    GUARD_DESK_EMPTY = "guard_desk_empty", (AsksForScan(Thing.BOOK, None),)
    NO_REQUESTS = "no_requests", NOTHING
    DECIDED = "decided", NOTHING
    WHEREABOUTS = "whereabouts", NOTHING
    SHELVED = "shelved", NOTHING
    BENCH = "bench", NOTHING
    OUT_OF_SERVICE = "out_of_service", NOTHING
    # why not, and what to do: one for each `Reason`
    UNKNOWN_CODE = "unknown_code", (AsksForScan(Thing.BOOK, None), AsksForScan(Thing.CARD, None))
    TRADE_CODE = "trade_code", (AsksForScan(Thing.BOOK, None), AsksForScan(Thing.CARD, None))
    TWO_CODES_AT_ONCE = "two_codes_at_once", (AsksForScan(Thing.BOOK, None),)
    UNREADABLE_SCAN = "unreadable_scan", (AsksForScan(Thing.BOOK, None),)
    OTHER_SIDE = "other_side", (AsksForScan(Thing.BADGE, None),)
    UNKNOWN_CARD = "unknown_card", NOTHING
    READER_BLOCKED = "reader_blocked", NOTHING
    OVERDUE_LOANS = "overdue_loans", NOTHING
    LIMIT_REACHED = "limit_reached", NOTHING
    BROUGHT_BACK = "brought_back", NOTHING
    NO_RULE = "no_rule", NOTHING
    READING_ROOM_ONLY = "reading_room_only", NOTHING
    ON_LOAN = "on_loan", NOTHING
    ALREADY_YOURS = "already_yours", NOTHING
    JUST_RETURNED = "just_returned", NOTHING
    ASKED_BY_ANOTHER = "asked_by_another", NOTHING
    SAME_TITLE = "same_title", NOTHING
    ASKED_LATELY = "asked_lately", NOTHING
    COPY_WITHDRAWN = "copy_withdrawn", NOTHING
    NOT_ON_LOAN = "not_on_loan", NOTHING
    NO_RENEWAL_LEFT = "no_renewal_left", NOTHING
    RENEWED_TODAY = "renewed_today", NOTHING
    TOO_EARLY = "too_early", NOTHING
    LIBRARY_LABEL_NEEDED = "library_label_needed", (AsksForScan(Thing.BOOK, None),)
    LABEL_TO_RETURN = "label_to_return", (AsksForScan(Thing.BOOK, None),)
    THIS_IS_A_SLIP = "this_is_a_slip", (AsksForScan(Thing.BOOK, None),)
    ENOUGH_SLIPS = "enough_slips", NOTHING
    NOT_WAITING = "not_waiting", NOTHING
    WAIT_TO_SCAN = "wait_to_scan", (AsksForScan(Thing.CARD, None),)
    # devices
    SCANNER_LOST = "scanner_lost", (TellsOfScanner(Side.READER, lost=True),)
    SCANNER_FOUND = "scanner_found", (TellsOfScanner(Side.READER, lost=False),)
    GUARD_SCANNER_LOST = (
        "guard_scanner_lost",
        (TellsOfScanner(Side.GUARD, lost=True), AsksForScan(Thing.BADGE)),
    )
    GUARD_SCANNER_LOST_TOO = (
        "guard_scanner_lost_too",
        (TellsOfScanner(Side.GUARD, lost=True), TellsOfScanner(Side.READER, lost=True)),
    )
    GUARD_SCANNER_FOUND = "guard_scanner_found", (TellsOfScanner(Side.GUARD, lost=False),)
    PAPER_LOW = "paper_low", NOTHING
    NO_PAPER = "no_paper", NOTHING
    COVER_OPEN = "cover_open", NOTHING
    PRINTER_TROUBLE = "printer_trouble", NOTHING


@dataclass(frozen=True, slots=True)
class Announcement:
    """A cue, then phrases in their order. A later announcement takes the place of one still heard."""

    language: Language
    cue: Cue | None = None
    phrases: tuple[Phrase, ...] = ()
