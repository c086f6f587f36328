"""What a scanned text is: a strict grammar, in which nothing is guessed."""
