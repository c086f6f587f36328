"""What can be the matter with the computer, its disk and its library."""

from __future__ import annotations

from collections.abc import Mapping

from appliance.language.words import N_
from appliance.model.findings import Cause

OF_UNIT: Mapping[Cause, tuple[str, str]] = {
    Cause.DISK_ROOM: (N_("{free_mb} of {total_mb} MB are free."), ""),
    Cause.DISK_LOW: (
        N_("Only {free_mb} MB are free."),
        N_("Take old files off the card, or fit a larger one."),
    ),
    Cause.DISK_FULL: (
        N_("The disk is full: {free_mb} MB are free."),
        N_("Take files off the card now: no loan can be written."),
    ),
    Cause.DISK_READ_ONLY: (
        N_("The disk can only be read: the card is worn out or damaged."),
        N_("Copy the library, then fit a new card."),
    ),
    Cause.DISK_UNREAD: (N_("The disk cannot be asked."), N_("Check that the library’s folder is there.")),
    Cause.DATABASE_SOUND: (
        N_("It is sound: {titles} titles, {copies} copies, {readers} readers, {open_loans} loans."),
        "",
    ),
    Cause.DATABASE_DAMAGED: (
        N_("The library file is damaged."),
        N_("Change nothing. Copy the whole folder, then bring the last backup back."),
    ),
    Cause.DATABASE_TABLES: (
        N_("The last full check found damage in the library file: {faults}."),
        N_("Change nothing. Copy the whole folder, then bring the last backup back."),
    ),
    Cause.DATABASE_INDEXES: (
        N_("The last full check found damage in the indexes: {faults}."),
        N_("Copy the whole folder to a stick and tell head office what stands here."),
    ),
    Cause.DATABASE_REFERENCES: (
        N_("The last full check found rows that name missing ones: {faults}."),
        N_("Copy the whole folder to a stick and tell head office what stands here."),
    ),
    Cause.DATABASE_NEWER: (
        N_("The library was made by a later version of the program."),
        N_("Install that version, or a later one."),
    ),
    Cause.DATABASE_MISSING: (
        N_("There is no library in this folder."),
        N_("Name the right folder with --library."),
    ),
    Cause.DATABASE_HELD: (
        N_("The running kiosk holds the library."),
        N_("Look at the bench on the screen, or stop the kiosk first."),
    ),
    Cause.CHAIN_HOLDS: (N_("The last {rows} of {seq} rows hold."), ""),
    Cause.CHAIN_BROKEN: (
        N_("The journal does not hold at row {row}: somebody or something changed it."),
        N_("Change nothing. Copy the whole folder and tell head office."),
    ),
    Cause.CHAIN_UNREAD: (N_("The journal cannot be read."), N_("See to the library file first.")),
    Cause.BACKUP_FRESH: (N_("Days since the last backup: {days}."), ""),
    Cause.BACKUP_OLD: (N_("Days since the last backup: {days}."), N_("Make one this week.")),
    Cause.BACKUP_VERY_OLD: (N_("Days since the last backup: {days}."), N_("Make one today.")),
    Cause.BACKUP_NOT_TOLD: (
        N_("This version makes no backups, and cannot see copies made by hand."),
        N_("Every week: stop the kiosk and copy the library’s folder to a stick."),
    ),
    Cause.BACKUP_UNREAD: (
        N_("The last backup cannot be told without the library."),
        N_("See to the library file first."),
    ),
    Cause.JOBS_DONE: (N_("All jobs of the last days are done."), ""),
    Cause.JOBS_OVERDUE: (
        N_("Not done for {days} days: {job}."),
        N_("Leave the kiosk on for some hours, then look again."),
    ),
    Cause.JOBS_FAIL: (
        N_("It fails: {job} ({error})."),
        N_("Copy the whole folder to a stick and tell head office what stands here."),
    ),
    Cause.JOBS_UNREAD: (
        N_("Its jobs cannot be told without the library."),
        N_("See to the library file first."),
    ),
    Cause.TEMPERATURE_FINE: (N_("{celsius} °C"), ""),
    Cause.TEMPERATURE_WARM: (
        N_("{celsius} °C: warm."),
        N_("Clear its vents of dust; give it air and shade."),
    ),
    Cause.TEMPERATURE_HOT: (
        N_("{celsius} °C: too hot, the kiosk slows down."),
        N_("Clear its vents of dust, check the fan; give it air and shade."),
    ),
    Cause.TEMPERATURE_NOT_TOLD: (N_("This computer does not tell its temperature."), ""),
    Cause.POWER_LOW: (
        N_("The power supply gives too little: this damages the card."),
        N_("Fit the power supply made for this computer, with a short thick cable."),
    ),
    Cause.POWER_WAS_LOW: (
        N_("The power supply gave too little since it was switched on."),
        N_("Fit the power supply made for this computer, with a short thick cable."),
    ),
    Cause.MEMORY_ROOM: (N_("{free_mb} of {total_mb} MB are free."), ""),
    Cause.MEMORY_SHORT: (
        N_("Only {free_mb} of {total_mb} MB of memory are free."),
        N_("Switch the unit off and on. If it comes again, tell head office."),
    ),
    Cause.MACHINE_BUSY: (
        N_("The computer is busy. Load of each core: {load_per_core}."),
        N_("Nothing else should run here. Switch the unit off and on."),
    ),
    Cause.MEMORY_NOT_TOLD: (N_("This computer does not tell its memory."), ""),
    Cause.SCREEN_READY: (N_("{width_px} × {height_px}, with touch."), ""),
    Cause.SCREEN_DARK: (N_("No screen is on its cable."), N_("Push the screen’s cable in at both ends.")),
    Cause.SCREEN_NO_TOUCH: (
        N_("The screen cannot be touched: no touch panel answers."),
        N_("Push the screen’s USB cable in at both ends."),
    ),
    Cause.SCREEN_SMALL: (
        N_("The screen is {width_px} × {height_px}: smaller than 800 × 480."),
        N_("Fit a larger screen: words will be cut."),
    ),
    Cause.SCREEN_NOT_TOLD: (
        N_("This computer does not tell of its screen."),
        N_("Touch the corners on the bench."),
    ),
}
"""What it is, and what to do: nothing where all is well, or nothing can be done."""
