"""What is heard, as a function of the status."""
