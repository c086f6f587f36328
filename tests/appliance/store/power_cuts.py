"""Simulated power cuts: every write of SQLite is recorded by a VFS, and crash states are built from it.

What was synced is on the disk; of what was written since, any part may be, and any write may be torn at
512-byte sectors. Method: crash-state exploration as in "All File Systems Are Not Created Equal" (OSDI 2014).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR_BYTES = 512
VFS_NAME = "recorded"


@dataclass(frozen=True, slots=True)
class Write:
    file: str
    offset: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    file: str


@dataclass(frozen=True, slots=True)
class Delete:
    file: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The program told the reader that so many loans are recorded."""

    loans: int


Operation = Write | Truncate | Sync | Delete | Confirmed


class _RecordedFile(apsw.VFSFile):
    def __init__(self, trace: list[Operation], name: Any, flags: Any) -> None:
        super().__init__("", name, flags)
        self._trace = trace
        path = name if isinstance(name, str) else name.filename() if name else ""
        self._file = Path(path).name

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._trace.append(Write(self._file, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._trace.append(Truncate(self._file, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._trace.append(Sync(self._file))


class RecordedVFS(apsw.VFS):
    """Registered under `VFS_NAME` for as long as it lives."""

    def __init__(self) -> None:
        self.trace: list[Operation] = []
        super().__init__(VFS_NAME, "")

    def xOpen(self, name: Any, flags: Any) -> apsw.VFSFile:
        return _RecordedFile(self.trace, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.trace.append(Delete(Path(filename).name))


@dataclass
class Disk:
    """What is surely on the disk, and what was written since without a sync."""

    files: dict[str, bytearray] = field(default_factory=dict)
    pending: list[Write | Truncate] = field(default_factory=list)
    confirmed: int = 0

    def happens(self, operation: Operation) -> None:
        match operation:
            case Write() | Truncate():
                self.pending.append(operation)
            case Sync(file):
                mine = [waiting for waiting in self.pending if waiting.file == file]
                self.pending = [waiting for waiting in self.pending if waiting.file != file]
                for waiting in mine:
                    _apply(self.files, waiting)
            case Delete(file):
                self.files.pop(file, None)
                self.pending = [waiting for waiting in self.pending if waiting.file != file]
            case Confirmed(loans):
                self.confirmed = loans

    def after_a_cut(self, dice: random.Random) -> dict[str, bytes]:
        """One way the disk may look when the power goes now."""
        files = {name: bytearray(content) for name, content in self.files.items()}
        kept = dice.choice((0.0, 0.3, 0.6, 1.0))
        for operation in self.pending:
            if dice.random() < kept:
                for part in _torn(operation, dice):
                    _apply(files, part)
        return {name: bytes(content) for name, content in files.items()}


def _torn(operation: Write | Truncate, dice: random.Random) -> Iterator[Write | Truncate]:
    if isinstance(operation, Truncate) or dice.random() < 0.5:
        yield operation
        return
    for start in range(0, len(operation.payload), SECTOR_BYTES):
        if dice.random() < 0.7:
            sector = operation.payload[start : start + SECTOR_BYTES]
            yield Write(operation.file, operation.offset + start, sector)


def _apply(files: dict[str, bytearray], operation: Write | Truncate) -> None:
    content = files.setdefault(operation.file, bytearray())
    if isinstance(operation, Truncate):
        del content[operation.size :]
        content.extend(bytes(operation.size - len(content)))
        return
    content.extend(bytes(max(0, operation.offset - len(content))))
    content[operation.offset : operation.offset + len(operation.payload)] = operation.payload


def cuts(trace: list[Operation], states: int, dice: random.Random) -> Iterator[tuple[dict[str, bytes], int]]:
    """`states` disks after a cut somewhere behind the first confirmation, each with the loans confirmed."""
    first = next(place for place, operation in enumerate(trace) if isinstance(operation, Confirmed))
    places = sorted(dice.randrange(first + 1, len(trace) + 1) for _ in range(states))
    disk, done = Disk(), 0
    for place in places:
        for operation in trace[done:place]:
            disk.happens(operation)
        done = place
        yield disk.after_a_cut(dice), disk.confirmed
