"""peewee's view of the tables that are read and written a row at a time.

The tables themselves are made by the migrations; titles, copies, loans and the journal are in SQL beside
their functions, because composing a query with peewee costs more than running it (docs/decisions/0004).
"""

from __future__ import annotations

from peewee import AnyField, AutoField, CompositeKey, DatabaseProxy, IntegerField, Model, TextField

database_of_tables = DatabaseProxy()


class Table(Model):
    class Meta:
        database = database_of_tables
        legacy_table_names = False


class Site(Table):
    name = TextField(primary_key=True)
    value = AnyField()


class ReaderRow(Table):
    id = AutoField()
    number = IntegerField(unique=True)
    issue = IntegerField(default=1)
    name = TextField()
    category = TextField()
    language = TextField()
    avatar = TextField()
    cell = TextField(default="")
    blocked_until = TextField(null=True)

    class Meta:
        table_name = "reader"


class StaffRow(Table):
    id = AutoField()
    number = IntegerField(unique=True)
    issue = IntegerField(default=1)
    name = TextField()
    role = TextField()
    language = TextField()
    pin_hash = TextField()
    failures = IntegerField(default=0)

    class Meta:
        table_name = "staff"


class PolicyRow(Table):
    category = TextField()
    kind = TextField()
    loan_days = IntegerField()
    copies = IntegerField()
    renewals = IntegerField()
    needs_approval = IntegerField()

    class Meta:
        table_name = "policy"
        primary_key = CompositeKey("category", "kind")
