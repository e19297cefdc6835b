#!/usr/bin/env python3
"""Saves a ledger as spreadsheets do with Python's csv, lets foi bulk go on with it, and reads it again with Python's csv.

What the user entered must come back cell by cell, whatever is in it and however the file was saved. Exits 1 and names each
difference.
"""
import csv
import io
import os
import pathlib
import random
import subprocess
import sys
import tempfile

FOI = os.environ.get("FOI", ".build/release/foi")
REQUEST = """Title: Burglaries in Ashford
From: Rowan Hale
Dates: 1 April 2023 to 31 March 2024

1. The number of burglaries recorded in Ashford.
"""
PIECES = [
    "", " ", "a", "Ashford", "two words", ",", ";", "\t", '"', '""', "'", "\n", "=1+1", "+44", "-5", "@x",
    "é", "日本", "😀", "\\", "|", "0012", " leading", "trailing ", "x" * 200, "<b>", "&amp;",
]
DIALECTS = [(",", "\r\n", True), (";", "\r\n", True), ("\t", "\n", False), (",", "\n", False)]
ROUNDS = int(os.environ.get("ROUNDS", "12"))
rng = random.Random(20261126)
differences = []
cells = 0


def run(folder, *words):
    command = [FOI, "bulk", *words, "--out", "batch", "--today", "2026-11-23", "--quiet"]
    subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "request.md").write_text(REQUEST, encoding="utf-8")
    run(folder, "request.md", "--to", "kent", "--to", "essex", "--to", "surrey", "--to", "cumbria")
    ledger = folder / "batch" / "ledger.csv"
    first = list(csv.reader(io.StringIO(ledger.read_text(encoding="utf-8-sig"), newline="")))
    for _ in range(ROUNDS):
        for delimiter, ending, has_mark in DIALECTS:
            table = [row + ["mine" if i == 0 else ""] for i, row in enumerate(first)]
            note = table[0].index("note")
            for row in table[1:]:
                for column in (note, len(row) - 1):
                    row[column] = "".join(rng.choice(PIECES) for _ in range(rng.randint(0, 4)))
            rng.shuffle(body := table[1:])
            table = table[:1] + body
            out = io.StringIO(newline="")
            csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows(table)
            text = ("\ufeff" if has_mark else "") + out.getvalue()
            ledger.write_bytes(text.encode("utf-8"))
            run(folder)
            kept = ledger.read_bytes().decode("utf-8")
            if kept.startswith("\ufeff") != has_mark:
                differences.append(f"the byte-order mark of a file with {delimiter!r} changed")
            again = list(csv.reader(io.StringIO(kept.removeprefix("\ufeff"), newline=""), delimiter=delimiter))
            cells += len(table) * len(table[0])
            for before, after in zip(table, again, strict=False):
                changed = [
                    (table[0][i], a, b) for i, (a, b) in enumerate(zip(before, after)) if a != b
                ]
                # What follows from the plan is the program's.
                changed = [c for c in changed if c[0] in ("authority", "version", "note", "mine")]
                if changed or len(before) != len(after):
                    differences.append(f"with {delimiter!r}: {changed or (before, after)}")
            if len(again) != len(table):
                differences.append(f"with {delimiter!r}: {len(table)} rows became {len(again)}")

print("\n".join(differences[:20]) or f"{cells} cells came back as they were")
sys.exit(1 if differences else 0)
