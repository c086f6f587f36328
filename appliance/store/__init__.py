"""The kiosk's memory: one SQLite file, one connection, and the only apsw in the house."""
