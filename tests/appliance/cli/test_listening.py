"""`bce-kiosk doctor scanner` over a serial line: how a scan came, and never what it was."""

from __future__ import annotations

import json
import os
import pty
import tty
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from typer.testing import Result

from tests.appliance.cli.test_commands import call

CODE = "R000042ABCDEF"


@dataclass
class Scanner:
    """The other end of a serial line; it sends when it is listened to."""

    ours: int
    path: str

    def heard_in(self, folder: Path, sent: bytes, *shape: str, scans: int = 1) -> Result:
        (folder / "devices.toml").write_text(f'[[scanner]]\nside = "guard"\nserial = "{self.path}"\n')
        stopping = Event()
        sender = Thread(target=self._send_until, args=(sent, stopping))
        sender.start()
        words = ("doctor", "scanner", "--library", folder, "--seconds", "30", "--scans", str(scans), *shape)
        try:
            return call(*words)
        finally:
            stopping.set()
            sender.join()

    def _send_until(self, sent: bytes, stopping: Event) -> None:
        """The line is opened twice, by the check and by the trial; what came before is thrown away."""
        while not stopping.wait(0.4):
            os.write(self.ours, sent)


@pytest.fixture
def scanner() -> Iterator[Scanner]:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    yield Scanner(ours, os.ttyname(theirs))
    os.close(ours)
    os.close(theirs)


def scan(result: Result) -> dict[str, Any]:
    (only,) = json.loads(result.stdout)["scans"]
    return dict(only)


@pytest.mark.parametrize(
    ("sent", "symbology", "framing"),
    [
        (b"]C0R000042ABCDEF\r", "Code 128", "CR"),
        (b"]Q1R000042ABCDEF\r\n", "QR", "CR"),
        (b"R000042ABCDEF\t", None, "TAB"),
        (b"\x02R000042ABCDEF\x03", None, "STX ETX"),
    ],
)
def test_a_scan_is_told_by_side_kind_length_and_framing(
    tmp_path: Path, scanner: Scanner, sent: bytes, symbology: str | None, framing: str
) -> None:
    told = scan(scanner.heard_in(tmp_path, sent, "--json"))
    assert (told["side"], told["symbology"], told["letters"]) == ("guard", symbology, len(CODE))
    assert told["framing"].startswith(framing)
    assert told["problem"] is None
    assert told["took_ms"] >= 0


def test_what_is_scanned_is_nowhere_in_what_is_told(tmp_path: Path, scanner: Scanner) -> None:
    result = scanner.heard_in(tmp_path, b"]C0R000042ABCDEF\r")
    assert "guard: Code 128, 13 letters, ended by CR" in result.stdout
    assert CODE not in result.stdout + result.stderr


def test_noise_is_told_as_a_problem(tmp_path: Path, scanner: Scanner) -> None:
    told = scan(scanner.heard_in(tmp_path, b"x" * 70 + b"\r", "--json"))
    assert told["problem"] == "too_long"


def test_nothing_scanned_is_said(tmp_path: Path, scanner: Scanner) -> None:
    (tmp_path / "devices.toml").write_text(f'[[scanner]]\nserial = "{scanner.path}"\n')
    result = call("doctor", "scanner", "--library", tmp_path, "--seconds", "0.2")
    assert "Nothing was read." in result.stdout
    assert result.exit_code == 0
