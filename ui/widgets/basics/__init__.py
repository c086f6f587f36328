"""What everything is built of."""
