"""The library's time, made of a wall clock that may be wrong and an uptime that is not."""
