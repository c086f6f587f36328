"""Every reason for a refusal, in pictures, on the screen and aloud: side by side, so that they say the same.

Aloud is said kindly why not and what to do about it, never a name, a title or a number. The gettext domain is
`refusals`. A reason that has no words here does not pass mypy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from appliance.language.words import N_
from appliance.model import Reason

DOMAIN = "refusals"


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """`pictogram` is why; `way_on` is the picture of what to do, told in `advice`."""

    pictogram: str
    says: str
    way_on: str
    advice: str
    spoken: str
    says_more: str | None
    """Said instead of `says` where the objection has a {day}, a {limit} or {seconds}; else None."""


def words_of(reason: Reason) -> ReasonWords:  # noqa: PLR0912 - one branch a reason is the point
    """English texts, to be looked up in the domain `refusals`."""
    match reason:
        case Reason.UNKNOWN_CODE:
            return ReasonWords(
                "foreign_code",
                N_("This code is not from this library"),
                "scan",
                N_("Scan the label inside the book, or your card"),
                N_("This code is not from this library. Scan the label inside the book, or your card."),
                None,
            )
        case Reason.TRADE_CODE:
            return ReasonWords(
                "parcel",
                N_("This is the label of a shop or a parcel"),
                "scan",
                N_("Scan the label inside the book, or your card"),
                N_("This is the label of a shop or a parcel. Scan the label inside the book, or your card."),
                None,
            )
        case Reason.TWO_CODES_AT_ONCE:
            return ReasonWords(
                "two_codes",
                N_("Two codes were read as one"),
                "scan",
                N_("Scan one code, then the other"),
                N_("Two codes were read as one. Scan one code, then the other."),
                None,
            )
        case Reason.UNREADABLE_SCAN:
            return ReasonWords(
                "unreadable",
                N_("The code could not be read"),
                "scan",
                N_("Hold it still and scan it again"),
                N_("The code could not be read. Hold it still and scan it again."),
                None,
            )
        case Reason.OTHER_SIDE:
            return ReasonWords(
                "reader",
                N_("A reader is using the kiosk"),
                "badge",
                N_("Scan your badge to sign in first"),
                N_("A reader is using the kiosk. Scan your badge to sign in first."),
                None,
            )
        case Reason.UNKNOWN_CARD:
            return ReasonWords(
                "card",
                N_("This card is not valid here"),
                "librarian",
                N_("Ask the librarian for a new card"),
                N_("This card is not valid here. Ask the librarian for a new card."),
                None,
            )
        case Reason.READER_BLOCKED:
            return ReasonWords(
                "lock",
                N_("You cannot borrow at the moment"),
                "librarian",
                N_("Ask the librarian"),
                N_("Borrowing is not possible at the moment. Ask the librarian."),
                N_("You cannot borrow until {day}"),
            )
        case Reason.OVERDUE_LOANS:
            return ReasonWords(
                "late",
                N_("You have late books"),
                "return",
                N_("Give them back first"),
                N_("Some books should come back first. Give them back, then borrow."),
                None,
            )
        case Reason.LIMIT_REACHED:
            return ReasonWords(
                "basket",
                N_("You have as many books as allowed"),
                "return",
                N_("Give a book back first"),
                N_("You have as many books as allowed. Give a book back first."),
                N_("You may have {limit} books, not more"),
            )
        case Reason.BROUGHT_BACK:
            return ReasonWords(
                "return",
                N_("What you brought back still waits for the librarian"),
                "librarian",
                N_("Ask the librarian to take it in"),
                N_("What you brought back still waits for the librarian. Ask the librarian to take it in."),
                None,
            )
        case Reason.NO_RULE:
            return ReasonWords(
                "stop",
                N_("This book is not lent to you"),
                "librarian",
                N_("Ask the librarian"),
                N_("This book is not lent to you. Ask the librarian."),
                None,
            )
        case Reason.READING_ROOM_ONLY:
            return ReasonWords(
                "reading_room",
                N_("This book stays in the reading room"),
                "book_open",
                N_("Read it here"),
                N_("This book stays in the reading room. Read it here."),
                None,
            )
        case Reason.ON_LOAN:
            return ReasonWords(
                "on_loan",
                N_("Another reader has this book"),
                "librarian",
                N_("Give it to the librarian"),
                N_("Another reader has this book. Give it to the librarian."),
                N_("Another reader has this book until {day}"),
            )
        case Reason.ALREADY_YOURS:
            return ReasonWords(
                "my_books",
                N_("You have this book already"),
                "renew",
                N_("Renew it under My books"),
                N_("You have this book already. Renew it under My books."),
                None,
            )
        case Reason.JUST_RETURNED:
            return ReasonWords(
                "calendar",
                N_("You have had this book as long as allowed"),
                "general",
                N_("Leave it to others for now"),
                N_("You have had this book as long as allowed. Leave it to others for now."),
                N_("You may borrow this book again from {day}"),
            )
        case Reason.ASKED_BY_ANOTHER:
            return ReasonWords(
                "wait",
                N_("Someone else has asked for it"),
                "shelf",
                N_("Choose another book"),
                N_("Someone else has asked for it. Choose another book."),
                None,
            )
        case Reason.COPY_WITHDRAWN:
            return ReasonWords(
                "absent",
                N_("This book is no longer lent"),
                "librarian",
                N_("Give it to the librarian"),
                N_("This book is no longer lent. Give it to the librarian."),
                None,
            )
        case Reason.NOT_ON_LOAN:
            return ReasonWords(
                "book",
                N_("Nobody had borrowed this book"),
                "shelf",
                N_("Put it back on its shelf"),
                N_("Nobody had borrowed this book. Put it back on its shelf."),
                None,
            )
        case Reason.NO_RENEWAL_LEFT:
            return ReasonWords(
                "no_renewal",
                N_("This book cannot be renewed again"),
                "return",
                N_("Bring it back on its day"),
                N_("This book cannot be renewed again. Bring it back on its day."),
                None,
            )
        case Reason.RENEWED_TODAY:
            return ReasonWords(
                "renew",
                N_("Renewing now would give no more days"),
                "calendar",
                N_("Renew it on another day"),
                N_("Renewing now would give no more days. Renew it on another day."),
                None,
            )
        case Reason.TOO_EARLY:
            return ReasonWords(
                "renew",
                N_("It is too early to renew this book"),
                "calendar",
                N_("Renew it nearer to its day"),
                N_("It is too early to renew this book. Renew it nearer to its day."),
                N_("This book can be renewed from {day}"),
            )
        case Reason.LIBRARY_LABEL_NEEDED:
            return ReasonWords(
                "series",
                N_("Several books have this code"),
                "scan",
                N_("Scan the library’s own label"),
                N_("Several books have this code. Scan the library’s own label."),
                None,
            )
        case Reason.LABEL_TO_RETURN:
            return ReasonWords(
                "book",
                N_("This is the publisher’s code, not the library’s"),
                "scan",
                N_("Scan the library’s own label"),
                N_("This is the publisher’s code. To give the book back, scan the library’s own label."),
                None,
            )
        case Reason.THIS_IS_A_SLIP:
            return ReasonWords(
                "slip",
                N_("This is a slip, not a book"),
                "scan",
                N_("Scan the label inside the book"),
                N_("This is a slip, not a book. Scan the label inside the book."),
                None,
            )
        case Reason.ENOUGH_SLIPS:
            return ReasonWords(
                "slip_enough",
                N_("This slip was printed several times already"),
                "librarian",
                N_("Ask the librarian"),
                N_("This slip was printed several times already. Ask the librarian."),
                None,
            )
        case Reason.NOT_WAITING:
            return ReasonWords(
                "decided",
                N_("This request no longer waits"),
                "approved",
                N_("Somebody else has decided it, or the reader left it"),
                N_("This request no longer waits. It was decided or taken back."),
                None,
            )
        case Reason.WAIT_TO_SCAN:
            return ReasonWords(
                "forged",
                N_("Too many wrong codes were scanned here"),
                "wait",
                N_("Wait a moment, then scan again"),
                N_("Too many wrong codes were scanned here. Wait a moment, then scan again."),
                N_("Too many wrong codes here: {seconds} s to wait"),
            )
    assert_never(reason)
