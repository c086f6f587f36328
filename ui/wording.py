"""The words, numbers and days of one language, as screens need them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from appliance.language import dates
from appliance.language.breaking import WORD_END
from appliance.language.numerals import digits
from appliance.language.words import Count, Translate, counted, translator
from appliance.model import Language

DOMAIN = "screens"


@dataclass(frozen=True)
class Wording:
    """Everything said in `language`. English texts are the keys of the catalogue."""

    language: Language

    @cached_property
    def say(self) -> Translate:
        return translator(self.language, DOMAIN)

    @cached_property
    def _count(self) -> Count:
        return counted(self.language, DOMAIN)

    def number(self, value: int | str) -> str:
        return digits(value, self.language)

    def count(self, singular: str, plural: str, number: int) -> str:
        """The form for `number`, with `{number}` put in."""
        return self._count(singular, plural, number).format(number=self.number(number))

    def day(self, on: date) -> str:
        return dates.day(on, self.language)

    def day_short(self, on: date) -> str:
        return self._looked_at(dates.day_short(on, self.language))

    def day_of_month(self, on: date) -> str:
        return dates.day_of_month(on, self.language)

    def weekday(self, on: date) -> str:
        return dates.weekday(on, self.language)

    def month(self, on: date) -> str:
        return self._looked_at(dates.month(on, self.language))

    def _looked_at(self, day: str) -> str:
        """In Khmer with the mark that says so: nobody then asks where its words end."""
        return day + WORD_END if self.language is Language.KM else day

    def days_left(self, days: int) -> str:
        """How long until a due date: `in 5 days`, `today`, `3 days late`."""
        if days == 0:
            return self.say("today")
        if days < 0:
            return self.count("{number} day late", "{number} days late", -days)
        return self.count("in {number} day", "in {number} days", days)


WORDINGS = {language: Wording(language) for language in Language}
