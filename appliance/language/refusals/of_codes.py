"""Why a code, a slip or a request means nothing here."""

from __future__ import annotations

from typing import Literal, assert_never

from appliance.language.refusals.reason_words import ReasonWords
from appliance.language.words import N_
from appliance.model import Reason

OfCodes = Literal[
    Reason.UNKNOWN_CODE,
    Reason.TRADE_CODE,
    Reason.TWO_CODES_AT_ONCE,
    Reason.UNREADABLE_SCAN,
    Reason.OTHER_SIDE,
    Reason.UNKNOWN_CARD,
    Reason.LIBRARY_LABEL_NEEDED,
    Reason.LABEL_TO_RETURN,
    Reason.THIS_IS_A_SLIP,
    Reason.ENOUGH_SLIPS,
    Reason.NOT_WAITING,
    Reason.WAIT_TO_SCAN,
]


def words_of(reason: OfCodes) -> ReasonWords:
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
                "publisher_code",
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
