"""Opening a printer on USB by python-escpos, over libusb.

Beside `usb_line` because of its imports: escpos reads a table of a hundred printers, 0.28 s, and pyusb takes
7 ms, which a unit with another printer does without.
"""

from __future__ import annotations

import errno

import usb.core
from escpos.exceptions import DeviceNotFoundError, USBNotFoundError
from escpos.printer import Usb

from appliance.model.health import Reach
from drivers.printer.line import Unplugged
from drivers.printer.usb_line import UsbLine, bulk_ends

_REACHES = {errno.EACCES: Reach.NOT_ALLOWED, errno.EPERM: Reach.NOT_ALLOWED, errno.EBUSY: Reach.HELD}


def open_usb(usb_id: str) -> UsbLine:
    """`usb_id` is `04b8:0e15`. Raises Unplugged."""
    vendor, product = (int(part, 16) for part in usb_id.split(":"))
    try:
        device = usb.core.find(idVendor=vendor, idProduct=product)
        if device is None:
            raise Unplugged
        interface, out_end, in_end = bulk_ends(device)
        printer = Usb(vendor, product, out_ep=out_end, in_ep=in_end)
        printer.open()
        usb.util.claim_interface(printer.device, interface)
    except (DeviceNotFoundError, USBNotFoundError) as error:
        raise Unplugged from error
    except usb.core.NoBackendError as error:
        raise Unplugged(Reach.NO_SUPPORT) from error
    except usb.core.USBError as error:
        raise Unplugged(_REACHES.get(error.errno, Reach.MISSING)) from error
    return UsbLine(printer, interface, usb.core.USBTimeoutError, usb.core.USBError)
