"""Days as people write them; names of months and days as in Unicode CLDR.

Khmer puts its word before each part (day, month, year), or a month's name alone reads as some other word.
"""

from __future__ import annotations

from datetime import date

from appliance.language.numerals import digits
from appliance.model import Language

_MONTHS = {
    Language.KM: "ខែមករា ខែកុម្ភៈ ខែមីនា ខែមេសា ខែឧសភា ខែមិថុនា ខែកក្កដា ខែសីហា ខែកញ្ញា ខែតុលា ខែវិច្ឆិកា ខែធ្នូ",
    Language.EN: ("January February March April May June July August September October November December"),
    Language.FR: ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
}
_SHORT_MONTHS = {
    Language.KM: _MONTHS[Language.KM],
    Language.EN: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    Language.FR: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
}
_WEEKDAYS = {
    Language.KM: "ថ្ងៃច័ន្ទ ថ្ងៃអង្គារ ថ្ងៃពុធ ថ្ងៃព្រហស្បតិ៍ ថ្ងៃសុក្រ ថ្ងៃសៅរ៍ ថ្ងៃអាទិត្យ",
    Language.EN: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    Language.FR: "lundi mardi mercredi jeudi vendredi samedi dimanche",
}


def day(on: date, language: Language) -> str:
    """`០៧ ខែធ្នូ ឆ្នាំ២០២៦`, `7 December 2026`, `7 décembre 2026` (and `1er décembre 2026`)."""
    year = digits(on.year, language)
    return (
        f"{day_of_month(on, language)} {month(on, language)} {'ឆ្នាំ' if language is Language.KM else ''}{year}"
    )


def day_short(on: date, language: Language) -> str:
    """Without the year and with a short month: `០៧ ខែធ្នូ`, `7 Dec`, `7 déc.`."""
    return f"{day_of_month(on, language)} {_SHORT_MONTHS[language].split()[on.month - 1]}"


def day_largest(on: date, language: Language) -> str:
    """For letters as large as a hand's width of paper takes, above the whole date: `០៧ ធ្នូ`, `7 Dec`."""
    return day_short(on, language).replace("ខែ", "")


def day_of_month(on: date, language: Language) -> str:
    """Two Khmer digits; plain in English; the first is `1er` in French."""
    if language is Language.KM:
        return digits(f"{on.day:02}", language)
    return "1er" if language is Language.FR and on.day == 1 else str(on.day)


def month(on: date, language: Language) -> str:
    return _MONTHS[language].split()[on.month - 1]


def weekday(on: date, language: Language) -> str:
    """The day of the week: `ថ្ងៃច័ន្ទ`, `Monday`, `lundi`."""
    return _WEEKDAYS[language].split()[on.weekday()]
