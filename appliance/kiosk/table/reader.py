"""The rows of scenes at which readers stand, or nobody."""

from __future__ import annotations

import math

from appliance.kiosk.reader import basket, home, loans, my_books, returns, search, slip_books
from appliance.kiosk.staff import badges
from appliance.kiosk.table.row import SceneRow, no_button, nothing, one_step_back, says
from appliance.model.speech import Phrase
from appliance.status import (
    Approved,
    Attract,
    AwaitingApproval,
    Basket,
    Declined,
    Home,
    Identify,
    MyBooks,
    OutOfService,
    Returning,
    Searching,
    SlipBooks,
    TitlePage,
)

ATTRACT: SceneRow[Attract] = SceneRow(
    lasts_s=math.inf,
    touched=no_button,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.ATTRACT),
)

HOME: SceneRow[Home] = SceneRow(
    lasts_s=60,
    touched=home.touched,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.HOME),
)

IDENTIFY: SceneRow[Identify] = SceneRow(
    lasts_s=30,
    touched=no_button,
    back=one_step_back,
    card=basket.identified,
    badge=badges.begin,
    book=basket.keep_for_card,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=basket.phrases_of_identify,
)

BASKET: SceneRow[Basket] = SceneRow(
    lasts_s=45,
    touched=basket.touched,
    back=one_step_back,
    card=basket.begin_unless_same,
    badge=badges.begin,
    book=basket.add,
    slip=slip_books.refuse_slip,
    expects_scans=True,
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
    slip=nothing,
    expects_scans=False,
    is_readers=True,
    is_anybodys=False,
    phrases=says(Phrase.AWAITING_APPROVAL),
)

APPROVED: SceneRow[Approved] = SceneRow(
    lasts_s=20,
    touched=loans.touched,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=basket.add_to_new,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=loans.phrases,
)

DECLINED: SceneRow[Declined] = SceneRow(
    lasts_s=20,
    touched=no_button,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=says(Phrase.DECLINED),
)

RETURNING: SceneRow[Returning] = SceneRow(
    lasts_s=30,
    touched=no_button,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=returns.take_back,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    is_readers=False,
    is_anybodys=False,
    phrases=says(Phrase.RETURNING),
)

SEARCHING: SceneRow[Searching] = SceneRow(
    lasts_s=60,
    touched=search.touched,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=search.phrases,
)

TITLE_PAGE: SceneRow[TitlePage] = SceneRow(
    lasts_s=60,
    touched=search.touched_at_title,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=search.phrases_of_title,
)

MY_BOOKS: SceneRow[MyBooks] = SceneRow(
    lasts_s=45,
    touched=my_books.touched,
    back=one_step_back,
    card=basket.begin_unless_same,
    badge=badges.begin,
    book=basket.renew_or_borrow,
    slip=slip_books.refuse_slip,
    expects_scans=True,
    is_readers=True,
    is_anybodys=False,
    phrases=my_books.phrases,
)

SLIP_BOOKS: SceneRow[SlipBooks] = SceneRow(
    lasts_s=20,
    touched=no_button,
    back=one_step_back,
    card=basket.begin,
    badge=badges.begin,
    book=search.show_copy,
    slip=slip_books.show_slip_books,
    expects_scans=True,
    is_readers=False,
    is_anybodys=True,
    phrases=slip_books.phrases,
)

OUT_OF_SERVICE: SceneRow[OutOfService] = SceneRow(
    lasts_s=math.inf,
    touched=no_button,
    back=one_step_back,
    card=nothing,
    badge=nothing,
    book=nothing,
    slip=nothing,
    expects_scans=False,
    is_readers=False,
    is_anybodys=False,
    phrases=says(Phrase.OUT_OF_SERVICE),
)
