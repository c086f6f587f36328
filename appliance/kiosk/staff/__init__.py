"""What guards and librarians do: sign in, decide, say what day it is."""
