"""Numbers as the reader of a language writes them."""

from __future__ import annotations

from appliance.model import Language

_THOUSANDS = {Language.KM: ".", Language.EN: ",", Language.FR: "\u00a0"}
"""As in Unicode CLDR, except that French, whose narrow space the fonts have not, gets one that is as wide."""
_LONG = 10_000
"""Four digits are read at a glance, and may be a year or a width."""
_KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def digits(value: int | str, language: Language) -> str:
    """`value` with Khmer digits in Khmer; every other character stays as it is."""
    return str(value).translate(_KHMER) if language is Language.KM else str(value)


def amount(value: int, language: Language) -> str:
    """A count as people write it: `១៦.០១២`, `16,012`, `16 012`; `digits` below ten thousand."""
    grouped = f"{value:,}".replace(",", _THOUSANDS[language])
    return digits(grouped if abs(value) >= _LONG else value, language)
