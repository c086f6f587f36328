"""Screens that readers see."""
