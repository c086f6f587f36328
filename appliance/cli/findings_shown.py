"""What the doctor found, as a table for people or as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from appliance.cli.exits import Exit
from appliance.language import causes
from appliance.language.breaking import WORD_END
from appliance.language.causes import check_name, verdict_name
from appliance.model import Language
from appliance.model.findings import Finding, Verdict, worst_first

_SIGNS = {Verdict.GOOD: "✓", Verdict.WATCH: "!", Verdict.BAD: "✗", Verdict.UNKNOWN: "?"}
_STYLES = {Verdict.GOOD: "green", Verdict.WATCH: "yellow", Verdict.BAD: "bold red", Verdict.UNKNOWN: "dim"}
_EXITS = {
    Verdict.GOOD: Exit.WELL,
    Verdict.WATCH: Exit.TO_BE_WATCHED,
    Verdict.BAD: Exit.FAULTS_FOUND,
    Verdict.UNKNOWN: Exit.NOT_ALL_KNOWN,
}


def exit_of(findings: Iterable[Finding]) -> Exit:
    """By the worst of them."""
    ordered = worst_first(findings)
    return _EXITS[ordered[0].verdict] if ordered else Exit.WELL


def as_table(findings: Iterable[Finding], language: Language) -> Table:
    """The worst first: sign and word, what it is about, what was found and what to do."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for one in worst_first(findings):
        style = _STYLES[one.verdict]
        words = Text(_plain(causes.told(one, language)))
        if advice := _plain(causes.to_do(one, language)):
            words.append(f"\n→ {advice}", "bold")
        table.add_row(
            Text(_plain(f"{_SIGNS[one.verdict]} {verdict_name(one.verdict, language)}"), style),
            Text(_plain(check_name(one.check, language))),
            words,
        )
    return table


def show(findings: Iterable[Finding], language: Language) -> None:
    Console().print(as_table(findings, language))


def as_plain(findings: Iterable[Finding], language: Language) -> list[dict[str, Any]]:
    """For JSON."""
    return [
        {
            "check": one.check,
            "verdict": one.verdict,
            "cause": one.cause,
            "figures": dict(one.figures),
            "told": _plain(causes.told(one, language)),
            "to_do": _plain(causes.to_do(one, language)),
        }
        for one in worst_first(findings)
    ]


def _plain(text: str) -> str:
    """Without the marks for line breaks, which a terminal may show."""
    return text.replace(WORD_END, "")
