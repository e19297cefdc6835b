#!/usr/bin/env python3
"""Fills in generated templates with foi, chevron and pystache, and compares what comes out.

The data are read from JSON, and some of it is broken on purpose: foi and Python's json must take or refuse the same texts.
Exits 1 and names each difference.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import chevron
import pystache

FOI = os.environ.get("FOI", ".build/release/foi")
ROUNDS = int(os.environ.get("ROUNDS", "500"))
NAMES = ["a", "b", "c", "list", "deep", "no", "none"]
# No quotation marks: the three write those three ways in HTML, all of them right.
TEXTS = ["", "x", "Kent", "a & b", "<b>", "é 日本 😀", "two\nlines", "  ", "0"]
rng = random.Random(20261126)
differences = []


def value(depth=0):
    kinds = [lambda: rng.choice(TEXTS), lambda: rng.choice([True, False, None]), lambda: rng.randint(0, 99)]
    if depth < 3:
        kinds += [
            lambda: [value(depth + 1) for _ in range(rng.randint(0, 3))],
            lambda: {name: value(depth + 1) for name in rng.sample(NAMES, rng.randint(1, 4))},
        ]
    return rng.choice(kinds)()


def template(depth=0):
    out = ""
    for _ in range(rng.randint(1, 4)):
        name = rng.choice(NAMES + ["deep.a", "deep.deep.b", "."] if depth else NAMES + ["deep.a"])
        line = rng.choice(["", "\n", " \n", "- "])
        kind = rng.randint(0, 6)
        if kind == 0:
            out += rng.choice(["word ", "two\nlines\n", "  ", "é ", "} "])
        elif kind == 1:
            out += "{{" + name + "}}" + line
        elif kind == 2:
            out += "{{{" + name + "}}}" + line
        elif kind == 3:
            out += "{{! a remark }}" + line
        elif name == "." or depth > 2:
            out += "{{&" + name + "}}"
        else:
            mark = "#" if kind < 6 else "^"
            out += "{{" + mark + name + "}}" + line + template(depth + 1) + "{{/" + name + "}}" + line
    return out


def is_plain(data, text):
    """Whether the others agree with each other: where they do not, neither is the measure."""
    try:
        one = chevron.render(text, data)
        renderer = pystache.Renderer(missing_tags="ignore", escape=lambda s: s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        other = renderer.render(text, data)
    except Exception:
        return None
    # True, a list and an object come out as each language writes them.
    is_python = any(mark in one for mark in ("True", "False", "None", "{", "["))
    return one if one == other and not is_python else None


def foi(folder, text, data):
    (folder / "t.mustache").write_text(text, encoding="utf-8")
    (folder / "d.json").write_text(data, encoding="utf-8")
    command = [FOI, "templates", "render", "t.mustache", "--data", "d.json", "--lenient", "--escape", "html"]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.stdout.decode("utf-8") if done.returncode == 0 else None


def holds_doubles(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise KeyError("a name stands twice")
    return dict(pairs)


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    compared = 0
    for _ in range(ROUNDS):
        data = {name: value() for name in NAMES}
        text = template()
        theirs = is_plain(data, text)
        if theirs is None:
            continue
        compared += 1
        ours = foi(folder, text, json.dumps(data, ensure_ascii=rng.random() < 0.5))
        if ours != theirs:
            differences.append(f"{text!r} with {data!r}\n  foi   {ours!r}\n  they  {theirs!r}")

    broken = 0
    for _ in range(ROUNDS):
        text = json.dumps({"a": value(), "b": value()}, ensure_ascii=rng.random() < 0.5)
        at = rng.randrange(len(text))
        piece = rng.choice(["", "", ",", '"', "\\", "}", "]", "0", "-", ".", "e5", " ", "\n", "\\u00e9", "null", "\u00a0"])
        text = text[:at] + piece + text[at + rng.randint(0, 1):]
        try:
            json.loads(text, object_pairs_hook=holds_doubles, parse_constant=lambda name: 1 / 0)
            is_json = True
        except KeyError:
            continue
        except (ValueError, ZeroDivisionError):
            is_json = False
        if "\\ud" in text.lower():
            continue  # Half a pair of surrogates is a text to Python and none to foi.
        broken += 1
        if (foi(folder, "x", text) is not None) != is_json:
            differences.append(f"JSON {text!r} is {'' if is_json else 'not '}JSON to Python")

print("\n".join(differences[:10]) or f"{compared} templates and {broken} JSON texts agree")
sys.exit(1 if differences else 0)
