"""Dates and numbers as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from appliance.language.dates import day, day_short, weekday
from appliance.language.numerals import amount, digits
from appliance.model import Language

KM, EN, FR = Language.KM, Language.EN, Language.FR


@pytest.mark.parametrize(
    ("on", "language", "written"),
    [
        (date(2026, 12, 7), KM, "០៧ ខែធ្នូ ឆ្នាំ២០២៦"),
        (date(2026, 12, 7), EN, "7 December 2026"),
        (date(2026, 12, 7), FR, "7 décembre 2026"),
        (date(2027, 8, 1), KM, "០១ ខែសីហា ឆ្នាំ២០២៧"),
        (date(2027, 8, 1), FR, "1er août 2027"),
        (date(2028, 2, 29), KM, "២៩ ខែកុម្ភៈ ឆ្នាំ២០២៨"),
    ],
)
def test_a_day_is_written_as_in_its_language(on: date, language: Language, written: str) -> None:
    assert day(on, language) == written


def test_a_short_day_has_no_year() -> None:
    written = [day_short(date(2026, 9, 5), language) for language in (KM, EN, FR)]
    assert written == ["០៥ ខែកញ្ញា", "5 Sep", "5 sept."]


def test_the_week_begins_on_monday_in_each_language() -> None:
    assert [weekday(date(2026, 11, 23), language) for language in (KM, EN, FR)] == [
        "ថ្ងៃច័ន្ទ",
        "Monday",
        "lundi",
    ]


@pytest.mark.parametrize("language", list(Language))
def test_twelve_months_and_seven_days_have_names_of_their_own(language: Language) -> None:
    months = {day(date(2026, number, 2), language) for number in range(1, 13)}
    days = {weekday(date(2026, 11, number), language) for number in range(2, 9)}
    assert (len(months), len(days)) == (12, 7)


def test_numbers_take_khmer_digits_in_khmer_only() -> None:
    assert digits(1907, KM) == "១៩០៧"
    assert digits("L-06/12", KM) == "L-០៦/១២"
    assert digits(1907, EN) == digits("1907", FR) == "1907"


def test_a_long_count_is_parted_as_people_part_it() -> None:
    assert [amount(16012, language) for language in (KM, EN, FR)] == ["១៦.០១២", "16,012", "16\u00a0012"]
    assert [amount(1920, language) for language in (KM, EN, FR)] == ["១៩២០", "1920", "1920"]
    assert amount(-16012, EN) == "-16,012"
