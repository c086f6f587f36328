"""Rows, pages and results."""
