"""What an import of MARC21 costs: whole (read, fold, index, write, commit) over pymarc merely reading.

The records are real ones when `../shared/data` is there, else made here; either way repeated with control
numbers and titles of their own. Each measurement runs in a process of its own, so that neither warms up the
other and the peak of memory is its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from pymarc import Field, Indicators, Leader, MARCReader, Record, Subfield

from tests.bench.row import Row

REAL = Path(__file__).resolve().parents[2] / "../shared/data/marc/loc_juvenile_eng_500.mrc"
RECORDS = 20_000
FEW = 2_000
RUNS = 3
RATIO_LIMIT = 3.0
GROWTH_LIMIT_MB = 16.0
"""Memory is flat: ten times the records may not take more than SQLite's and the allocator's play."""


def rows() -> list[Row]:
    """The ratio, both times a record, and how much the peak of memory grows from 2,000 to 20,000 records."""
    with TemporaryDirectory() as folder:
        many, few = Path(folder) / "many.mrc", Path(folder) / "few.mrc"
        write_records(many, RECORDS)
        write_records(few, FEW)
        small = _measured("whole", few)
        # Turn about, so that a busy machine slows both sides of a ratio alike.
        pairs = [(_measured("floor", many), _measured("whole", many)) for _ in range(RUNS)]
    floor_s = median(floor["seconds"] for floor, _ in pairs)
    whole_s = median(whole["seconds"] for _, whole in pairs)
    grown_mb = median(whole["peak_mb"] for _, whole in pairs) - small["peak_mb"]
    ratio = median(whole["seconds"] / floor["seconds"] for floor, whole in pairs)
    return [
        Row("import of 20,000 records / pymarc reading them", ratio, "x", RATIO_LIMIT, ratio <= RATIO_LIMIT),
        Row("import, one record", whole_s / RECORDS * 1e6, "us", None, True),
        Row("pymarc, one record", floor_s / RECORDS * 1e6, "us", None, True),
        Row("import, peak memory at 2,000 records", small["peak_mb"], "MB", None, True),
        Row("import, growth to 20,000", grown_mb, "MB", GROWTH_LIMIT_MB, grown_mb <= GROWTH_LIMIT_MB),
    ]


def write_records(path: Path, count: int) -> None:
    """A file of `count` different records."""
    models = list(MARCReader(REAL.read_bytes())) if REAL.exists() else [_made_record()]
    with path.open("wb") as stream:
        for number, model in enumerate(islice(cycle(filter(None, models)), count)):
            stream.write(_renumbered(model, number))


def _renumbered(model: Record, number: int) -> bytes:
    model["001"].data = f"bench{number:08}"
    heading = model["245"]
    heading.subfields[0] = Subfield("a", f"{heading.subfields[0].value.partition(' no. ')[0]} no. {number}")
    written: bytes = model.as_marc()
    return written


def _made_record() -> Record:
    record = Record(leader=Leader("00000cam a2200000 a 4500"))
    record.add_field(Field("001", data="1"), Field("003", data="KH-test"))
    record.add_field(Field("008", data="860417s1999    cb a   j      000 1 eng d".ljust(40)))
    for tag, parts in (
        ("020", ("a", "9780306406157")),
        ("100", ("a", "Vawter, Clara,", "d", "1868-1900.")),
        ("245", ("a", "Of such is the kingdom :", "b", "stories of children /", "c", "by Clara Vawter.")),
        ("260", ("a", "Phnom Penh :", "b", "A press,", "c", "1999.")),
        ("300", ("a", "165 p. :", "b", "ill. ;", "c", "20 cm.")),
        ("490", ("a", "Stories for young readers ;", "v", "12")),
        (
            "520",
            (
                "a",
                "Stories of children in a village by the river, and of what they learn from it. " * 4,
            ),
        ),
        ("650", ("a", "Children", "v", "Juvenile fiction.")),
    ):
        pairs = [Subfield(parts[at], parts[at + 1]) for at in range(0, len(parts) - 1, 2)]
        record.add_field(Field(tag, Indicators("0", "0"), pairs))
    return record


def _measured(what: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.import_rows", what, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).resolve().parents[2])
    result: dict[str, float] = json.loads(done.stdout)
    return result


def _floor(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for record in MARCReader(stream) if record is not None)


def _whole(path: Path) -> int:
    from appliance.catalogue.reading import read
    from appliance.store.catalogue.importing import import_entries
    from appliance.store.database import open_library

    with TemporaryDirectory() as folder:
        connection = open_library(Path(folder))
        report = import_entries(connection, read(path), at=datetime.now(UTC))
        connection.close()
    return report.added


def main() -> None:
    work = {"floor": _floor, "whole": _whole}[sys.argv[1]]
    started = time.perf_counter()
    count = work(Path(sys.argv[2]))
    seconds = time.perf_counter() - started
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak_mb, "records": count}))


if __name__ == "__main__":
    main()
