#!/usr/bin/env python3
"""Entity F1 of names against UNER, the names of UD English EWT.

Usage: score_names.py TREEBANK.conllu.gz UNER.iob2.gz READINGS.jsonl [--json]

READINGS are those of the treebank's raw text (`score_ud.py TREEBANK --text`), with `--layers tokens`. A name counts
when its place in the text and its kind (person, organisation, place) are right. The few sentences that the two files
cut into words differently are left out on both sides.
"""
import argparse
import gzip
import json
import sys

from score_segment import read_treebank

KINDS = {"PER": "person", "ORG": "organization", "LOC": "place"}


def sentences(path):
    """(sent_id, starts a document, rows without ranges and empty nodes) of each sentence."""
    identity, new, rows = None, False, []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                new = True
            elif line.startswith("# sent_id"):
                identity = line
            elif not line and rows:
                yield identity, new, rows
                rows, new = [], False
            elif line and not line.startswith("# "):
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)


def runs(tags):
    """Names as (first, end, kind) in words, of B-, I- and O marks."""
    found = []
    for i, tag in enumerate(tags):
        kind = KINDS.get(tag[2:])
        if kind and tag[0] == "I" and found and found[-1][1:] == [i, kind]:
            found[-1][1] = i + 1
        elif kind:
            found.append([i, i + 1, kind])
    return found


def gold_names(treebank, uner):
    """For each document, its names and the spans of the sentences that are not scored."""
    marks = {identity: [row[2] for row in rows] for identity, _, rows in sentences(uner)}
    documents = iter(read_treebank(treebank))
    out, text, at = [], "", 0
    for identity, new, rows in sentences(treebank):
        if new or not out:
            text, at = next(documents).text, 0
            out.append((set(), []))
        spans = []
        for row in rows:
            # A part of a multiword token need not be spelled as in the text: such a word is empty.
            found = text.find(row[1], at, at + 40 + len(row[1]))
            begin = at if found < 0 else found
            at = begin if found < 0 else found + len(row[1])
            spans.append((begin, at))
        tags = marks.get(identity, [])
        if len(tags) != len(rows):
            out[-1][1].append((spans[0][0], spans[-1][1]))
            continue
        out[-1][0].update((spans[b][0], spans[e - 1][1], kind) for b, e, kind in runs(tags))
    return out


def found_names(reading):
    """(begin, end, kind) in the text of each name that the tokens of `reading` mark."""
    tokens = [t for s in reading["sentences"] for t in s["tokens"]]
    names = []
    for i, token in enumerate(tokens):
        mark, _, kind = (token["name"] or "O-").partition("-")
        if kind not in KINDS.values():
            continue
        if mark == "I" and names and names[-1][3] == i and names[-1][2] == kind:
            names[-1][1:] = [token["span"][1], kind, i + 1]
        else:
            names.append([token["span"][0], token["span"][1], kind, i + 1])
    return {tuple(n[:3]) for n in names}


def score(treebank, uner, path):
    """{kind or "all": {"precision", "recall", "f1"}} of the readings in the file `path`."""
    with open(path, encoding="utf8") as lines:
        readings = [json.loads(line) for line in lines]
    gold = gold_names(treebank, uner)
    if len(gold) != len(readings):
        sys.exit(f"score_names: {path} has {len(readings)} readings, not the {len(gold)} of {treebank}")
    counts = {kind: [0, 0, 0] for kind in ("all", *KINDS.values())}  # right, found, there
    for (names, unscored), reading in zip(gold, readings):
        found = {n for n in found_names(reading) if not any(b <= n[0] < e for b, e in unscored)}
        for kind, count in counts.items():
            ours, theirs = ({n for n in side if kind in ("all", n[2])} for side in (found, names))
            for i, side in enumerate((ours & theirs, ours, theirs)):
                count[i] += len(side)
    return {kind: {"precision": right / max(1, made), "recall": right / max(1, there),
                   "f1": 2 * right / max(1, made + there)} for kind, (right, made, there) in counts.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank")
    parser.add_argument("uner")
    parser.add_argument("readings")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    scores = score(options.treebank, options.uner, options.readings)
    if options.json:
        print(json.dumps(scores))
        return
    for kind, figures in scores.items():
        print(f"{kind:13} " + "  ".join(f"{name} {value:.4f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
