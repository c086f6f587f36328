"""Marking texts for the catalogue."""

from __future__ import annotations


def N_(text: str) -> str:  # noqa: N802 - gettext's own name: marks a text for the catalogue
    return text
