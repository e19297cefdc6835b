"""Says what PyYAML's BaseLoader reads in each of the headers on standard input.

The headers come apart by NUL; one line of JSON answers each: its mapping when YAML reads the strings, lists
of strings and lists of records that the keys hold for us, null when it reads anything else or nothing.
HeaderDifferentialTests feeds it.
"""

import json
import sys

import yaml


TEXTS = ("title", "from", "split by")
LISTS = ("find",)
RECORDS = ("rewrite",)


def is_text(value):
    return isinstance(value, str)


def is_list(value, is_item):
    return isinstance(value, list) and all(is_item(item) for item in value)


def is_record(value):
    return isinstance(value, dict) and all(is_text(text) for text in value.values())


def has_our_shape(key, value):
    return (
        (key in TEXTS and is_text(value))
        or (key in LISTS and (is_text(value) or is_list(value, is_text)))
        or (key in RECORDS and is_list(value, is_record))
    )


def reading(text):
    try:
        header = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    if isinstance(header, dict) and all(has_our_shape(k, v) for k, v in header.items()):
        return header
    return None


for text in sys.stdin.buffer.read().decode("utf-8").split("\0"):
    print(json.dumps(reading(text)))
