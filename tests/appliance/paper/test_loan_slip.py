"""What is on the slip that a reader takes along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from appliance.language.breaking import WORD_END
from appliance.model import (
    Barcode,
    Copy,
    CopyId,
    Language,
    Loan,
    LoanId,
    ReaderId,
    Shelf,
    Title,
    TitleId,
)
from appliance.paper.codes import slip_code
from appliance.paper.loan_slip import LoanSlipFacts, loan_slip
from appliance.paper.slip import Code, Line, Pictogram, Size, Slip, Text

APPLIANCE = Path(__file__).resolve().parents[3] / "appliance"
LENT_ON = date(2026, 11, 24)
CODE = slip_code(bytes(32), 42)


def a_loan(title: str, due_on: date, shelf: Shelf = Shelf.STORIES) -> Loan:
    copy = Copy(CopyId(1), Barcode("0101"), Title(TitleId(1), title, shelf=shelf))
    return Loan(LoanId(1), copy, ReaderId(1), datetime(2026, 11, 24, 3, tzinfo=UTC), due_on)


def facts(*loans: Loan, language: Language = Language.EN) -> LoanSlipFacts:
    return LoanSlipFacts(42, CODE, language, "Library 1", loans, LENT_ON)


def words(slip: Slip) -> list[str]:
    return [line.text for line in slip.lines if isinstance(line, Text | Pictogram)]


def largest(slip: Slip) -> list[Line]:
    return [line for line in slip.lines if isinstance(line, Text | Pictogram) and line.size is Size.HUGE]


@pytest.mark.parametrize(
    ("language", "written"),
    [(Language.KM, "០៨ ធ្នូ"), (Language.EN, "8 Dec"), (Language.FR, "8 déc.")],
)
def test_the_due_date_is_the_largest_thing_on_the_slip(language: Language, written: str) -> None:
    slip = loan_slip(facts(a_loan("Tum Teav", date(2026, 12, 8)), language=language))
    assert largest(slip) == [Pictogram("day", written, Size.HUGE, bold=True)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.KM, ["ថ្ងៃអង្គារ ទី០៨ ខែធ្នូ ឆ្នាំ២០២៦", "នៅសល់ ១៤ ថ្ងៃ"]),
        (Language.EN, ["Tuesday 8 December 2026", "in 14 days"]),
        (Language.FR, ["mardi 8 décembre 2026", "dans 14 jours"]),
    ],
)
def test_the_slip_speaks_the_reader_s_language(language: Language, expected: list[str]) -> None:
    said = words(loan_slip(facts(a_loan("Tum Teav", date(2026, 12, 8)), language=language)))
    assert set(expected) <= {text.replace(WORD_END, "") for text in said}


def test_books_due_on_different_days_stand_under_their_own_date_and_the_soonest_is_first() -> None:
    slip = loan_slip(
        facts(
            a_loan("Later", date(2026, 12, 8)),
            a_loan("Sooner", date(2026, 12, 1)),
            a_loan("Later too", date(2026, 12, 8)),
        )
    )
    order = [text for text in words(slip) if text in {"1 Dec", "8 Dec", "Later", "Sooner", "Later too"}]
    assert order == ["1 Dec", "Sooner", "8 Dec", "Later", "Later too"]


def test_one_day_and_one_book_are_said_in_the_singular() -> None:
    one = words(loan_slip(facts(a_loan("Tum Teav", date(2026, 11, 25)))))
    assert {"in 1 day", "Please take good care of the book."} <= set(one)


def test_a_day_that_was_moved_says_that_it_holds_and_not_the_slip_of_before() -> None:
    moved = replace(a_loan("Tum Teav", date(2026, 12, 11)), due_was=date(2026, 12, 8))
    slip = loan_slip(facts(moved, a_loan("Candide", date(2026, 12, 14))))
    said = words(slip)
    assert said.count("The kiosk’s date was wrong: this day holds.") == 1
    assert (
        said.index("11 Dec")
        < said.index("The kiosk’s date was wrong: this day holds.")
        < said.index("14 Dec")
    )


def test_a_book_due_the_same_day_has_no_days_left_to_tell() -> None:
    said = words(loan_slip(facts(a_loan("Tum Teav", LENT_ON))))
    assert not [text for text in said if text.startswith("in ")]


def test_each_book_has_the_picture_of_its_shelf() -> None:
    lines = loan_slip(facts(a_loan("Rice", date(2026, 12, 8), Shelf.TECHNOLOGY))).lines
    assert Pictogram("technology", "Rice", bold=True) in lines


def test_the_slip_carries_the_code_that_shows_its_books() -> None:
    slip = loan_slip(facts(a_loan("Tum Teav", date(2026, 12, 8))))
    assert [line for line in slip.lines if isinstance(line, Code)] == [Code(CODE)]
    assert (slip.request_id, slip.language) == (42, Language.EN)


def test_a_code_is_in_no_text_about_a_slip() -> None:
    assert CODE not in repr(facts(a_loan("Tum Teav", date(2026, 12, 8))))


@pytest.mark.parametrize("language", [Language.KM, Language.FR])
def test_every_word_of_a_slip_is_translated(language: Language) -> None:
    keywords = {**DEFAULT_KEYWORDS, "n_": (1, 2)}
    said = {message for _, _, message, _, _ in extract_from_dir(APPLIANCE / "paper", keywords=keywords)}
    source = APPLIANCE / "language" / "locale" / language / "LC_MESSAGES" / "slips.po"
    with source.open("rb") as text:
        catalogue = read_po(text, locale=language)
    translated = {message.id for message in catalogue if message.id and _is_complete(message.string)}
    assert said
    assert translated == said
    assert not [errors for errors in catalogue.check() if errors]


def _is_complete(translation: str | tuple[str, ...]) -> bool:
    return all(translation) if isinstance(translation, tuple) else bool(translation)
