"""Readers and staff: their cards and badges, and the guard's PIN."""
