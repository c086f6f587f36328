"""Every variant of the reader's screens; the readers are invented, the titles are real."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from appliance.model import (
    Avatar,
    Copy,
    Language,
    LineEnd,
    Loan,
    LoanId,
    LoanLine,
    Reader,
    ReaderCategory,
    ReaderId,
    Request,
    RequestId,
    RequestLine,
)
from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    Basket,
    BasketLine,
    Declined,
    DueBooks,
    Home,
    Identify,
    MyBooks,
    OutOfService,
    OutOfServiceReason,
    Purpose,
    RequestNews,
    Returning,
    ReturnLine,
    Scene,
    Signs,
    SlipBooks,
    SlipProgress,
)
from ui.samples.search import LONG_TITLE, TITLES, copy_of

TODAY = date(2026, 11, 23)
_ASKED_AT = datetime(2026, 11, 23, 2, 15, tzinfo=UTC)

SOKHA = Reader(
    ReaderId(42), 42, "ចាន់ សុខា", ReaderCategory.ADULT, Language.KM, Avatar.ELEPHANT, "B-12", date(2026, 12, 4)
)
JEAN = Reader(
    ReaderId(1187),
    1187,
    "Jean-Baptiste Sovannarith de la Rivière",
    ReaderCategory.LEARNER,
    Language.FR,
    Avatar.BUTTERFLY,
    "A-03",
)

COPIES = tuple(copy_of(title, 700 + at) for at, title in enumerate((LONG_TITLE, *TITLES)))


def _due(days: int) -> date:
    return TODAY + timedelta(days=days)


def _lines(count: int) -> tuple[BasketLine, ...]:
    return tuple(BasketLine(copy, _due(14 if at % 3 else 7)) for at, copy in enumerate(COPIES[:count]))


def _loan(number: int, copy: Copy, days: int) -> Loan:
    return Loan(LoanId(number), copy, SOKHA.id, _ASKED_AT, _due(days))


def _loan_lines(*days: int) -> tuple[LoanLine, ...]:
    return tuple(
        LoanLine(
            _loan(at, COPIES[at], left),
            may_renew=at != 1 and left <= 7,
            renewals_left=0 if at == 1 else 2,
            days_left=left,
            days_gained=14 - left if left <= 7 else 0,
            renew_from=None if at == 1 or left <= 7 else _due(left - 7),
        )
        for at, left in enumerate(days)
    )


def _due_books(*days: int) -> tuple[DueBooks, ...]:
    return tuple(DueBooks(_due(left), at + 1, left) for at, left in enumerate(days))


def _moved(days: int, lines: tuple[LoanLine, ...]) -> tuple[LoanLine, ...]:
    """As after a date that was wrong by so many days; the second loan was made before."""
    return tuple(
        line
        if at == 1
        else replace(line, loan=replace(line.loan, due_was=line.loan.due_on - timedelta(days=days)))
        for at, line in enumerate(lines)
    )


def _request(reader: Reader, count: int) -> Request:
    return Request(RequestId(71), reader, COPIES[:count], _ASKED_AT)


_ENDED = (
    RequestLine(COPIES[0]),
    *(RequestLine(copy, why) for copy, why in zip(COPIES[1:], LineEnd, strict=False)),
)
_LOANS = tuple(_loan(at, copy, 14) for at, copy in enumerate(COPIES[:6]))
_RETURNED = tuple(ReturnLine(copy, 12 if at % 3 == 1 else 0) for at, copy in enumerate(COPIES))

SAMPLES: list[tuple[str, Scene]] = [
    ("attract", Attract()),
    ("home", Home()),
    ("signs", Signs()),
    ("identify_borrow", Identify(Purpose.BORROW)),
    ("identify_my_books", Identify(Purpose.MY_BOOKS)),
    ("identify_held", Identify(Purpose.BORROW, COPIES[0])),
    ("basket_empty", Basket(SOKHA, (), 0, 5, needs_approval=False)),
    ("basket_one", Basket(JEAN, _lines(1), 1, 3, needs_approval=False)),
    ("basket_three", Basket(SOKHA, _lines(3), 1, 5, needs_approval=True)),
    ("basket_full", Basket(SOKHA, _lines(6), 0, 6, needs_approval=True, full=True)),
    ("basket_nine", Basket(JEAN, _lines(9), 3, 12, needs_approval=True)),
    ("awaiting_approval_one", AwaitingApproval(_request(SOKHA, 1))),
    ("awaiting_approval_five", AwaitingApproval(_request(JEAN, 5))),
    ("approved_printing", Approved(SOKHA, _LOANS[:1], SlipProgress.PRINTING, RequestId(71))),
    ("approved_printed", Approved(JEAN, _LOANS[:3], SlipProgress.PRINTED, RequestId(72))),
    ("approved_failed", Approved(SOKHA, _LOANS, SlipProgress.FAILED, RequestId(73))),
    ("approved_waiting", Approved(SOKHA, _LOANS[:2], SlipProgress.WAITING, RequestId(74))),
    (
        "approved_some",
        Approved(SOKHA, _LOANS[:2], SlipProgress.PRINTING, RequestId(75), _ENDED[1:3]),
    ),
    ("request_news", RequestNews(SOKHA, _ENDED, Purpose.BORROW)),
    ("request_news_one", RequestNews(JEAN, _ENDED[6:7], Purpose.MY_BOOKS)),
    ("declined_why", Declined(Request(RequestId(71), SOKHA, COPIES[:3], _ASKED_AT, _ENDED[1:4]))),
    ("declined", Declined(_request(SOKHA, 3))),
    ("returning_empty", Returning()),
    ("returning_one", Returning(_RETURNED[:1])),
    ("returning_late", Returning(_RETURNED[1:3])),
    ("returning_many", Returning(_RETURNED[:8])),
    (
        "returning_to_be_shelved",
        Returning(tuple(ReturnLine(copy, 12 if at == 1 else 0, True) for at, copy in enumerate(COPIES[:2]))),
    ),
    ("returning_two", Returning(_RETURNED[:2])),
    ("my_books_none", MyBooks(SOKHA, ())),
    ("my_books_one", MyBooks(JEAN, _loan_lines(13))),
    ("my_books_late", MyBooks(SOKHA, _loan_lines(-3, 1, 9, 0), asked=COPIES[5:8])),
    ("my_books_page", MyBooks(JEAN, _loan_lines(-12, 2, 14, 6), COPIES[4:5], page=1, pages=3)),
    ("my_books_renewed", MyBooks(SOKHA, _loan_lines(14, 3), renewed=_loan(0, COPIES[0], 14))),
    ("my_books_moved", MyBooks(JEAN, _moved(3, _loan_lines(9, 14, -2, 6)), COPIES[4:5], page=0, pages=2)),
    (
        "my_books_brought",
        MyBooks(
            SOKHA,
            tuple(
                replace(line, may_renew=False, loan=replace(line.loan, brought_at=_ASKED_AT)) if at else line
                for at, line in enumerate(_loan_lines(3, -2))
            ),
        ),
    ),
    ("my_books_two", MyBooks(SOKHA, _loan_lines(2, 2))),
    ("slip_books", SlipBooks(RequestId(1071), _due_books(-3, 4, 14))),
    ("slip_books_one_day", SlipBooks(RequestId(1072), _due_books(9))),
    ("slip_books_old", SlipBooks(RequestId(3), _due_books(-3, 4), is_old=True)),
    ("slip_books_none", SlipBooks(RequestId(9), ())),
    *((f"out_of_service_{reason}", OutOfService(reason)) for reason in OutOfServiceReason),
]
