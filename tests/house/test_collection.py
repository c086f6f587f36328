"""Collecting the tests imports no Kivy: it would read settings that nobody has made yet."""

from __future__ import annotations

import subprocess
import sys

from tests.house.tree import HOUSE

LOOKS = """
import sys
import pytest

READ_AT_IMPORT = ("kivy.core.window", "kivy.lang")

class Looks:
    def pytest_collection_finish(self, session):
        print("IMPORTED:", *sorted(name for name in sys.modules if name.startswith(READ_AT_IMPORT)))

words = ["--collect-only", "-q", "-p", "no:cacheprovider", "tests/screens", "tests/flows"]
sys.exit(pytest.main(words, [Looks()]))
"""


def test_no_test_imports_kivys_window_when_it_is_collected() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOKS], cwd=HOUSE, capture_output=True, text=True, check=False
    )

    (told,) = [line for line in done.stdout.splitlines() if line.startswith("IMPORTED:")]
    assert told == "IMPORTED:"
