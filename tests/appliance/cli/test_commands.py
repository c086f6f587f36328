"""The command line: every command answers people and programs, with exit codes that mean something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from appliance.catalogue.entry import Refusal
from appliance.cli.app import app
from appliance.cli.demo_library import FolderTaken, lay_table, make_demo_library
from appliance.cli.exits import Exit
from appliance.messages import AskForLoan
from appliance.store.database import FILE_NAME, open_library
from appliance.store.sqlite_store import open_store
from tests.flows.storyboard import Storyboard

CSV = "title,author,barcode\nទុំទាវ,ភិក្ខុ សោម,K1\nLe Petit Prince,Antoine de Saint-Exupéry,K2\n"


def call(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def lent(story: Storyboard) -> Path:
    """A library with one open loan, and no kiosk running on it."""
    story.scans_card_of("Chanthy")
    story.scans("B1")
    story.touches(AskForLoan())
    story.store.close()
    return story.folder


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    file = tmp_path / "catalogue.csv"
    file.write_text(CSV, "utf-8")
    return file


def test_a_catalogue_is_taken_in_once(tmp_path: Path, catalogue: Path) -> None:
    first = call("import", catalogue, "--library", tmp_path / "lib", "--json")
    again = call("import", catalogue, "--library", tmp_path / "lib", "--json")
    assert (first.exit_code, again.exit_code) == (Exit.WELL, Exit.WELL)
    assert (json.loads(first.stdout)["added"], json.loads(first.stdout)["copies_added"]) == (2, 2)
    assert (json.loads(again.stdout)["added"], json.loads(again.stdout)["unchanged"]) == (0, 2)


def test_a_dry_run_reports_and_changes_nothing(tmp_path: Path, catalogue: Path) -> None:
    dry = call("import", catalogue, "--dry-run", "--library", tmp_path / "lib", "--json")
    assert json.loads(dry.stdout)["added"] == 2
    assert not (tmp_path / "lib").exists()


def test_a_library_that_is_not_there_is_told_and_not_made(tmp_path: Path) -> None:
    result = call("loans", "--library", tmp_path / "typo", "--json")
    assert result.exit_code == Exit.LIBRARY_UNUSABLE
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("title", ["Bad [/b] one", "Tom [texte imprimé] Sawyer", "[red]Candide"])
def test_brackets_in_a_title_are_shown_as_they_are(tmp_path: Path, title: str) -> None:
    file = tmp_path / "brackets.csv"
    file.write_text(f"title,barcode\n{title},[/x]\nOther,[/x]\n", "utf-8")
    report = call("import", file, "--library", tmp_path / "lib")
    assert report.exit_code == Exit.PROBLEMS_FOUND
    assert "[/x]" in report.stdout
    shown = call("search", title.rsplit(maxsplit=1)[-1], "--library", tmp_path / "lib")
    assert title.split(maxsplit=1)[0] in shown.stdout


def test_a_column_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("Naslov\nTravnička hronika\n", "utf-8")
    refused = call("import", file, "--library", tmp_path / "lib", "--json")
    assert refused.exit_code == Exit.FILE_REFUSED
    taken = call("import", file, "--column", "title=Naslov", "--library", tmp_path / "lib", "--json")
    assert json.loads(taken.stdout)["added"] == 1


def test_problems_have_an_exit_code_and_a_table(tmp_path: Path) -> None:
    file = tmp_path / "gaps.csv"
    file.write_text("title,barcode\nCandide,K1\n,K2\n", "utf-8")
    result = call("import", file, "--library", tmp_path / "lib")
    assert result.exit_code == Exit.PROBLEMS_FOUND
    assert "1 no_title" in result.stdout
    again = json.loads(call("import", file, "--library", tmp_path / "lib", "--json").stdout)
    assert (again["causes"], again["problems"][0]["record"]) == ({"no_title": 1}, 3)


def test_search_finds_what_the_screen_finds(lent: Path) -> None:
    rows = json.loads(call("search", "ទុំ", "--library", lent, "--json").stdout)
    assert [(row["title"], row["availability"]) for row in rows] == [("ទុំទាវ", "on_loan")]


def test_readers_and_loans_are_listed(lent: Path) -> None:
    readers = json.loads(call("readers", "--library", lent, "--json").stdout)
    assert {row["name"]: row["loans"] for row in readers}["Chanthy"] == 1
    loans = json.loads(call("loans", "--library", lent, "--json").stdout)
    assert [(row["barcode"], row["reader"], row["cell"]) for row in loans] == [("B1", 45, "A-12")]
    assert "A-12" in call("loans", "--library", lent).stdout


def test_the_journal_is_verified(lent: Path) -> None:
    result = call("journal", "verify", "--library", lent, "--json")
    assert result.exit_code == Exit.WELL
    assert json.loads(result.stdout)["rows"] > 1


def test_a_broken_journal_is_named_with_its_row(lent: Path) -> None:
    connection = open_library(lent)
    connection.execute("DROP TRIGGER journal_is_never_rewritten")
    connection.execute("UPDATE journal SET kind = 'x' WHERE seq = 2")
    connection.close()
    result = call("journal", "verify", "--library", lent, "--json")
    assert result.exit_code == Exit.JOURNAL_BROKEN
    assert "row 2" in json.loads(result.stdout)["detail"]


def test_a_damaged_library_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no library" * 500)
    result = call("loans", "--library", tmp_path)
    assert result.exit_code == Exit.LIBRARY_UNUSABLE
    assert (tmp_path / FILE_NAME).read_bytes() == b"no library" * 500


def test_a_running_kiosk_keeps_its_library_to_itself(story: Storyboard) -> None:
    result = call("loans", "--library", story.folder, "--json")
    assert result.exit_code == Exit.LIBRARY_UNUSABLE
    assert "running kiosk" in json.loads(result.stdout)["detail"]


def test_the_demo_library_is_in_use_and_its_table_is_laid(tmp_path: Path) -> None:
    make_demo_library(tmp_path / "demo", None)
    table = lay_table(tmp_path / "demo")
    assert len(table.cards) > 20
    assert all(len(badge.pin) == 6 for badge in table.badges)
    loans = json.loads(call("loans", "--library", tmp_path / "demo", "--json").stdout)
    assert len(loans) == 5
    lendable = [copy for copy in table.copies if copy.lendable]
    assert len(lendable) >= 3
    assert table.copies[: len(lendable)] == tuple(lendable)


def test_a_demo_removes_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    mine = tmp_path / "demo" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("keep")
    with pytest.raises(FolderTaken):
        make_demo_library(tmp_path / "demo", None)
    assert mine.read_text() == "keep"


def test_a_refused_catalogue_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "no.csv"
    file.write_text("x,y\n1,2\n", "utf-8")
    with pytest.raises(Refusal):
        make_demo_library(tmp_path / "demo", file)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["no.csv"]


def test_a_demo_library_can_show_a_real_catalogue(tmp_path: Path, catalogue: Path) -> None:
    make_demo_library(tmp_path / "demo", catalogue)
    assert {copy.code for copy in lay_table(tmp_path / "demo").copies} == {"K1", "K2"}


def test_the_rules_of_a_site_are_listed_and_changed(lent: Path) -> None:
    def rules(*words: str) -> dict[str, object]:
        answer = call("rules", *words, "--library", lent, "--json")
        assert answer.exit_code == Exit.WELL
        return {row["rule"]: row["is"] for row in json.loads(answer.stdout)}

    first = {"returns": "trusted", "renew_days_before": 7, "rest_days": 1, "ask_again_days": 2}
    assert rules() == first
    assert rules("returns", "confirmed") == {"returns": "confirmed"}
    assert rules("rest_days", "3") == {"rest_days": 3}
    assert rules() == first | {"returns": "confirmed", "rest_days": 3}
    store = open_store(lent)
    told = list(store.connection.execute("SELECT body FROM journal WHERE kind = 'setting_changed'"))
    store.close()
    assert [json.loads(body) for (body,) in told] == [
        {"name": "returns", "value": "confirmed"},
        {"name": "rest_days", "value": "3"},
    ]


@pytest.mark.parametrize(("name", "value"), [("returns", "maybe"), ("rest_days", "-1"), ("limit", "9")])
def test_a_rule_that_cannot_be_is_told_and_changes_nothing(lent: Path, name: str, value: str) -> None:
    assert call("rules", "--library", lent, "--json", "--", name, value).exit_code == 2
    store = open_store(lent)
    assert "setting_changed" not in [kind for (kind,) in store.connection.execute("SELECT kind FROM journal")]
    store.close()
