"""Sounds and recorded voice through PortAudio; without a device, silence."""
