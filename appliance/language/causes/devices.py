"""What can be the matter with what is on a cable, and with the clock."""

from __future__ import annotations

from collections.abc import Mapping

from appliance.language.words import N_
from appliance.model.findings import Cause

OF_DEVICES: Mapping[Cause, tuple[str, str]] = {
    Cause.SCANNER_READY: (N_("The scanner on {side} is ready."), ""),
    Cause.SCANNER_NOT_NAMED: (
        N_("No scanner is named in devices.toml."),
        N_("Name it there, then start the kiosk anew."),
    ),
    Cause.SCANNER_MISSING: (
        N_("The scanner on {side} is not there."),
        N_("Push its plug in at both ends. If its light stays dark, try another cable."),
    ),
    Cause.SCANNER_NOT_ALLOWED: (
        N_("The kiosk may not open the scanner on {side}."),
        N_("Put the kiosk’s account into the groups input and dialout, then start it anew."),
    ),
    Cause.SCANNER_NO_SUPPORT: (
        N_("The library that reads scanners is not installed."),
        N_("Install the package python3-evdev."),
    ),
    Cause.SCANNER_SETTINGS_DIFFER: (
        N_("Settings of the scanner on {side} that are not ours: {settings}."),
        N_("Start the kiosk anew: it sets them. If they differ again, somebody scans setting codes."),
    ),
    Cause.SCANNER_HELD: (
        N_("The running kiosk holds the scanner on {side}."),
        N_("Look at the bench on the screen, or stop the kiosk first."),
    ),
    Cause.SCANNER_READ_CODE: (N_("It read the code of the screen, on {side}."), ""),
    Cause.SCANNER_READ_OTHER: (
        N_("It read another code than the one shown, on {side}."),
        N_("Try again with nothing else before the scanner."),
    ),
    Cause.SCANNER_READ_NOTHING: (
        N_("It did not read the code of the screen."),
        N_("Clean its window. A laser cannot read a screen: try a printed label."),
    ),
    Cause.PRINTER_READY: (N_("The printer answers."), ""),
    Cause.PRINTER_NOT_NAMED: (
        N_("No printer is named in devices.toml: loans go without slips."),
        N_("Name it there, then start the kiosk anew."),
    ),
    Cause.PRINTER_OFFLINE: (
        N_("The printer does not answer."),
        N_("Switch it on. Push both plugs in: power and cable."),
    ),
    Cause.PRINTER_NOT_ALLOWED: (
        N_("The kiosk may not open the printer."),
        N_("Put the kiosk’s account into the groups lp and dialout, then start it anew."),
    ),
    Cause.PRINTER_NO_SUPPORT: (
        N_("What draws and sends slips is not installed whole."),
        N_("Install the kiosk anew, with the package libraqm0."),
    ),
    Cause.PRINTER_COVER_OPEN: (N_("The printer’s cover is open."), N_("Close it until it clicks.")),
    Cause.PRINTER_FAULT: (
        N_("The printer says that it cannot print."),
        N_("Switch it off, take stuck paper out, let it cool, switch it on."),
    ),
    Cause.PRINTER_SILENT: (
        N_("This printer does not tell how it is."),
        N_("Print the test slip and look at it."),
    ),
    Cause.PRINTER_HELD: (
        N_("The running kiosk holds the printer."),
        N_("Look at the bench on the screen, or stop the kiosk first."),
    ),
    Cause.PRINTER_TOOK_SLIP: (
        N_("The test slip was sent."),
        N_("Look at it: no white lines, every letter whole, its code can be scanned."),
    ),
    Cause.SLIP_LOOKED_RIGHT: (N_("The test slip looked as it should."), ""),
    Cause.SLIP_LOOKED_WRONG: (
        N_("The test slip did not look as it should."),
        N_("Clean the print head, turn the roll round, check the profile in devices.toml."),
    ),
    Cause.PAPER_THERE: (N_("There is paper."), ""),
    Cause.PAPER_LOW: (N_("The roll is about to end."), N_("Put a new roll in today.")),
    Cause.PAPER_OUT: (
        N_("There is no paper."),
        N_("Put a new roll in, its printing side to the head."),
    ),
    Cause.PAPER_NOT_TOLD: (N_("The printer does not tell whether it has paper."), N_("Look at the roll.")),
    Cause.SOUND_READY: (N_("Sound is on, at {volume_percent} %."), ""),
    Cause.SOUND_NO_DEVICE: (
        N_("There is no sound: readers hear nothing."),
        N_("Plug the loudspeaker in, or name it in devices.toml."),
    ),
    Cause.SOUND_OFF: (
        N_("The volume is {volume_percent} %: nobody hears that."),
        N_("Set a higher volume in devices.toml."),
    ),
    Cause.SOUND_HELD: (
        N_("Another program holds the loudspeaker."),
        N_("Use the bench on the screen, or stop the kiosk first."),
    ),
    Cause.SOUND_HEARD: (N_("You heard it."), ""),
    Cause.SOUND_NOT_HEARD: (
        N_("You did not hear it."),
        N_("Turn the loudspeaker up, check its plug, then the volume in devices.toml."),
    ),
    Cause.VOICE_WHOLE: (N_("Khmer voice: {recorded} of {phrases} phrases recorded."), ""),
    Cause.VOICE_PARTLY: (
        N_("Khmer voice: {recorded} of {phrases} phrases recorded."),
        N_("Record the others: bce-kiosk voice list says what."),
    ),
    Cause.CLOCK_TRUE: (N_("The clock and its battery agree, {apart_s} s apart."), ""),
    Cause.CLOCK_NO_BATTERY: (
        N_("There is no clock with a battery: after a power cut the time is wrong."),
        N_("Fit a clock module. Until then, check the date every morning."),
    ),
    Cause.CLOCK_TOO_EARLY: (
        N_("The clock is before the day this program was made. Days: {days}."),
        N_("Set the date and time, then change the clock’s battery."),
    ),
    Cause.CLOCK_BEHIND_JOURNAL: (
        N_("The clock is before the journal’s last row. Minutes: {minutes}."),
        N_("Set the date and time, then change the clock’s battery."),
    ),
    Cause.CLOCK_APART: (
        N_("The clock and its battery are {apart_s} s apart."),
        N_("Set the date and time. If it comes again, change the battery."),
    ),
    Cause.CLOCK_BELIEVED: (
        N_("The kiosk was off; its clock says for so many days: {days}."),
        N_("Look whether the date is right, and say so at the staff’s desk."),
    ),
    Cause.CLOCK_DOUBTED: (
        N_("The clock was wrong, and nobody has said since what day it is."),
        N_("Two members of staff set the date: badge, PIN, “What day is it?”."),
    ),
    Cause.TOUCH_TRUE: (N_("Every corner was hit."), ""),
    Cause.TOUCH_MISSED: (
        N_("Touches that missed their target: {misses}."),
        N_("Clean the screen. If it comes again, its touch panel needs calibrating."),
    ),
    Cause.TOUCH_BROKEN_OFF: (
        N_("Targets that were hit: {hits} of {targets}."),
        N_("Clean the screen, push its USB cable in. Else fit another panel."),
    ),
}
"""What it is, and what to do: nothing where all is well, or nothing can be done."""
