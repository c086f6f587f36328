"""The doctor: one health check a file, each a pure function from what was measured to findings."""
