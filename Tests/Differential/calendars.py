#!/usr/bin/env python3
"""Reads calendar files that foi wrote with the package icalendar, and compares what it finds.

Titles hold everything that a calendar file must escape, fold or leave out. Exits 1 and names each difference.
"""
import datetime
import os
import subprocess
import sys

from icalendar import Calendar

FOI = os.environ.get("FOI", ".build/release/foi")
TITLES = [
    "Answer due",
    "Burglaries; thefts, and \\ a backslash",
    "two\nlines, \\n none of them a header\r\nEND:VCALENDAR",
    "Café thefts – “Llŷn” and 日本 😀 " * 12,
    "x" * 300,
    "tab\tand \x1b[31mcolour",
]
AUTHORITIES = [("kent", "Kent Police"), ("police-scotland", "Police Scotland")]


def said(title):
    """The title as a calendar can hold it."""
    lines = title.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\t\n" or c.isprintable())


differences = []
files = 0
for title in TITLES:
    for identifier, name in AUTHORITIES:
        command = [FOI, "due", "2026-11-23", "--to", identifier, "--as", "ics", "--title", title]
        written = subprocess.run(
            command + ["--today", "2026-11-24"], stdout=subprocess.PIPE, check=True).stdout
        files += 1
        text = subprocess.run(command[:5], stdout=subprocess.PIPE, check=True).stdout.decode()
        due = datetime.datetime.strptime(
            text.split(" due by ")[1].split(".")[0].split(" ", 1)[1], "%d %B %Y").date()
        calendar = Calendar.from_ical(written)
        events = calendar.walk("VEVENT")
        event = events[0]
        facts = {
            "errors": (list(calendar.errors) + list(event.errors), []),
            "events": (len(events), 1),
            "title": (str(event["SUMMARY"]), f"{name}: {said(title)}"),
            "start": (event.decoded("DTSTART"), due),
            "end": (event.decoded("DTEND"), due + datetime.timedelta(days=1)),
            "made": (event.decoded("DTSTAMP").date(), datetime.date(2026, 11, 24)),
            "reminder": (
                event.walk("VALARM")[0].decoded("TRIGGER"), datetime.timedelta(hours=-15)),
            "longest line": (max(map(len, written.split(b"\r\n"))) <= 75, True),
            "line breaks": (written.count(b"\n"), written.count(b"\r\n")),
        }
        for fact, (found, expected) in facts.items():
            if found != expected:
                differences.append(f"{title[:30]!r} to {name}: {fact} {found!r}, not {expected!r}")
for difference in differences:
    print(difference, file=sys.stderr)
print(f"{files} calendar files read by icalendar: {len(differences) or 'no'} differences")
sys.exit(1 if differences else 0)
