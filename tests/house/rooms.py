"""The tables of rooms in docs/architecture.md, and who walks through a wall."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grimp import ImportGraph

_HEAD = re.compile(r"\| *room *\|[^|\n]*\| *may know *\|")
_CELL = re.compile(r"`([^`]+)`")
_HOUSE = ("appliance", "drivers", "ui", "provisioning", "tests")
"""What else is imported is a library; `pyproject.toml` says who may use which."""


@dataclass(frozen=True, slots=True)
class Room:
    """A row's room as a dotted name, which may end with `.*`: every part that has no row of its own.

    `row` counts from the top; rooms of one row have the same.
    """

    name: str
    knows: frozenset[str]
    row: int

    def holds(self, module: str) -> bool:
        return _within(module, self.name)


class BadTable(ValueError):
    """A row that cannot be read, or that names what is not above it."""


def rooms_in(page: str) -> list[Room]:
    """Every room of every table whose columns are room, …, may know. Raises BadTable."""
    rooms: list[Room] = []
    for number, line in enumerate(_rows(page)):
        room_cell, *_, knows_cell = (cell.strip() for cell in line.strip().strip("|").split("|"))
        paths = _CELL.findall(room_cell)
        if not paths:
            raise BadTable(f"no room in {line!r}")
        above = frozenset(room.name for room in rooms)
        knows = above if knows_cell == "everything above" else _knows(knows_cell)
        rooms += (Room(_dotted(path), knows, number) for path in paths)
    names = [room.name for room in rooms]
    if twice := {name for name in names if names.count(name) > 1}:
        raise BadTable(f"rows that are there twice: {sorted(twice)}")
    return rooms


def names_out_of_order(rooms: Sequence[Room]) -> list[str]:
    """What a row names though it is in no row above it. Names from above cannot make a circle."""
    wrong = []
    named = [known for room in rooms for known in room.knows]
    spelled = list(_spelled_out(rooms, named))
    for room in spelled:
        above = [one for one in spelled if one.row < room.row and not one.holds(room.name)]
        for known in sorted(room.knows):
            if not _within(room.name, known) and not any(one.holds(known) for one in above):
                wrong.append(f"{room.name} names {known}")
    return wrong


def trespasses(graph: ImportGraph, rooms: Sequence[Room]) -> list[str]:
    """Every import that the tables do not allow, and every module that is in no room."""
    rooms = list(_spelled_out(rooms, graph.modules))
    found = []
    for module in sorted(graph.modules):
        if graph.is_module_squashed(module):
            continue
        around = sorted((room for room in rooms if room.holds(module)), key=lambda one: -len(one.name))
        if not _has_its_row(module, around, rooms):
            found.append(f"{module} is in no row")
            continue
        for known in sorted(graph.find_modules_directly_imported_by(module)):
            if wall := _wall(known, around, rooms):
                found.append(f"{module} imports {known}: {wall}")
    return found


def _wall(known: str, around: Sequence[Room], rooms: Iterable[Room]) -> str:
    """Which wall stands between a module of the rooms `around` it, the innermost first, and `known`."""
    if known.split(".", maxsplit=1)[0] not in _HOUSE:
        return ""
    for place, room in enumerate(around):
        if room.holds(known):
            return ""
        larger = around[place + 1] if place + 1 < len(around) else None
        if larger is not None and not larger.holds(known):
            continue
        if not any(_within(known, name) for name in room.knows):
            return f"{room.name} may not know it"
        # A row above the rest of its room knows only what is above itself, whatever the rest knows.
        innermost, above = around[0], (one for one in rooms if one.row <= around[0].row)
        seen = any(one.holds(known) and not one.holds(innermost.name) for one in above)
        return "" if seen else f"{innermost.name} may not know it"
    return "" if around else "a package may know nothing"


def _has_its_row(module: str, around: Sequence[Room], rooms: Iterable[Room]) -> bool:
    """A room with rooms in it is divided whole; only the `__init__` around them belongs to none of them."""
    if around and around[0].name == module:
        return True
    innermost = around[0].name if around else ""
    divided = any(room.name != innermost and _within(room.name, innermost) for room in rooms)
    return not divided or any(_within(room.name, module) for room in rooms)


def _spelled_out(rooms: Sequence[Room], modules: Iterable[str]) -> Iterator[Room]:
    named = {room.name for room in rooms}
    for room in rooms:
        if not room.name.endswith(".*"):
            yield room
            continue
        larger = room.name.removesuffix(".*")
        depth = larger.count(".") + 2
        parts = {".".join(name.split(".")[:depth]) for name in modules if _within(name, larger)}
        yield from (Room(part, room.knows, room.row) for part in sorted(parts - named - {larger}))


def _within(name: str, room: str) -> bool:
    return not room or name == room or name.startswith(room + ".")


def _rows(page: str) -> Iterator[str]:
    in_table = False
    for line in page.splitlines():
        if _HEAD.match(line):
            in_table = True
        elif not line.startswith("|"):
            in_table = False
        elif in_table and not line.startswith("|--"):
            yield line


def _knows(cell: str) -> frozenset[str]:
    names = _CELL.findall(cell)
    if cell != ", ".join(f"`{name}`" for name in names) and cell != "nothing":
        raise BadTable(f"may know is `a`, `b`, or nothing, or everything above; not {cell!r}")
    return frozenset(map(_named, names))


def _named(name: str) -> str:
    return name if name.split(".", maxsplit=1)[0] in _HOUSE else f"appliance.{name}"


def _dotted(path: str) -> str:
    return path.removesuffix("/").removesuffix(".py").replace("/", ".")
