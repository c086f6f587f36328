"""Titles and copies in SQL, and keeping what an import reads."""
