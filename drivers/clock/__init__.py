"""The time, as the core is told it."""
