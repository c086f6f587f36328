"""Scenes worth looking at and testing: each module has `SAMPLES`, a list of (name, scene)."""
