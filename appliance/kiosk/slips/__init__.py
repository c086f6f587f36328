"""Slips: asked for, given to the printer one at a time, and what became of them."""
