"""The rows of scenes of a reader who borrows or brings back."""

from __future__ import annotations

from typing import Any, assert_never

from appliance.kiosk.reader import basket, loans, my_books, request_news, returns, search, slip_books
from appliance.kiosk.staff import badges
from appliance.kiosk.table.row import SceneHere, SceneRow, no_button, nothing, one_step_back, says
from appliance.model.speech import Phrase
from appliance.status import (
    Approved,
    AwaitingApproval,
    Basket,
    Declined,
    Identify,
    MyBooks,
    RequestNews,
    Returning,
    SlipBooks,
)
from appliance.status.reader_scenes import ReaderScene

IDENTIFY: SceneRow[Identify] = SceneRow(
    lasts_s=30,
    touched=no_button,
    back=one_step_back,
    card=basket.identified,
    badge=badges.begin_here,
    book=basket.keep_for_card,
    isbn=basket.keep_for_card,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=basket.phrases_of_identify,
)

BASKET: SceneRow[Basket] = SceneRow(
    lasts_s=45,
    touched=basket.touched,
    back=one_step_back,
    card=basket.begin_unless_same,
    badge=badges.at_basket,
    book=basket.add,
    isbn=basket.add,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=basket.phrases,
)

AWAITING_APPROVAL: SceneRow[AwaitingApproval] = SceneRow(
    lasts_s=120,  # the guard has to come over; the request waits on when the screen is given up
    touched=basket.touched_while_waiting,
    back=one_step_back,
    card=basket.begin_unless_same,
    badge=badges.at_request,
    book=nothing,
    isbn=nothing,
    slip=nothing,
    expects_scans=False,
    kept_by_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=says(Phrase.AWAITING_APPROVAL),
)

APPROVED: SceneRow[Approved] = SceneRow(
    lasts_s=20,
    touched=loans.touched,
    back=one_step_back,
    card=basket.begin_after_decision,
    badge=badges.begin,
    book=basket.add_to_new,
    isbn=basket.add_to_new,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=loans.phrases,
)

DECLINED: SceneRow[Declined] = SceneRow(
    lasts_s=20,
    touched=no_button,
    back=one_step_back,
    card=basket.begin_after_decision,
    badge=badges.begin,
    book=search.show_copy,
    isbn=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.DECLINED),
)

REQUEST_NEWS: SceneRow[RequestNews] = SceneRow(
    lasts_s=45,
    touched=no_button,
    back=request_news.go_on,
    card=request_news.go_on_by_card,
    badge=badges.begin,
    book=request_news.go_on_with_book,
    isbn=request_news.go_on_with_book,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=says(Phrase.REQUEST_NEWS),
)

RETURNING: SceneRow[Returning] = SceneRow(
    lasts_s=30,
    touched=no_button,
    back=one_step_back,
    card=basket.begin_here,
    badge=badges.begin_here,
    book=returns.take_back,
    isbn=returns.refuse_isbn,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=False,
    phrases=returns.phrases,
)

MY_BOOKS: SceneRow[MyBooks] = SceneRow(
    lasts_s=45,
    touched=my_books.touched,
    back=one_step_back,
    card=basket.begin_unless_same,
    badge=badges.begin,
    book=basket.renew_or_borrow,
    isbn=basket.renew_or_borrow,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=my_books.phrases,
)

SLIP_BOOKS: SceneRow[SlipBooks] = SceneRow(
    lasts_s=20,
    touched=no_button,
    back=one_step_back,
    card=slip_books.show_own_books,
    badge=badges.begin_here,
    book=search.show_copy,
    isbn=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    kept_by_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=slip_books.phrases,
)


def row_of(scene: ReaderScene) -> SceneHere[Any]:
    """The scene with its row; a scene that has none does not pass mypy."""
    match scene:
        case Identify():
            return SceneHere(IDENTIFY, scene)
        case Basket():
            return SceneHere(BASKET, scene)
        case AwaitingApproval():
            return SceneHere(AWAITING_APPROVAL, scene)
        case Approved():
            return SceneHere(APPROVED, scene)
        case Declined():
            return SceneHere(DECLINED, scene)
        case RequestNews():
            return SceneHere(REQUEST_NEWS, scene)
        case Returning():
            return SceneHere(RETURNING, scene)
        case MyBooks():
            return SceneHere(MY_BOOKS, scene)
        case SlipBooks():
            return SceneHere(SLIP_BOOKS, scene)
    assert_never(scene)
