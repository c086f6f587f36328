"""Who may import whom, and that each of these rules can say no."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from grimp import ImportGraph, build_graph

from tests.house.rooms import BadTable, Room, names_out_of_order, rooms_in, trespasses
from tests.house.tree import HOUSE, tracked_files

LINT_IMPORTS = Path(sys.executable).parent / "lint-imports"
PACKAGES = ("appliance", "drivers", "ui")
DRIVER = "drivers.printer.worker"

# The module that misbehaves, what it imports, and the room whose row in the table does not allow it.
MISDEEDS = [
    ("ui.app", "appliance.store.circulation.loans", "ui"),
    (DRIVER, "appliance.store.circulation.loans", "drivers"),
    ("appliance.kiosk.scans", "appliance.store.circulation.loans", "appliance.kiosk"),
    (DRIVER, "ui.app", "drivers"),
    ("appliance.loop", DRIVER, "appliance.loop"),
    ("ui.app", DRIVER, "ui"),
    ("appliance.model", "appliance.status", "appliance.model"),
    ("appliance.lending.due", "appliance.kiosk.scans", "appliance.lending"),
    ("appliance.language.dates", "appliance.status", "appliance.language"),
    ("ui.app", "appliance.lending.due", "ui"),
    ("ui.app", "appliance.cli.app", "ui"),
    (DRIVER, "appliance.lending.due", "drivers"),
    (DRIVER, "appliance.status", "drivers"),
    # These ten passed when the rules were lists of what is forbidden.
    *(
        (module, f"appliance.{known}", module.split(".")[0])
        for module in ("ui.app", DRIVER)
        for known in ("doctor.rounds", "timekeeping.timekeeper", "inbox")
    ),
    ("appliance.lending.due", "appliance.paper.slip", "appliance.lending"),
    ("appliance.lending.due", "appliance.catalogue.folding", "appliance.lending"),
    ("appliance.timekeeping.timekeeper", "appliance.ports", "appliance.timekeeping"),
    ("appliance.timekeeping.timekeeper", "appliance.messages", "appliance.timekeeping"),
    ("appliance.people.cards", "appliance.scanning.aim", "appliance.people"),
    ("appliance.language.dates", "appliance.doctor.rounds", "appliance.language"),
    ("appliance.demo.library", "appliance.kiosk.scans", "appliance.demo"),
    ("ui.widgets.basics.buttons", "ui.app", "ui.widgets"),
    # Inside a room.
    ("ui.widgets.bars.banner", "ui.screens.screen", "ui.widgets"),
    ("ui.widgets.basics.buttons", "ui.widgets.lists.pager", "ui.widgets.basics"),
    ("ui.screens.reader.home", "ui.screens.staff.guard_desk", "ui.screens.reader"),
    ("appliance.kiosk.reader.basket", "appliance.kiosk.dispatcher", "appliance.kiosk.reader"),
    ("appliance.kiosk.voice.phrases", "appliance.kiosk.scenes", "appliance.kiosk.voice.phrases"),
    ("appliance.kiosk.context", "appliance.kiosk.slips.asking", "appliance.kiosk.context"),
    ("appliance.store.search.find", "appliance.store.circulation.loans", "appliance.store.search"),
    ("appliance.paper.slip", "appliance.paper.codes", "appliance.paper.slip"),
    (DRIVER, "drivers.scanner.device", "drivers.printer"),
    ("appliance.cli.app", "tests", "appliance.cli"),
    ("appliance.kiosk.scans", "provisioning", "appliance.kiosk"),
]

# The module that misbehaves, its import, and the rule of pyproject.toml that must notice.
LIBRARIES_MISUSED = [
    ("appliance/lending/due.py", "import peewee", "Only the store knows the database"),
    ("appliance/catalogue/folding.py", "import apsw", "Only the store knows the database"),
    ("appliance/store/people.py", "import peewee", "In the store only the register"),
    ("drivers/printer/worker.py", "import kivy", "Only the screen knows Kivy"),
    ("appliance/paper/codes.py", "import escpos", "Only the printer knows ESC/POS"),
]


@pytest.fixture(scope="module")
def rooms() -> list[Room]:
    return rooms_in((HOUSE / "docs/architecture.md").read_text(encoding="utf-8"))


@pytest.fixture
def graph() -> ImportGraph:
    return build_graph(*PACKAGES, include_external_packages=True, cache_dir=None)


def test_everyone_imports_only_what_their_room_allows(graph: ImportGraph, rooms: list[Room]) -> None:
    assert trespasses(graph, rooms) == []


def test_no_package_stands_outside_of_what_is_looked_at() -> None:
    tops = {path.parts[0] for path in tracked_files() if path.suffix == ".py"}

    assert tops == {*PACKAGES, "provisioning", "tests"}


def test_every_row_is_a_room_that_is_there(rooms: list[Room]) -> None:
    places = [HOUSE / room.name.removesuffix(".*").replace(".", "/") for room in rooms]

    assert [str(one) for one in places if not one.is_dir() and not one.with_suffix(".py").is_file()] == []


def test_a_room_knows_only_rooms_above_it(rooms: list[Room]) -> None:
    assert names_out_of_order(rooms) == []


@pytest.mark.parametrize(("module", "known", "room"), MISDEEDS)
def test_a_forbidden_import_is_found(
    graph: ImportGraph, rooms: list[Room], module: str, known: str, room: str
) -> None:
    before = trespasses(graph, rooms)
    graph.add_import(importer=module, imported=known)

    found = [one for one in trespasses(graph, rooms) if one not in before]

    assert found == [f"{module} imports {known}: {room} may not know it"]


@pytest.mark.parametrize("module", ["appliance.attic", "attic", "ui.attic", "appliance.kiosk.attic"])
def test_a_new_room_is_shut_out_until_it_has_a_row(
    graph: ImportGraph, rooms: list[Room], module: str
) -> None:
    graph.add_import(importer=module, imported="ui.app")

    assert f"{module} is in no row" in trespasses(graph, rooms)


def test_a_new_device_is_a_room_like_its_neighbours(graph: ImportGraph, rooms: list[Room]) -> None:
    graph.add_import(importer="drivers.lamp.led", imported="drivers.supervision")
    graph.add_import(importer="drivers.lamp.led", imported="drivers.scanner.device")

    (found,) = (one for one in trespasses(graph, rooms) if "lamp" in one)
    assert found == "drivers.lamp.led imports drivers.scanner.device: drivers.lamp may not know it"


def test_an_import_is_found_wherever_it_is_hidden(small_copy: Path) -> None:
    with (small_copy / "ui/app.py").open("a", encoding="utf-8") as source:
        source.write("\ndef hidden():\n    from appliance.people import pins\n")
        source.write("\nif TYPE_CHECKING:\n    import appliance.inbox\n")
    told = subprocess.run(
        [sys.executable, "-c", _TELL_IMPORTS], cwd=small_copy, capture_output=True, text=True, check=True
    )

    assert {"appliance.people.pins", "appliance.inbox"} <= set(told.stdout.split())


_TELL_IMPORTS = f"""
import sys
sys.path.insert(0, "")
from grimp import build_graph
print(*build_graph(*{PACKAGES}, cache_dir=None).find_modules_directly_imported_by("ui.app"))
"""


@pytest.mark.parametrize(
    "row",
    [
        "| `appliance/attic/` | old things | the rooms above |",
        "| `appliance/attic/` | old things | `model` and more |",
        "| the attic | old things | `model` |",
        "| `appliance/model/` | twice | nothing |\n| `appliance/model/` | twice | nothing |",
    ],
)
def test_a_row_that_can_be_read_in_two_ways_is_refused(row: str) -> None:
    with pytest.raises(BadTable):
        rooms_in(f"| room | what is in it | may know |\n|---|---|---|\n{row}\n")


def test_a_row_that_names_a_lower_room_is_told() -> None:
    head = "| room | what | may know |\n|---|---|---|\n"
    page = f"{head}| `ui/` | | `model` |\n| `appliance/model/` | | nothing |\n"

    assert names_out_of_order(rooms_in(page)) == ["ui names appliance.model"]


def lint_imports(house: Path) -> subprocess.CompletedProcess[str]:
    """A house elsewhere is found before the installed one: lint-imports looks in its folder first."""
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=house, capture_output=True, text=True, check=False
    )


@pytest.fixture
def small_copy(tmp_path: Path) -> Path:
    without = shutil.ignore_patterns("__pycache__", "fonts", "locale")
    for package in PACKAGES:
        shutil.copytree(HOUSE / package, tmp_path / package, ignore=without)
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    return tmp_path


def test_everyone_uses_only_the_libraries_of_their_room() -> None:
    outcome = lint_imports(HOUSE)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(("module", "misdeed", "rule"), LIBRARIES_MISUSED)
def test_a_library_of_another_room_breaks_its_rule(
    small_copy: Path, module: str, misdeed: str, rule: str
) -> None:
    with (small_copy / module).open("a", encoding="utf-8") as source:
        source.write(f"\n{misdeed}\n")

    outcome = lint_imports(small_copy)

    assert outcome.returncode == 1
    broken = [line for line in outcome.stdout.splitlines() if " BROKEN" in line]
    assert any(line.startswith(rule) for line in broken), outcome.stdout
