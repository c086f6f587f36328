"""Every variant of the guard's two screens; the people are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from appliance.model import (
    Availability,
    Avatar,
    Copy,
    Language,
    LineEnd,
    LineMark,
    Loan,
    LoanId,
    Reader,
    ReaderCategory,
    ReaderId,
    Request,
    RequestId,
    RequestLine,
    Role,
    Staff,
    StaffId,
)
from appliance.status import GuardDesk, GuardSignIn, ReaderStanding, Scene, SignInTrouble, Whereabouts
from ui.samples.search import LONG_TITLE, TITLES, copy_of

GUARD = Staff(StaffId(1), 7, "កែវ ច័ន្ទតារា", Role.GUARD, Language.KM)
LIBRARIAN = Staff(StaffId(2), 8, "Jean-Baptiste Sokha de la Rivière", Role.LIBRARIAN, Language.FR)
_ASKED_AT = datetime(2026, 11, 23, 2, 15, tzinfo=UTC)


def _reader(number: int, name: str, avatar: Avatar, cell: str) -> Reader:
    return Reader(ReaderId(number), number, name, ReaderCategory.ADULT, Language.KM, avatar, cell)


DARA = _reader(42, "សុខ ដារា", Avatar.ELEPHANT, "B-12")
SREYMOM = _reader(1187, "ម៉ៅ ស្រីមុំ", Avatar.BUTTERFLY, "A-03")
LONG = _reader(4711, "Jean-Baptiste Christophe Sovannarith de la Rivière", Avatar.BOAT, "B, 2e étage, 114")
ANONG = _reader(305, "Vannak Christopher Sovannarith Ouk", Avatar.TURTLE, "C-27")


def _request(number: int, reader: Reader, *copies: Copy) -> Request:
    return Request(RequestId(number), reader, copies, _ASKED_AT)


ONE_BOOK = _request(71, DARA, copy_of(TITLES[0], 601))
LONG_NAME = _request(74, LONG, copy_of(TITLES[2], 640), copy_of(TITLES[5], 641), copy_of(TITLES[7], 642))
FIVE_BOOKS = _request(72, SREYMOM, *(copy_of(title, 610 + at) for at, title in enumerate(TITLES[1:6])))
TWO_BOOKS = _request(73, ANONG, copy_of(LONG_TITLE, 620), copy_of(TITLES[8], 621))

_LOAN = Loan(LoanId(9), copy_of(TITLES[3], 630), ReaderId(1187), _ASKED_AT, date(2026, 12, 7))

_STANDINGS = {
    DARA.id: ReaderStanding(0, 3, None, date(2026, 12, 7)),
    SREYMOM.id: ReaderStanding(5, 10, None, date(2026, 12, 21)),
    LONG.id: ReaderStanding(1, 3, None, date(2026, 12, 7)),
    ANONG.id: ReaderStanding(3, 3, date(2026, 11, 12), date(2026, 12, 7)),
}


def desk_of(
    staff: Staff,
    *requests: Request,
    is_here: bool = True,
    looked_at: tuple[Request, ...] = (),
    **more: Any,
) -> GuardDesk:
    """The first one's reader stands here, or did."""
    return GuardDesk(
        staff,
        requests,
        first=requests[0].id,
        is_here=is_here,
        opened=frozenset(request.id for request in looked_at),
        standings=tuple(_STANDINGS[request.reader.id] for request in requests),
        **more,
    )


PUT_BACK = replace(ONE_BOOK, ended=(RequestLine(copy_of(TITLES[7], 640), LineEnd.PUT_BACK),))

SAMPLES: list[tuple[str, Scene]] = [
    ("guard_sign_in", GuardSignIn(GUARD)),
    ("guard_sign_in_for_badge", GuardSignIn(LIBRARIAN, for_badge=True)),
    ("guard_sign_in_typing", GuardSignIn(GUARD, digits=4)),
    ("guard_sign_in_checking", GuardSignIn(GUARD, digits=6, checking=True)),
    ("guard_sign_in_not_checked", GuardSignIn(GUARD, trouble=SignInTrouble.NOT_CHECKED)),
    ("guard_sign_in_wrong", GuardSignIn(LIBRARIAN, trouble=SignInTrouble.WRONG_PIN)),
    ("guard_sign_in_locked", GuardSignIn(GUARD, trouble=SignInTrouble.LOCKED, wait_s=245)),
    ("guard_sign_in_revoked", GuardSignIn(GUARD, trouble=SignInTrouble.REVOKED)),
    ("guard_sign_in_unknown", GuardSignIn(None, trouble=SignInTrouble.UNKNOWN_BADGE)),
    ("guard_desk_one", desk_of(GUARD, ONE_BOOK, waiting=1)),
    (
        "guard_desk_pages",
        desk_of(GUARD, FIVE_BOOKS, TWO_BOOKS, looked_at=(TWO_BOOKS,), pages=3, waiting=6, decided=2),
    ),
    ("guard_desk_just_here", desk_of(LIBRARIAN, FIVE_BOOKS, ONE_BOOK, is_here=False, waiting=2)),
    (
        "guard_desk_opened",
        desk_of(LIBRARIAN, ONE_BOOK, TWO_BOOKS, looked_at=(TWO_BOOKS,), page=1, pages=2, waiting=4),
    ),
    ("guard_desk_long_names", desk_of(LIBRARIAN, TWO_BOOKS, LONG_NAME, pages=12, waiting=23, decided=10)),
    ("guard_desk_forged", desk_of(GUARD, ONE_BOOK, waiting=1, forged_codes=128)),
    ("guard_desk_empty", GuardDesk(GUARD, (), waiting=0, decided=3)),
    (
        "guard_desk_whereabouts",
        desk_of(
            GUARD,
            ONE_BOOK,
            TWO_BOOKS,
            waiting=2,
            whereabouts=Whereabouts(_LOAN.copy, Availability.ON_LOAN, _LOAN, SREYMOM),
        ),
    ),
    (
        "guard_desk_struck",
        desk_of(
            LIBRARIAN,
            FIVE_BOOKS,
            PUT_BACK,
            looked_at=(PUT_BACK,),
            waiting=2,
            marks=(
                LineMark(FIVE_BOOKS.id, FIVE_BOOKS.copies[1].id, LineEnd.NOT_HERE),
                LineMark(FIVE_BOOKS.id, FIVE_BOOKS.copies[3].id, LineEnd.NOT_ALLOWED),
                LineMark(ONE_BOOK.id, ONE_BOOK.copies[0].id, LineEnd.NO_LONGER),
            ),
        ),
    ),
    (
        "guard_desk_shelved",
        desk_of(
            LIBRARIAN,
            ONE_BOOK,
            waiting=1,
            to_shelve=4,
            whereabouts=Whereabouts(copy_of(LONG_TITLE, 311), Availability.AVAILABLE, shelved=True),
        ),
    ),
    (
        "guard_desk_whereabouts_available",
        GuardDesk(
            LIBRARIAN,
            (),
            decided=1,
            whereabouts=Whereabouts(copy_of(LONG_TITLE, 311), Availability.AVAILABLE),
        ),
    ),
]
