"""Screens for guards and librarians."""
