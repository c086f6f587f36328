"""Covers of books."""
