"""One screen for each scene of the status: a class in a .py and its layout in the .kv beside it."""
