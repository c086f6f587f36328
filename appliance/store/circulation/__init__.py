"""Loans, requests and slips in SQL."""
