"""The demo library: facts of real titles, and invented people who are all called Demo (គំរូ, Démo)."""
