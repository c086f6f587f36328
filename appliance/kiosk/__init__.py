"""The session at the kiosk: desks for readers and guards, and their one dispatcher."""
