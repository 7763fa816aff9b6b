#!/usr/bin/env python3
"""The reports of the attribution corpus in the program's own words and sentences.

Usage: prepare.py DATA WORK SAYSO

Writes WORK/polnear.{train,dev}.tok.jsonl: id, text, sents (a list of [begin, end] for each sentence), attributions.
SAYSO is the built program, whose fast reader cuts the words.
"""
import gzip
import json
import os
import subprocess
import sys


def main():
    where, work, sayso = sys.argv[1:4]
    for part in ("train", "dev"):
        with gzip.open(os.path.join(where, "polnear", part + ".jsonl.gz"), "rt", encoding="utf8") as lines:
            reports = [json.loads(line) for line in lines]
        given = "".join(json.dumps({k: r[k] for k in ("id", "text", "published", "outlet", "title")}) + "\n"
                        for r in reports)
        run = subprocess.run([sayso, "read", "-q", "--reader", "fast", "--format", "json", "--layers", "tokens", "-"],
                             input=given.encode(), stdout=subprocess.PIPE, check=True)
        readings = [json.loads(line) for line in run.stdout.decode().splitlines()]
        with open(os.path.join(work, f"polnear.{part}.tok.jsonl"), "w", encoding="utf8") as out:
            for report, reading in zip(reports, readings):
                sentences = [[t["span"] for t in s["tokens"]] for s in reading["sentences"]]
                out.write(json.dumps({"id": report["id"], "text": report["text"],
                                      "sents": [s for s in sentences if s],
                                      "attributions": report["attributions"]}) + "\n")


if __name__ == "__main__":
    main()
