"""Run under umockdev-run: listens to the scanner named on the command line and tells what it hears."""

from __future__ import annotations

import sys
from queue import SimpleQueue

from appliance.messages import Message
from appliance.model import Side
from drivers.scanner.device import Scanner
from drivers.scanner.keyboard_line import KeyboardLine

if __name__ == "__main__":
    named, wanted = sys.argv[1], int(sys.argv[2])
    heard: SimpleQueue[Message] = SimpleQueue()
    scanner = Scanner(Side.READER, lambda: KeyboardLine(named))
    scanner.start(heard.put)
    for _ in range(wanted):
        print(heard.get(timeout=30), flush=True)
    scanner.stop()
