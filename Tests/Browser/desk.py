#!/usr/bin/env python3
"""desk.py: opens the sending desk of a batch in a real browser and uses it.

    FOI=.build/release/foi python3 Tests/Browser/desk.py [SCREENSHOT.png]

The batch has an authority whose name is markup. Nothing of it may run, no request may leave the page, the filters must
filter, and the copy button must take the very letter. Needs Debian's `chromium`.
"""

import base64
import fcntl
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

foi = pathlib.Path(os.environ.get("FOI", ".build/release/foi")).resolve()
request = """\
Title: Robberies <script>window.hacked = 1</script> & more
From: Rowan Hale
Dates: 1 April 2024 to 31 March 2025
Counted by: date recorded

1. The number of crimes recorded for each offence.
- offences: Theft Act 1968, section 8
- answer: one number
"""
recipients = """\
name,law,nation
Kent Police,,
Essex Police,,
"Evil <img src=x onerror='window.hacked=1'> ""Council""\",foia,England
"""


class Browser:
    """Chromium, spoken to over a pipe as its developer tools do."""

    def __init__(self, profile):
        to_read, self.output = os.pipe()
        self.input, to_write = os.pipe()

        def connect():
            # First out of the way of 3 and 4, which may be among these.
            reading, writing = fcntl.fcntl(to_read, fcntl.F_DUPFD, 10), fcntl.fcntl(to_write, fcntl.F_DUPFD, 10)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self.process = subprocess.Popen(
            [shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu",
             "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number, self.buffer, self.events, self.session = 0, b"", [], None

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]
            self.events.append(answer)

    def read(self):
        while b"\0" not in self.buffer:
            self.buffer += os.read(self.input, 1 << 16)
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, address, width=1100, height=1000):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.call("Page.navigate", url=address)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.read())

    def evaluate(self, script):
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def close(self):
        self.session = None
        self.call("Browser.close")
        self.process.wait(20)


def check(name, holds):
    print(("ok      " if holds else "FAILED  ") + name)
    failed.append(name) if not holds else None


failed = []
with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "r.md").write_text(request)
    pathlib.Path(folder, "to.csv").write_text(recipients)
    subprocess.run([foi, "bulk", "r.md", "--to", "to.csv", "--out", "batch", "-q",
                    "--today", "2026-01-05"], cwd=folder, stdout=subprocess.DEVNULL)
    page = pathlib.Path(folder, "batch", "index.html")
    html = page.read_text()
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", html, re.S).group(1)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        check(f"the policy names the page's own {tag}: sha256-{digest}",
              f"{tag}-src 'sha256-{digest}'" in html)
    browser = Browser(os.path.join(folder, "profile"))
    browser.open(page.as_uri())
    check("no script of a title or name has run", browser.evaluate("window.hacked") is None)
    check("a hostile name is text", browser.evaluate(
        "[...document.querySelectorAll('h2')].some(h => h.textContent.startsWith('Evil <img'))"))
    check("all three letters are listed",
          browser.evaluate("document.querySelectorAll('article').length") == 3)
    visible = "[...document.querySelectorAll('article')].filter(a => !a.hidden).length"
    put = "(id, v) => {const e = document.getElementById(id); e.value = v; e.dispatchEvent(new Event('input'))}"
    check("finding one leaves one", browser.evaluate(f"({put})('find', 'evil council'); {visible}") == 1)
    check("finding nothing shows all", browser.evaluate(f"({put})('find', ''); {visible}") == 3)
    check("a status shows those that have it",
          browser.evaluate(f"({put})('status', 'to send'); {visible}") == 3)
    first = "document.querySelector('article h2').textContent"
    check("sorting by name puts Essex first",
          browser.evaluate(f"({put})('sort', 'name'); {first}") == "Essex Police")
    letter = pathlib.Path(folder, "batch", "letters-1", "kent.txt").read_text()
    browser.evaluate(
        "const kent = [...document.querySelectorAll('article')].find(a => a.dataset.name === 'kent police');"
        "kent.querySelector('details').open = true; window.copied = null;"
        "document.addEventListener('copy', () => { window.copied = String(getSelection()) });"
        "navigator.clipboard.writeText = (t) => { window.copied = t; return Promise.resolve() };"
        "kent.querySelector('.copy').click()")
    check("the copy button takes the letter to the letter",
          browser.evaluate("window.copied") == letter)
    check("an outside script cannot run", browser.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.hacked = 2';"
        "document.head.append(s); window.hacked") is None)
    asked = [event["params"]["request"]["url"] for event in browser.events
             if event.get("method") == "Network.requestWillBeSent"]
    check("nothing is asked of any network",
          all(url.startswith(("file:", "data:", "about:")) for url in asked))
    pdf = base64.b64decode(browser.call("Page.printToPDF")["data"])
    check("it prints", pdf.startswith(b"%PDF"))
    if len(sys.argv) > 1:
        image = browser.call("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(sys.argv[1]).write_bytes(base64.b64decode(image))
    browser.close()

print(f"{len(failed)} of the desk's checks failed" if failed else "the desk works in a real browser")
sys.exit(1 if failed else 0)
