"""The library itself: rules, memory and words, with no screen and no device in it."""
