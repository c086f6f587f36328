"""What staff keep in the library, over peewee: readers, staff, policy and settings, written and listed.

Nothing of it happens at a start, a tick or a scan; those are SQL beside their function, and peewee is not
even imported for them (docs/decisions/0012). One Register belongs to one open library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import apsw
from peewee import Table
from playhouse.apsw_ext import APSWDatabase

from appliance.lending.policy import Matrix
from appliance.model import Reader, ReaderId, Staff, StaffId
from appliance.store.rows import READER_COLUMNS, STAFF_COLUMNS, reader_of, staff_of

_POLICY_COLUMNS = ("category", "kind", "loan_days", "copies", "renewals", "needs_approval")


class _Opened(APSWDatabase):  # type: ignore[misc]  # peewee brings no types
    """peewee over a connection that is there already and stays its owner's."""

    def __init__(self, connection: apsw.Connection) -> None:
        super().__init__(connection.filename, thread_safe=False, autoconnect=False)
        self._opened = connection
        self.connect()

    def _connect(self) -> apsw.Connection:
        return self._opened

    def execute_sql(self, sql: str, params: tuple[Any, ...] | None = None) -> apsw.Cursor:
        """As peewee does it, but apsw's errors come through as they are: the store knows them by name."""
        return self._opened.execute(sql, params or ())


class Register:
    """The tables that staff keep, in one library. Every change belongs into a `transaction` of the store."""

    def __init__(self, connection: apsw.Connection) -> None:
        database = _Opened(connection)
        self._readers = Table("reader", (*READER_COLUMNS, "issue"), "id").bind(database)
        self._staff = Table("staff", (*STAFF_COLUMNS, "issue", "pin_hash"), "id").bind(database)
        self._policy = Table("policy", _POLICY_COLUMNS, False).bind(database)
        self._site = Table("site", ("name", "value"), "name").bind(database)

    def readers(self) -> Iterator[tuple[Reader, int]]:
        """Every reader with the issue of the card, by number."""
        for *row, issue in self._rows(self._readers, (*READER_COLUMNS, "issue")):
            yield reader_of(row), issue

    def staff(self) -> Iterator[tuple[Staff, int]]:
        """Every member of staff with the issue of the badge, by number."""
        for *row, issue in self._rows(self._staff, (*STAFF_COLUMNS, "issue")):
            yield staff_of(row), issue

    @staticmethod
    def _rows(table: Any, columns: tuple[str, ...]) -> Any:
        chosen = [getattr(table, name) for name in columns]
        return table.select(*chosen).order_by(table.number).tuples()

    def add_reader(self, reader: Reader) -> ReaderId:
        """Keep a new reader, whose own id is ignored; returns the one given."""
        values = _values(reader, READER_COLUMNS)
        if reader.blocked_until:
            values["blocked_until"] = reader.blocked_until.isoformat()
        return ReaderId(self._readers.insert(values).execute())

    def add_staff(self, staff: Staff, pin_hash: str) -> StaffId:
        values = _values(staff, STAFF_COLUMNS) | {"pin_hash": pin_hash}
        return StaffId(self._staff.insert(values).execute())

    def add_settings(self, values: Mapping[str, str | bytes | int]) -> None:
        """Settings that were not there before, by name."""
        self._site.insert([{"name": name, "value": value} for name, value in values.items()]).execute()

    def change_setting(self, name: str, value: str | int) -> None:
        self._site.insert({"name": name, "value": value}).on_conflict_replace().execute()

    def add_policy(self, matrix: Matrix) -> None:
        rows = [
            (category, kind, rule.loan_days, rule.limit, rule.renewals, int(rule.needs_approval))
            for (category, kind), rule in matrix.items()
        ]
        self._policy.insert([dict(zip(_POLICY_COLUMNS, row, strict=True)) for row in rows]).execute()


def _values(thing: Reader | Staff, columns: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in columns if name != "id"}
