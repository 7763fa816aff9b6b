#!/usr/bin/env python3
"""Reads every report of some folders with the program and validates the JSON.

Usage: validate.py SAYSO SCHEMA FOLDER...
Checks each object against the schema, and that every span lies inside the text and every id it
refers to exists. Exit 1, naming the first fault of each report, when one is wrong.
"""
import json
import subprocess
import sys

import jsonschema

SPANS = {"span", "of", "trigger", "evidence"}
LISTS = {"source", "cue", "content", "instruments", "objects"}


def faults(reading):
    """Offsets outside the text, and references to ids that no layer has."""
    layers = ("entities", "attributions", "times", "places", "quantities", "events", "incidents")
    ids = {item["id"] for layer in layers for item in reading[layer]}
    size = len(reading["text"])

    def walk(value, path):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in SPANS and isinstance(inner, list):
                    yield from check([inner], f"{path}.{key}")
                elif key in LISTS:
                    yield from check(inner, f"{path}.{key}")
                elif key in ("source_entity", "within", "speaks_for", "time", "place", "who", "quantity", "part_of"):
                    if isinstance(inner, str) and inner not in ids:
                        yield f"{path}.{key}: no {inner}"
                elif key in ("voice", "actor", "target") or (key == "events" and path.startswith("$.incidents")):
                    yield from (f"{path}.{key}: no {i}" for i in inner if i not in ids)
                else:
                    yield from walk(inner, f"{path}.{key}")
        elif isinstance(value, list):
            for i, inner in enumerate(value):
                yield from walk(inner, f"{path}[{i}]")

    def check(spans, path):
        for s in spans:
            if not 0 <= s[0] < s[1] <= size:
                yield f"{path}: {s} is no span of a text of {size}"

    for layer in (*layers, "sentences", "labels"):
        yield from walk(reading[layer], f"$.{layer}")


def main():
    sayso, schema, *folders = sys.argv[1:]
    with open(schema, encoding="utf8") as f:
        validator = jsonschema.Draft202012Validator(json.load(f))
    run = subprocess.run([sayso, "read", "--format", "json", *folders], capture_output=True)
    readings = [json.loads(line) for line in run.stdout.decode("utf8").splitlines()]
    refusal = subprocess.run([sayso, "read", "-"], input=b"Police \xff said", capture_output=True)
    readings += [json.loads(line) for line in refusal.stdout.decode("utf8").splitlines()]
    wrong = 0
    for reading in readings:
        error = jsonschema.exceptions.best_match(validator.iter_errors(reading))
        fault = f"{error.json_path}: {error.message}" if error else None
        if not fault and "error" not in reading:
            fault = next(faults(reading), None)
        if fault:
            print(f"{reading['report']['id']}: {fault}")
            wrong += 1
    print(f"{len(readings)} objects, {wrong} wrong")
    sys.exit(1 if wrong or len(readings) < 2 or "error" not in readings[-1] else 0)


if __name__ == "__main__":
    main()
