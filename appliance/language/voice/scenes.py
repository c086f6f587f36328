"""What is said when a screen comes: where one is, and what to do next."""

from __future__ import annotations

from appliance.language.words import N_
from appliance.model.speech import Phrase

SCENES: dict[Phrase, str] = {
    Phrase.ATTRACT: N_("This is the library. Touch the screen to begin."),
    Phrase.HOME: N_("Touch a picture: borrow, give back, search, or my books."),
    Phrase.HOME_SEARCH: N_("Touch the picture of the search to look for a book."),
    Phrase.SIGNS: N_("Each row shows one thing to do, from left to right. Touch the arrow to go back."),
    Phrase.IDENTIFY: N_("Scan your card. Hold it under the red light."),
    Phrase.IDENTIFY_HELD: N_("The book waits for you. Now scan your card."),
    Phrase.BASKET_EMPTY: N_("Now scan the books you want to borrow."),
    Phrase.BASKET: N_("Scan the next book. When you have all, touch the green button."),
    Phrase.BASKET_READY: N_("When you have all your books, touch the green button."),
    Phrase.BASKET_FULL: N_("You have all the books you may have. Touch the green button."),
    Phrase.AWAITING_APPROVAL: N_("Please wait for the guard. The guard scans a badge here and decides."),
    Phrase.AWAITING_GUARD: N_("Please wait for the guard."),
    Phrase.APPROVED: N_("The books are yours to read. Take them with you."),
    Phrase.SLIP_PRINTED: N_("Take your slip. It shows the day to bring the books back."),
    Phrase.SLIP_WAITING: N_("Your slip waits for the printer. The loan counts."),
    Phrase.SLIP_FAILED: N_("There is no slip, but the loan counts. Look at the day on the screen."),
    Phrase.SOME_REFUSED: N_("Not all of them: the screen shows which book stays here, and why."),
    Phrase.DECLINED: N_("Not this time. Please give the books to the librarian."),
    Phrase.REQUEST_NEWS: N_("This became of your last request. See each book, then touch the green button."),
    Phrase.RETURNING: N_("Scan the books you bring back, one after the other. No card is needed."),
    Phrase.RETURNED: N_("Given back, thank you."),
    Phrase.TO_BE_SHELVED: N_(
        "Given back, thank you. Leave the book here. It is counted until the librarian has it."
    ),
    Phrase.SEARCHING: N_("Type a title, a name or a subject. Or scan a book."),
    Phrase.SEARCHING_BY_TYPING: N_("Type a title, a name or a subject."),
    Phrase.NOTHING_FOUND: N_("No book found. Type fewer letters, or ask the librarian."),
    Phrase.TITLE_PAGE: N_("This page shows where the book is."),
    Phrase.TITLE_PAGE_SCANNED: N_("This is your book’s page. To borrow it, touch the green button."),
    Phrase.TITLE_PAGE_NO_COPY: N_("The library has no copy of this book."),
    Phrase.MY_BOOKS: N_("These are your books. The leaf beside each shows the day to bring it back."),
    Phrase.MY_BOOKS_NONE: N_("You have no books now. Scan a book to borrow it."),
    Phrase.NO_BOOKS: N_("You have no books now."),
    Phrase.RENEWED: N_("Renewed. You may keep the book longer. See the new day."),
    Phrase.SLIP_BOOKS: N_(
        "The screen shows how many books of this slip are out, and the days to bring them back."
    ),
    Phrase.SLIP_CARD: N_("To see which books they are, scan your card."),
    Phrase.SLIP_OLD: N_("This is a slip of the old kind. It can be scanned until its books are back."),
    Phrase.SLIP_BOOKS_NONE: N_("All books of this slip are back. Thank you."),
    Phrase.GUARD_SIGN_IN: N_("Enter your PIN."),
    Phrase.WRONG_PIN: N_("That was not the PIN. Try again."),
    Phrase.BADGE_LOCKED: N_("Too many tries. Please wait until the screen opens again."),
    Phrase.BADGE_REVOKED: N_("This badge is blocked. Two members of staff can issue it anew here."),
    Phrase.UNKNOWN_BADGE: N_("This badge is not known here. Scan your own badge."),
    Phrase.PIN_NOT_CHECKED: N_("The PIN could not be checked. Enter it again."),
    Phrase.PIN_CHECKING: N_("The PIN is being looked at. One moment."),
    Phrase.REISSUING_BADGE: N_("Two members of staff issue a new badge. The screen says what is next."),
    Phrase.BADGE_ISSUED: N_("The old badge is dead. Take the new one. Only its holder looks at the PIN."),
    Phrase.GUARD_DESK: N_("These requests wait for you. Approve or decline each one."),
    Phrase.GUARD_DESK_AWAY: N_(
        "These requests wait for you. Their readers are not here. Touch the eye to look at each."
    ),
    Phrase.GUARD_DESK_EMPTY: N_("No request is waiting. Scan a book to see who has it."),
    Phrase.NO_REQUESTS: N_("No request is waiting."),
    Phrase.FORGED_CODES: N_(
        "Cards or slips that are not from this library were tried here. Keep an eye on the scanner."
    ),
    Phrase.DECIDED: N_("Recorded."),
    Phrase.WHEREABOUTS: N_("The screen shows where this book is."),
    Phrase.SHELVED: N_("It is back. Put the book on its shelf."),
    Phrase.BENCH: N_("The technician’s bench. The screen says how the kiosk is."),
    Phrase.OUT_OF_SERVICE: N_("Out of service. Please call the technician."),
}
