"""Telling systemd that the kiosk is up, lives, and ends: it starts a kiosk anew that hangs."""
