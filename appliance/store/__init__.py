"""The kiosk's memory: one SQLite file, one connection, and the only peewee in the house."""
