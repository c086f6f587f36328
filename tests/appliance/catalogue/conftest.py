from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pymarc import Field, Indicators, Leader, Record, Subfield

from appliance.catalogue.entry import Entry, Problem
from appliance.catalogue.reading import read

SHARED = Path(__file__).resolve().parents[3] / "../shared/data"
Parts = tuple[str, list[tuple[str, str]]]


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the shared material (../shared/data) is not here")
    return SHARED


@pytest.fixture
def record() -> Callable[..., bytes]:
    """Makes one MARC21 record in UTF-8: control fields by name, others as (tag, [(code, text)])."""

    def make(*fields: Parts, leader: str = "00000cam a2200000 a 4500", **control: str) -> bytes:
        made = Record(leader=Leader(leader))
        for tag, text in control.items():
            made.add_field(Field(tag.removeprefix("f"), data=text))
        for tag, parts in fields:
            made.add_field(Field(tag, Indicators("0", "0"), [Subfield(*part) for part in parts]))
        written: bytes = made.as_marc()
        return written

    return make


@pytest.fixture
def read_bytes(tmp_path: Path) -> Callable[..., tuple[list[Entry], list[Problem]]]:
    """Puts bytes into a file and reads it: the entries, and the problems."""

    def take(content: bytes, name: str = "file", **options: object) -> tuple[list[Entry], list[Problem]]:
        path = tmp_path / name
        path.write_bytes(content)
        told = list(read(path, **options))
        return [one for one in told if isinstance(one, Entry)], [
            one for one in told if isinstance(one, Problem)
        ]

    return take
