"""Every reason for a refusal: its pictogram, what it says, and what to do about it in picture and words."""

from __future__ import annotations

from dataclasses import dataclass

from appliance.language.words import N_
from appliance.model import Objection, Reason
from ui.wording import Wording


@dataclass(frozen=True, slots=True)
class Explanation:
    """`pictogram` is why, `way_on` is the picture of what to do, told in `advice`.

    `says_more` is said instead of `says` when the objection knows the day or the number in it.
    """

    pictogram: str
    says: str
    way_on: str
    advice: str
    says_more: str = ""


_ASK = ("librarian", N_("Ask the librarian"))
_HAND_OVER = ("librarian", N_("Give it to the librarian"))

EXPLANATIONS: dict[Reason, Explanation] = {
    Reason.UNKNOWN_CODE: Explanation(
        "help",
        N_("This code is not from this library"),
        "scan",
        N_("Scan the label inside the book, or your card"),
    ),
    Reason.TRADE_CODE: Explanation(
        "parcel",
        N_("This is the label of a shop or a parcel"),
        "scan",
        N_("Scan the label inside the book, or your card"),
    ),
    Reason.TWO_CODES_AT_ONCE: Explanation(
        "series", N_("Two codes were read as one"), "scan", N_("Scan one code, then the other")
    ),
    Reason.UNREADABLE_SCAN: Explanation(
        "help", N_("The code could not be read"), "scan", N_("Hold it still and scan it again")
    ),
    Reason.OTHER_SIDE: Explanation(
        "wait", N_("A reader is using the kiosk"), "badge", N_("Scan your badge to sign in first")
    ),
    Reason.UNKNOWN_CARD: Explanation(
        "card", N_("This card is not valid here"), "librarian", N_("Ask the librarian for a new card")
    ),
    Reason.READER_BLOCKED: Explanation(
        "lock", N_("You cannot borrow at the moment"), *_ASK, N_("You cannot borrow until {day}")
    ),
    Reason.OVERDUE_LOANS: Explanation(
        "late", N_("You have late books"), "return", N_("Give them back first")
    ),
    Reason.LIMIT_REACHED: Explanation(
        "basket",
        N_("You have as many books as allowed"),
        "return",
        N_("Give a book back first"),
        N_("You may have {limit} books, not more"),
    ),
    Reason.NO_RULE: Explanation("stop", N_("This book is not lent to you"), *_ASK),
    Reason.READING_ROOM_ONLY: Explanation(
        "reading_room", N_("This book stays in the reading room"), "book_open", N_("Read it here")
    ),
    Reason.ON_LOAN: Explanation(
        "on_loan",
        N_("Another reader has this book"),
        *_HAND_OVER,
        N_("Another reader has this book until {day}"),
    ),
    Reason.ALREADY_YOURS: Explanation(
        "my_books", N_("You have this book already"), "renew", N_("Renew it under My books")
    ),
    Reason.ASKED_BY_ANOTHER: Explanation(
        "wait", N_("Someone else has asked for it"), "general", N_("Choose another book")
    ),
    Reason.COPY_WITHDRAWN: Explanation("absent", N_("This book is no longer lent"), *_HAND_OVER),
    Reason.NOT_ON_LOAN: Explanation(
        "book", N_("Nobody had borrowed this book"), "general", N_("Put it back on its shelf")
    ),
    Reason.NO_RENEWAL_LEFT: Explanation(
        "no_renewal", N_("This book cannot be renewed again"), "return", N_("Bring it back on its day")
    ),
    Reason.RENEWED_TODAY: Explanation(
        "renew", N_("Renewing now would give no more days"), "calendar", N_("Renew it on another day")
    ),
    Reason.LIBRARY_LABEL_NEEDED: Explanation(
        "series", N_("Several books have this code"), "scan", N_("Scan the library’s own label")
    ),
    Reason.THIS_IS_A_SLIP: Explanation(
        "slip", N_("This is a slip, not a book"), "scan", N_("Scan the label inside the book")
    ),
    Reason.ENOUGH_SLIPS: Explanation("slip", N_("This slip was printed several times already"), *_ASK),
    Reason.NOT_WAITING: Explanation(
        "clock",
        N_("This request no longer waits"),
        "approved",
        N_("Somebody else has decided it, or the reader left it"),
    ),
}


def pictogram_of(reason: Reason) -> str:
    return EXPLANATIONS[reason].pictogram


def way_on_of(reason: Reason) -> str:
    """The pictogram of what to do."""
    return EXPLANATIONS[reason].way_on


def said(objection: Objection, wording: Wording) -> str:
    """What the reason says, with its day or number where the objection has it."""
    explanation = EXPLANATIONS[objection.reason]
    if objection.limit is not None and explanation.says_more:
        return wording.say(explanation.says_more).format(limit=wording.number(objection.limit))
    if objection.until is not None and explanation.says_more:
        return wording.say(explanation.says_more).format(day=wording.day_short(objection.until))
    return wording.say(explanation.says)


def advised(reason: Reason, wording: Wording) -> str:
    return wording.say(EXPLANATIONS[reason].advice)
