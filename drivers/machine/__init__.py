"""The computer itself: what Linux tells of its heat, power, memory, disk and screen."""
