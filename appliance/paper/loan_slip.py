"""The slip a reader takes along with their books.

The due date is the largest thing on it, and pictograms say the rest to who cannot read. It tells what is read
and not by whom: no name, no number and no picture of a reader, so a lost slip is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from appliance.language.dates import day, day_largest, weekday
from appliance.language.fonts import shelf_pictogram
from appliance.language.numerals import digits
from appliance.language.words import counted, translator
from appliance.model import Language, Loan, RequestId
from appliance.paper.slip import Code, Gap, Line, Pictogram, Ruler, Size, Slip, Text

DOMAIN = "slips"


@dataclass(frozen=True, slots=True)
class LoanSlipFacts:
    """What a loan slip tells. `code` is what is scanned of it, `printed_on` the civil date at the site."""

    request_id: RequestId
    code: str = field(repr=False)
    language: Language
    site_name: str
    loans: tuple[Loan, ...]
    printed_on: date
    print: int = 1

    @property
    def again(self) -> bool:
        """A slip of these loans was asked for before."""
        return self.print > 1


def loan_slip(facts: LoanSlipFacts) -> Slip:
    """Header, each due date with its books, what to do, and the code to scan."""
    lines = (*_header(facts), *_books_by_due_date(facts), *_footer(facts))
    return Slip(facts.request_id, facts.language, lines, facts.print)


def _header(facts: LoanSlipFacts) -> tuple[Line, ...]:
    _ = translator(facts.language, DOMAIN)
    return (
        Text(facts.site_name, bold=True, centred=True),
        Text(_("Loan slip, printed again") if facts.again else _("Loan slip"), Size.SMALL, centred=True),
    )


def _books_by_due_date(facts: LoanSlipFacts) -> Iterator[Line]:
    """The soonest date first: it is the one not to miss."""
    by_date = sorted(facts.loans, key=lambda loan: loan.due_on)
    for due_on, loans in groupby(by_date, key=lambda loan: loan.due_on):
        of_day = list(loans)
        yield Ruler()
        yield from _due(due_on, facts)
        if any(loan.due_was for loan in of_day):
            _ = translator(facts.language, DOMAIN)
            yield Text(_("The kiosk’s date was wrong: this day holds."), centred=True)
        yield Gap(2)
        yield from _titles(of_day)


def _due(due_on: date, facts: LoanSlipFacts) -> Iterator[Line]:
    language = facts.language
    _, n_ = translator(language, DOMAIN), counted(language, DOMAIN)
    yield Pictogram("return", _("Bring back by"))
    yield Pictogram("day", day_largest(due_on, language), Size.HUGE, bold=True)
    named = _("{weekday} {day}").format(weekday=weekday(due_on, language), day=day(due_on, language))
    yield Text(named, centred=True)
    days = (due_on - facts.printed_on).days
    if days > 0:
        left = n_("in {number} day", "in {number} days", days)
        yield Text(left.format(number=digits(days, language)), centred=True)


def _titles(loans: Sequence[Loan]) -> Iterator[Line]:
    for loan in loans:
        title = loan.copy.title
        yield Pictogram(shelf_pictogram(title.shelf), title.title, bold=True)
        yield Gap(1)


def _footer(facts: LoanSlipFacts) -> tuple[Line, ...]:
    language = facts.language
    _, n_ = translator(language, DOMAIN), counted(language, DOMAIN)
    care = n_("Please take good care of the book.", "Please take good care of the books.", len(facts.loans))
    return (
        Ruler(),
        Pictogram("my_books", care),
        Gap(1),
        Pictogram("scan_slip", _("Scan this code, then your card, to see your books.")),
        Code(facts.code),
        Text(_("Borrowed on {day}").format(day=day(facts.printed_on, language)), Size.SMALL, centred=True),
    )
