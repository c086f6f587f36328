"""The command line: everything the screen does to the catalogue and the journal, checked from outside."""
