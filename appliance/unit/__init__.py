"""Putting one unit together: core, devices and window."""
