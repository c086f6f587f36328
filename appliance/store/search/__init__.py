"""Searching as the reader types, over FTS5."""
