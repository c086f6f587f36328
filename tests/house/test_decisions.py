"""The index of decisions is whole, and what changed what is told on both pages."""

from __future__ import annotations

import re

from tests.house.tree import HOUSE

DECISIONS = HOUSE / "docs/decisions"
PAGES = {int(page.name[:4]): page for page in DECISIONS.glob("[0-9]*.md")}
ROW = re.compile(r"^\| (\d+) \| \[(.+)\]\((.+)\) \| (.*) ?\|$", re.MULTILINE)
ROWS = ROW.findall((DECISIONS / "README.md").read_text(encoding="utf-8"))
CHANGES = re.compile(r"(?:Changes|Takes the place of)\s+\[decision (\d+)\]\(")
LINK = re.compile(r"\[decision (\d+)\]\(")


def test_the_index_has_every_decision_once_in_order_by_its_own_title() -> None:
    titles = {number: page.read_text(encoding="utf-8").splitlines()[0] for number, page in PAGES.items()}

    assert [(int(number), f"# {number}. {title}", file) for number, title, file, _ in ROWS] == [
        (number, titles[number], PAGES[number].name) for number in sorted(PAGES)
    ]


def test_what_changes_a_decision_says_so_on_its_page_and_in_the_index() -> None:
    by_index = {
        (int(later), int(number))
        for number, _, _, changed_by in ROWS
        for later in re.findall(r"\[(\d+)\]", changed_by)
    }
    texts = {number: page.read_text(encoding="utf-8") for number, page in PAGES.items()}
    by_later = {(later, int(number)) for later, text in texts.items() for number in CHANGES.findall(text)}
    by_earlier = {
        (int(later), number)
        for number, text in texts.items()
        for later in LINK.findall(text)
        if int(later) > number
    }

    assert by_index == by_later == by_earlier
    assert all(later > number for later, number in by_index)
