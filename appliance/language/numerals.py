"""Numbers as the reader of a language writes them."""

from __future__ import annotations

from appliance.model import Language

_KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def digits(value: int | str, language: Language) -> str:
    """`value` with Khmer digits in Khmer; every other character stays as it is."""
    return str(value).translate(_KHMER) if language is Language.KM else str(value)
