"""Periodic jobs: what is to be done every so often, driven by the library's own time."""
