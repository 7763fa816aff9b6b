#!/usr/bin/env python3
"""PolNeAR reports -> what train/attribution_train reads.

Usage: attribution_prepare.py REPORTS.jsonl.gz OUT
Writes OUT.jsonl, the reports without their marks, as `sayso` reads them, and OUT.gold, a line an
attribution: report id, source, cue, content (each "begin-end,begin-end" in UTF-8 bytes, or "-"),
separated by tabs. Spans that the annotators set aside are lines with "discard" for a source.
"""
import gzip
import json
import sys


def main():
    source, out = sys.argv[1:3]
    with gzip.open(source, "rt", encoding="utf8") as lines, \
            open(out + ".jsonl", "w", encoding="utf8") as reports, \
            open(out + ".gold", "w", encoding="utf8") as gold:
        for line in lines:
            report = json.loads(line)
            text = report["text"]
            at = [0]
            for c in text:
                at.append(at[-1] + len(c.encode()))

            def spans(pairs):
                return ",".join("%d-%d" % (at[s], at[e]) for s, e in pairs) or "-"

            keep = ("id", "text", "published", "outlet", "title")
            reports.write(json.dumps({k: report[k] for k in keep}) + "\n")
            for a in report["attributions"]:
                print(report["id"], *(spans(a.get(r, [])) for r in ("source", "cue", "content")),
                      sep="\t", file=gold)
            for span in report.get("discard", []):
                print(report["id"], "discard", "-", spans([span]), sep="\t", file=gold)


if __name__ == "__main__":
    main()
