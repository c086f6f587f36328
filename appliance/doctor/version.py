"""Which version of the program this is."""

from __future__ import annotations

VERSION = "0.1.0"
"""`pyproject.toml` reads it from here: to ask the installed package instead takes 10 ms of every start."""
