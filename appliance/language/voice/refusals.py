"""What is said of a refusal: kindly, why not, and what to do about it. Never a name, a title or a number."""

from __future__ import annotations

from appliance.language.words import N_
from appliance.model.speech import Phrase

REFUSALS: dict[Phrase, str] = {
    Phrase.UNKNOWN_CODE: N_(
        "This code is not from this library. Scan the label inside the book, or your card."
    ),
    Phrase.TRADE_CODE: N_(
        "This is the label of a shop or a parcel. Scan the label inside the book, or your card."
    ),
    Phrase.TWO_CODES_AT_ONCE: N_("Two codes were read as one. Scan one code, then the other."),
    Phrase.UNREADABLE_SCAN: N_("The code could not be read. Hold it still and scan it again."),
    Phrase.OTHER_SIDE: N_("A reader is using the kiosk. Scan your badge to sign in first."),
    Phrase.UNKNOWN_CARD: N_("This card is not valid here. Ask the librarian for a new card."),
    Phrase.READER_BLOCKED: N_("Borrowing is not possible at the moment. Ask the librarian."),
    Phrase.OVERDUE_LOANS: N_("Some books should come back first. Give them back, then borrow."),
    Phrase.LIMIT_REACHED: N_("You have as many books as allowed. Give a book back first."),
    Phrase.NO_RULE: N_("This book is not lent to you. Ask the librarian."),
    Phrase.READING_ROOM_ONLY: N_("This book stays in the reading room. Read it here."),
    Phrase.ON_LOAN: N_("Another reader has this book. Give it to the librarian."),
    Phrase.ALREADY_YOURS: N_("You have this book already. Renew it under My books."),
    Phrase.ASKED_BY_ANOTHER: N_("Someone else has asked for it. Choose another book."),
    Phrase.COPY_WITHDRAWN: N_("This book is no longer lent. Give it to the librarian."),
    Phrase.NOT_ON_LOAN: N_("Nobody had borrowed this book. Put it back on its shelf."),
    Phrase.NO_RENEWAL_LEFT: N_("This book cannot be renewed again. Bring it back on its day."),
    Phrase.RENEWED_TODAY: N_("Renewing now would give no more days. Renew it on another day."),
    Phrase.LIBRARY_LABEL_NEEDED: N_("Several books have this code. Scan the library’s own label."),
    Phrase.THIS_IS_A_SLIP: N_("This is a slip, not a book. Scan the label inside the book."),
    Phrase.ENOUGH_SLIPS: N_("This slip was printed several times already. Ask the librarian."),
    Phrase.NOT_WAITING: N_("This request no longer waits. It was decided or taken back."),
}
