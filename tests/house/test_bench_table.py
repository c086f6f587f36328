"""The table of figures: what it writes, and that a missed limit is a failure."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner, Result

from tests.bench import runner
from tests.bench.row import Row

WITHIN = Row("scan to screen", 22.0, "ms", 60.0, True)
MISSED = Row("checkout", 2.5, "times", 2.0, False)
TOLD = Row("bare start", 0.4, "s", None, True)


def bench(monkeypatch: pytest.MonkeyPatch, report: Path, rows: list[Row], *arguments: str) -> Result:
    """Run the table over one kind of rows, `invented`, that yields `rows`."""
    monkeypatch.setattr(runner, "REPORT", report)
    monkeypatch.setattr(runner, "known_names", lambda: ["invented"])
    monkeypatch.setattr(runner, "import_module", lambda _: SimpleNamespace(rows=lambda: rows))
    return CliRunner().invoke(runner.app, arguments)


def test_every_row_is_shown_and_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    report = tmp_path / "build" / "bench.json"

    outcome = bench(monkeypatch, report, [WITHIN, TOLD])

    assert outcome.exit_code == 0
    assert all(row.name in outcome.stdout for row in (WITHIN, TOLD))
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written[0] == {"name": "scan to screen", "value": 22.0, "unit": "ms", "limit": 60.0, "ok": True}
    assert [row["name"] for row in written] == ["scan to screen", "bare start"]


def test_a_missed_limit_is_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    outcome = bench(monkeypatch, tmp_path / "bench.json", [WITHIN, MISSED])

    assert outcome.exit_code == runner.LIMIT_MISSED
    assert "missed" in outcome.stdout


def test_unknown_rows_are_named_and_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    report = tmp_path / "bench.json"

    outcome = bench(monkeypatch, report, [WITHIN], "--rows", "invented,weather")

    assert outcome.exit_code == runner.UNKNOWN_ROWS
    assert "weather" in outcome.stdout
    assert not report.exists()


def test_the_real_rows_are_found_by_their_file_names() -> None:
    assert {"import", "search", "start"} <= set(runner.known_names())
