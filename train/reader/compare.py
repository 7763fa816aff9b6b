#!/usr/bin/env python3
"""int8 and the program beside the float model: how many tags differ, what it costs.

Usage: compare.py WORK MINILM SAYSO REPORTS.jsonl OUT [--model FILE]

REPORTS is what `sayso read` takes; WORK/checkpoint.pt must be what FILE (or the program's own
model) was exported from. Prints the share of tokens with the same tags as in float, for int8 alone (as training
simulates it) and for the program, whose rules change some tags and attributions besides. Writes the
attributions of the float model to OUT and those of int8 alone to OUT.int8, to be scored beside the program's.
"""
import json
import os
import subprocess
import sys

import torch

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import batches  # noqa: E402
import data  # noqa: E402
from model import Linear, Reader  # noqa: E402


def program(sayso, reports, *options):
    out = subprocess.run([sayso, "read", "-q", "--format", "json", "--layers", "tokens", *options,
                          reports], stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def document_of(reading):
    """The words and sentences that `segment` made, in a Document."""
    d, text, end = data.Document("ud"), reading["text"], 0
    for sentence in reading["sentences"]:
        for k, token in enumerate(sentence["tokens"]):
            begin = token["span"][0]
            d.forms.append(text[begin:token["span"][1]])
            d.gaps.append(data.gap(text, end, begin))
            d.starts.append(int(k == 0))
            d.spans.append(tuple(token["span"]))
            end = token["span"][1]
    n = len(d.forms)
    d.upos, d.xpos, d.lemmas, d.relations = [None] * n, [None] * n, [None] * n, [None] * n
    d.heads, d.names, d.mentions, d.clusters = ([data.IGNORE] * n for _ in range(4))
    return d


def windows(document, sizes, limit=data.MAX_PIECES):
    """As make_windows() in src/read/encode/windows.cc: (first, own first, end)."""
    starts = [i for i, s in enumerate(document.starts) if s] + [len(sizes)]
    out, first, own, end, total, before = [], 0, 0, 0, 0, None
    opened = False
    for begin, after in zip(starts, starts[1:]):
        size = sum(sizes[begin:after])
        if opened and total + size > limit:
            out.append((first, own, end))
            opened = False
        if not opened:
            context = sum(sizes[before:begin]) if before is not None else 0
            fits = 0 < context <= limit // 4 and context + size <= limit
            first, own, end, total, opened = before if fits else begin, begin, begin, \
                context if fits else 0, True
        for i in range(begin, after):
            if total + sizes[i] > limit:
                if end > own:
                    out.append((first, own, end))
                first = own = end = i
                total = 0
            total += sizes[i]
            end = i + 1
        before = begin
    if opened and end > own:
        out.append((first, own, end))
    return out


def runs(marks):
    """Runs of words: of 0 none, 1 begins, 2 goes on -> [begin, end)."""
    out = []
    for i, m in enumerate(marks):
        if m == 1 or m == 2 and not (out and out[-1][1] == i):
            out.append([i, i + 1])
        elif m == 2:
            out[-1][1] = i + 1
    return out


def best_labels(scores):
    """As BioDecoder in src/read/encode/bio.cc: the best sequence in which nothing goes on that has not begun."""
    size, count = scores.shape
    allowed = torch.zeros(count, count)
    for after in range(2, count, 2):
        allowed[:, after] = -1e9
        allowed[[after - 1, after], after] = 0
    best = scores[0].clone()
    best[2::2] = -1e9
    before = []
    for row in scores[1:]:
        top, place = (best[:, None] + allowed).max(0)
        before.append(place)
        best = top + row
    labels = [int(best.argmax())]
    for place in reversed(before):
        labels.append(int(place[labels[-1]]))
    return labels[::-1]


@torch.no_grad()
def read(model, labels, pieces, document):
    """-> tags of each word, attributions in words."""
    ids = [pieces(f) for f in document.forms]
    tags, found = [None] * len(ids), []
    for first, own, end in windows(document, [len(i) for i in ids]):
        batch = batches.collate([[(document, first, end, ids)]], labels, pieces)
        x = model.words(batch)
        best = {k: model.tags[k](x).argmax(-1).tolist() for k in ("upos", "xpos")}
        best.update({k: best_labels(model.tags[k](x)) for k in ("name", "cue")})
        for i in range(own, end):
            k = i - first
            tags[i] = (labels["upos"].labels[best["upos"][k]], labels["xpos"].labels[best["xpos"][k]],
                       data.NAMES[best["name"][k]])
        for begin, after in runs(best["cue"]):
            if begin < own - first:
                continue
            n = end - first
            words = torch.arange(n)
            distance = torch.where(words < begin, words - begin, (words - (after - 1)).clamp(min=0))
            scores = model.roles(x, torch.full((n,), begin), words, distance)
            scores[begin:after, 1:] = -1e4
            marks = torch.tensor(best_labels(scores))
            role = {}
            for name, low in (("source", 1), ("content", 3)):
                one = torch.where((marks == low) | (marks == low + 1), marks - low + 1, 0).tolist()
                role[name] = [[first + a, first + b] for a, b in runs(one)]
            if role["content"]:
                found.append({"cue": [[first + begin, first + after]], **role})
    return tags, found


def in_text(document, ranges, join):
    """Ranges of words as spans; joined where only punctuation parts them."""
    out, last = [], None
    for begin, end in ranges:
        span = [document.spans[begin][0], document.spans[end - 1][1]]
        if join and out and all(data.shape(f) == 6 for f in document.forms[last:begin]):
            out[-1][1] = span[1]
        else:
            out.append(span)
        last = end
    return out


def load(work):
    saved = torch.load(os.path.join(work, "checkpoint.pt"), weights_only=False)
    labels = {k: data.Vocabulary(v) for k, v in saved["labels"].items()}
    sizes = {k: len(v) for k, v in labels.items()}
    sizes.update(name=len(data.NAMES), mention=len(data.MENTIONS))
    model = Reader(sizes)
    model.load_state_dict(saved["model"])
    model.load_state_dict(saved["averaged"], strict=False)
    return model.eval(), labels


def as_line(reading, document, found):
    return json.dumps({
        "report": {"id": reading["report"]["id"]}, "text": reading["text"],
        "attributions": [{k: in_text(document, v, k == "content") for k, v in a.items()} for a in found]}) + "\n"


NAME_KINDS = {"PER": "person", "ORG": "organization", "LOC": "place", "OTH": "other"}


def main():
    arguments = sys.argv[1:]
    own = arguments[arguments.index("--model"):] if "--model" in arguments else []
    work, weights, sayso, reports, out = arguments[:5]
    model, labels = load(work)
    pieces = data.Pieces(os.path.join(weights, "tokenizer.json"))
    cut = program(sayso, reports, "--reader", "fast")
    made = program(sayso, reports, *own)
    int8, same, total = [0, 0, 0], [0, 0, 0], 0
    with open(out, "w", encoding="utf8") as lines, open(out + ".int8", "w", encoding="utf8") as rounded:
        for plain, reading in zip(cut, made):
            document = document_of(plain)
            Linear.quantised = False
            tags, found = read(model, labels, pieces, document)
            lines.write(as_line(plain, document, found))
            Linear.quantised = True
            by_int8, found = read(model, labels, pieces, document)
            rounded.write(as_line(plain, document, found))
            tokens = [t for s in reading["sentences"] for t in s["tokens"]]
            assert [tuple(t["span"]) for t in tokens] == document.spans
            before = "O"
            for whole, other, token in zip(tags, by_int8, tokens):
                upos, xpos, name = whole
                total += 1
                int8 = [n + (a == b) for n, a, b in zip(int8, whole, other)]
                same[0] += upos == token["upos"]
                same[1] += xpos == token["tag"]
                if name != "O":
                    begins = name[0] == "B" or before[2:] != name[2:]
                    shown = f"{'B' if begins else 'I'}-{NAME_KINDS[name[2:]]}"
                else:
                    shown = None
                same[2] += shown == token["name"]
                before = name
    shares = lambda counts: {k: round(n / total, 5) for k, n in zip(("upos", "xpos", "name"), counts)}
    print(json.dumps({"tokens": total, "int8": shares(int8), "program": shares(same)}))


if __name__ == "__main__":
    main()
