"""The barcode scanner: bytes or keystrokes become codes; each is one thread that outlives its cable."""
