#!/usr/bin/env python3
"""Reads e-mails and links that foi wrote with Python's email and urllib, and compares what they hold.

Titles and names hold everything that a header or a link must fold, encode or keep out. Exits 1 and names each difference.
"""
import email
import email.header
import email.policy
import email.utils
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse

FOI = os.environ.get("FOI", ".build/release/foi")
TITLES = [
    "Burglaries in Ashford, April 2023 to March 2025",
    "Café thefts – “Llŷn”, 日本 and 😀 by ward & month + year = 100%?",
    "A very long title about robberies, burglaries, thefts of and from vehicles, and other crimes " * 2,
    "=?utf-8?B?bm90IGVuY29kZWQ=?= plain words",
    "Bcc: somebody@example.org; a header of nobody's",
]
NAMES = ["Rowan Hale", 'R. "Bob" Hale, of Kent', "Siân O’Neill", "A" * 90, "Back\\slash <b@example.org>"]
REQUEST = """Title: {title}
From: {name}
Reply-to: rowan@example.org
Dates: 1 April 2023 to 31 March 2025

1. The number of burglaries recorded in Ashford, by month & “beat” = 50%? Café + 日本.
- answer: 24 numbers
2. Of the crimes in 1, the number charged.
"""

differences = []
compared = 0


def differ(case, what, ours, theirs):
    global compared
    compared += 1
    if ours != theirs:
        differences.append(f"{case}: {what}\n  foi wrote  {theirs!r}\n  and means  {ours!r}")


def draft(path, form):
    command = [FOI, "draft", path, "--to", "kent", "--today", "2026-11-23", "--quiet", "--as", form]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


with tempfile.TemporaryDirectory() as folder:
    for title in TITLES:
        for name in NAMES:
            path = pathlib.Path(folder) / "request.md"
            path.write_text(REQUEST.format(title=title.strip(), name=name), encoding="utf-8")
            case = f"{title[:30]!r} from {name[:20]!r}"
            text = draft(path, "text").decode("utf-8")
            raw = draft(path, "eml")
            message = email.message_from_bytes(raw, policy=email.policy.default)
            differ(case, "defects", [], list(message.defects))
            differ(case, "lines too long", [], [l for l in raw.split(b"\r\n") if len(l) > 78])
            differ(case, "headers", True, {"Date", "Subject", "MIME-Version", "Content-Type",
                   "Content-Transfer-Encoding", "X-Unsent", "From"} >= set(message.keys()))
            # The newer parser puts a blank between two encoded words of a name, which RFC 2047 says are one.
            plain = " ".join(email.message_from_bytes(raw)["From"].split())
            written, address = email.utils.parseaddr(plain)
            sender = str(email.header.make_header(email.header.decode_header(written)))
            differ(case, "sender", (name, "rowan@example.org"), (sender, address))
            body = message.get_content().replace("\r\n", "\n")
            differ(case, "body", text.rstrip("\n"), body.rstrip("\n"))
            subject = str(message["Subject"])
            differ(case, "subject holds the title", True, title.strip() in subject)

            link = draft(path, "mailto").decode().strip()
            parts = urllib.parse.urlsplit(link)
            fields = urllib.parse.parse_qs(parts.query, strict_parsing=True)
            differ(case, "fields of mailto", {"subject", "body"}, set(fields))
            differ(case, "mailto subject", subject, fields["subject"][0])
            differ(case, "mailto body", text.rstrip("\n"), fields["body"][0].replace("\r\n", "\n").rstrip("\n"))

            link = draft(path, "wdtk").decode().strip()
            fields = urllib.parse.parse_qs(urllib.parse.urlsplit(link).query, strict_parsing=True)
            differ(case, "fields of the link", {"title", "default_letter"}, set(fields))
            differ(case, "title of the link", title.strip(), fields["title"][0])
            differ(case, "letter in the link", True, fields["default_letter"][0] in text)

print("\n".join(differences) or f"{compared} facts of {len(TITLES) * len(NAMES)} letters agree")
sys.exit(1 if differences else 0)
