"""Why something is not possible, and what to do."""
