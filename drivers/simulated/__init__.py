"""Devices in memory, which fail when they are told to."""
