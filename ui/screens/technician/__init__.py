"""Screens for technicians."""
