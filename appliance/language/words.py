"""What the kiosk says, in the language of whoever stands there: gettext catalogues with English msgids."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from gettext import NullTranslations, translation
from pathlib import Path

from appliance.model import Language

LOCALE = Path(__file__).parent / "locale"

Translate = Callable[[str], str]
Count = Callable[[str, str, int], str]
"""(English singular, English plural, number) -> the words to use; the number is still to be put in."""


def N_(text: str) -> str:  # noqa: N802 - the name by which gettext's tools find a text translated later
    return text


def translator(language: Language, domain: str) -> Translate:
    """English -> `language`, from the catalogue `domain` ("screens", "slips").

    English needs no catalogue. Raises FileNotFoundError for another language whose catalogue was not
    compiled (`make assets`): a screen half in English helps nobody.
    """
    return _catalogue(language, domain).gettext


def counted(language: Language, domain: str) -> Count:
    """As `translator`, for words that change with a number. Khmer words do not."""
    return _catalogue(language, domain).ngettext


@cache
def _catalogue(language: Language, domain: str) -> NullTranslations:
    return translation(domain, LOCALE, languages=[language], fallback=language is Language.EN)
