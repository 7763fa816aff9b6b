"""Scores on development sets with the gold words and sentences: to watch training by.

What counts is measured with the program itself (`make bench`).
"""
import functools
import os

import torch

import batches
import data
from data import IGNORE


@functools.lru_cache(None)
def _documents(where, work):
    ud = os.path.join(where, "ud")
    ewt = data.read_ud(os.path.join(ud, "ewt.dev.conllu.gz"))
    names = _uner_names(ud)
    gum = data.read_ud(os.path.join(ud, "gum.dev.conllu.gz"), entities=True)
    reports = data.read_attribution(os.path.join(work, "polnear.dev.tok.jsonl"))
    return ewt, gum, reports[::3], names


def _uner_names(ud):
    """A tag for each word of the treebank; None in the few sentences that UNER cuts differently."""
    identity = lambda comments: next(c for c in comments if c.startswith("# sent_id"))
    tags = {identity(comments): [r[2] for r in rows]
            for comments, rows in data.blocks(os.path.join(ud, "uner.ewt.dev.iob2.gz"))}
    names = []
    for comments, rows in data.blocks(os.path.join(ud, "ewt.dev.conllu.gz")):
        size = sum(r[0].isdigit() for r in rows)
        found = tags.get(identity(comments), [])
        names += found if len(found) == size else [None] * size
    return names


def name_spans(tags):
    out, begin = set(), None
    for i, t in enumerate(list(tags) + ["O"]):
        if begin is not None and not t.startswith("I-"):
            out.add((begin, i, tags[begin][2:]))
            begin = None
        if t.startswith("B-") or t.startswith("I-") and begin is None:
            begin = i
    return out


def f1(right, made, gold):
    return round(2 * right / max(1, made + gold), 4)


@torch.no_grad()
def scores(model, labels, pieces, where, work):
    model.eval()
    ewt, gum, reports, uner = _documents(where, work)
    out = {}
    for name, documents in (("ewt", ewt), ("gum", gum)):
        out.update({f"{name}.{k}": v for k, v in
                    _syntax(model, labels, pieces, documents, uner if name == "ewt" else None).items()})
    out.update(_attribution(model, labels, pieces, reports))
    return out


def _run(model, labels, pieces, documents):
    items = batches.items_of(documents, pieces, None)
    for begin in range(0, len(items), 16):
        batch = batches.collate([[i] for i in items[begin:begin + 16]], labels, pieces)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            yield batch, model.words(batch)


def _syntax(model, labels, pieces, documents, uner):
    right = {k: 0 for k in ("upos", "xpos", "lemma", "uas", "las", "start")}
    total = start_made = start_gold = 0
    name_tags, mention = [], [0, 0, 0]
    universal = [r.split(":")[0] for r in labels["relation"].labels]
    for batch, x in _run(model, labels, pieces, documents):
        n = len(x)
        total += n
        for k in ("upos", "xpos", "lemma"):
            right[k] += int((model.tags[k](x).argmax(-1) == batch[k]).sum())
        made = model.tags["start"](x).argmax(-1)
        known = batch["start"] != IGNORE
        start_made += int(made[known].sum())
        start_gold += int(batch["start"][known].sum())
        right["start"] += int((made[known] & batch["start"][known]).sum())
        name_tags += [data.NAMES[i] for i in model.tags["name"](x).argmax(-1).tolist()]
        made = model.tags["mention"](x).argmax(-1)
        known = batch["mention"] != IGNORE
        mention[0] += int(((made == batch["mention"]) & (made > 0) & known).sum())
        mention[1] += int(((made > 0) & known).sum())
        mention[2] += int(((batch["mention"] > 0) & known).sum())
        sentences = batch["sentences"]
        arc, dependent, head = model.arcs(x, sentences)
        best = arc.argmax(-1)
        s, w = (sentences >= 0).nonzero(as_tuple=True)
        relation = model.relations(dependent[s, w], head[s, best[s, w]]).argmax(-1).tolist()
        gold_relation = batch["relation"]
        for a, b, r in zip(s.tolist(), w.tolist(), relation):
            word = int(sentences[a, b])
            column = int(best[a, b])
            made_head = -1 if column == 0 else int(sentences[a, column - 1])
            if made_head == int(batch["heads"][word]):
                right["uas"] += 1
                g = int(gold_relation[word])
                right["las"] += g != IGNORE and universal[g] == universal[r]
    out = {k: round(right[k] / total, 4) for k in ("upos", "xpos", "lemma", "uas", "las")}
    out["start"] = f1(right["start"], start_made, start_gold)
    if any(mention):
        out["mention"] = f1(*mention)
    if uner is not None:
        keep = lambda tags: [t if t[2:] in ("PER", "ORG", "LOC") else "O" for t in tags]
        name_tags = [t if g is not None else "O" for t, g in zip(name_tags, uner)]
        a, b = name_spans(keep(name_tags)), name_spans(keep(g or "O" for g in uner))
        out["names"] = f1(len(a & b), len(a), len(b))
        out["names.bounds"] = f1(len({s[:2] for s in a} & {s[:2] for s in b}), len(a), len(b))
    return out


def _spans(marks):
    """Runs of words with a role, of 0 none, odd begin, even inside."""
    out, begin = set(), None
    for i, m in enumerate(list(marks) + [0]):
        if begin is not None and (m == 0 or m % 2 == 1):
            out.add((begin, i))
            begin = None
        if m and begin is None:
            begin = i
    return out


def _attribution(model, labels, pieces, documents):
    count = {k: [0, 0, 0] for k in ("cue", "source", "content")}
    for batch, x in _run(model, labels, pieces, documents):
        made_cue = model.tags["cue"](x).argmax(-1)
        a, b = _spans(made_cue.tolist()), _spans(batch["cue"].tolist())
        for k, v in enumerate((len(a & b), len(a), len(b))):
            count["cue"][k] += v
        made, gold = {"source": set(), "content": set()}, {"source": set(), "content": set()}
        base = 0
        for d, begin, end in batch["shown"]:
            n = end - begin
            cues = [(c, e) for c, e in sorted(a) if base <= c < base + n]
            for c, e in cues:
                words = torch.arange(base, base + n)
                distance = torch.where(words < c, words - c, (words - (e - 1)).clamp(min=0))
                marks = model.roles(x, torch.full((n,), c), words, distance).argmax(-1)
                for role, low in (("source", 1), ("content", 3)):
                    own = torch.where((marks == low) | (marks == low + 1), marks - low + 1, 0)
                    made[role] |= {(base + i, base + j) for i, j in _spans(own.tolist())}
            base += n
        for role, low in (("source", 1), ("content", 3)):
            position = {}
            for c, w, m in zip(batch["pair_cue"].tolist(), batch["pair_word"].tolist(),
                               batch["pair_role"].tolist()):
                if m in (low, low + 1):
                    position.setdefault(c, {})[w] = m - low + 1
            for marks in position.values():
                row = [marks.get(w, 0) for w in range(min(marks), max(marks) + 1)]
                gold[role] |= {(min(marks) + i, min(marks) + j) for i, j in _spans(row)}
            for k, v in enumerate((len(made[role] & gold[role]), len(made[role]), len(gold[role]))):
                count[role][k] += v
    return {k: f1(*v) for k, v in count.items()}
