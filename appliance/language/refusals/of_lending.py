"""Why a book is not lent, renewed or taken back."""

from __future__ import annotations

from typing import Literal, assert_never

from appliance.language.refusals.reason_words import ReasonWords
from appliance.language.words import N_
from appliance.model import Reason

OfLending = Literal[
    Reason.READER_BLOCKED,
    Reason.OVERDUE_LOANS,
    Reason.LIMIT_REACHED,
    Reason.BROUGHT_BACK,
    Reason.NO_RULE,
    Reason.READING_ROOM_ONLY,
    Reason.ON_LOAN,
    Reason.ALREADY_YOURS,
    Reason.JUST_RETURNED,
    Reason.ASKED_BY_ANOTHER,
    Reason.SAME_TITLE,
    Reason.ASKED_LATELY,
    Reason.COPY_WITHDRAWN,
    Reason.NOT_ON_LOAN,
    Reason.NO_RENEWAL_LEFT,
    Reason.RENEWED_TODAY,
    Reason.TOO_EARLY,
]


def words_of(reason: OfLending) -> ReasonWords:  # noqa: PLR0912 - one branch a reason is the point
    """English texts, to be looked up in the domain `refusals`."""
    match reason:
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
        case Reason.SAME_TITLE:
            return ReasonWords(
                "two_copies",
                N_("One copy of this book is enough"),
                "general",
                N_("Choose another book"),
                N_("One copy of this book is enough. Choose another book."),
                None,
            )
        case Reason.ASKED_LATELY:
            return ReasonWords(
                "clock",
                N_("You asked for this book a short time ago"),
                "general",
                N_("Leave it to others for now"),
                N_("You asked for this book a short time ago. Leave it to others for now."),
                N_("You may ask for this book again from {day}"),
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
                "renew_later",
                N_("It is too early to renew this book"),
                "calendar",
                N_("Renew it nearer to its day"),
                N_("It is too early to renew this book. Renew it nearer to its day."),
                N_("This book can be renewed from {day}"),
            )
    assert_never(reason)
