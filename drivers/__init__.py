"""One package a device, and in `simulated` the same in memory, able to fail on demand."""
