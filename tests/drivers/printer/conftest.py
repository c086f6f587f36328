"""Slips to print, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

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
from appliance.paper.slip import Slip

CODE = slip_code(bytes(32), 42)
"""As long as a slip bears it."""
TITLES = {
    "សៀវភៅណែនាំកសិកម្មសម្រាប់ប្រជាកសិករនៅតំបន់ទន្លេសាប": Shelf.TECHNOLOGY,
    "ស្ត្រី និងសុខភាព": Shelf.SCIENCE,
    "L'Étranger à l'école": Shelf.LITERATURE,
}


def _loan(number: int, title: str, shelf: Shelf) -> Loan:
    copy = Copy(CopyId(number), Barcode(f"0{number}"), Title(TitleId(number), title, shelf=shelf))
    lent_at = datetime(2026, 11, 24, 3, tzinfo=UTC)
    return Loan(LoanId(number), copy, ReaderId(7), lent_at, date(2026, 12, 8))


@pytest.fixture
def a_slip() -> Callable[[Language], Slip]:
    loans = tuple(_loan(number, title, shelf) for number, (title, shelf) in enumerate(TITLES.items()))

    def make(language: Language) -> Slip:
        facts = LoanSlipFacts(42, CODE, language, "បណ្ណាល័យ", loans, date(2026, 11, 24))
        return loan_slip(facts)

    return make
