"""Due dates: civil dates of the site, so a loan is due at the end of a day whatever the hour it began."""

from __future__ import annotations

from datetime import date, timedelta

from appliance.model import Loan, Rule


def due_on(rule: Rule, today: date) -> date:
    """The day by which a copy lent (or renewed) today must be back; zero days means today."""
    return today + timedelta(days=rule.loan_days)


def days_late(loan: Loan, today: date) -> int:
    return max(0, (today - loan.due_on).days)
