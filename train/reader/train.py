#!/usr/bin/env python3
"""Trains the full reader.

Usage: train.py WORK --data DATA --weights MINILM --minutes 90 [--resume | --after CHECKPOINT]

WORK holds what prepare.py and silver_names.py made; checkpoints go there. DATA holds ud/ and polnear/; MINILM the
weights and tokenizer.json of all-MiniLM-L6-v2. The learning rate falls to zero over the minutes
given, however fast the machine is.
"""
import argparse
import json
import os
import queue
import random
import sys
import threading
import time

import torch
import torch.nn.functional as F

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import batches  # noqa: E402
import data  # noqa: E402
import evaluate  # noqa: E402
from data import IGNORE  # noqa: E402
from model import Linear, Reader  # noqa: E402

ROWS = 16                    # rows of 256 pieces in a step
ENCODER_RATE, HEAD_RATE = 2e-4, 1e-3
AFTER = 0.7                  # share of these rates where training starts from trained weights
WARM_UP = 150                # steps
QUANTISE_AT = 0.6            # share of the time after which int8 is simulated
WEIGHTS = {"upos": 0.5, "xpos": 0.5, "lemma": 0.3, "name": 0.8, "mention": 0.3, "start": 0.5,
           "cue": 1.5, "role": 0.7}


def load_documents(where, work):
    ud, polnear = os.path.join(where, "ud"), os.path.join(where, "polnear")
    ewt = data.read_ud(os.path.join(ud, "ewt.train.conllu.gz"),
                       names=data.tag_column(os.path.join(work, "ewt.train.names.tsv")))
    gum = data.read_ud(os.path.join(ud, "gum.train.conllu.gz"), entities=True)
    attribution = data.read_attribution(os.path.join(work, "polnear.train.tok.jsonl"),
                                        os.path.join(polnear, "silver.train.conllu.gz"))
    return ewt, gum, attribution


def make_labels(ud):
    words = [(f, x) for d in ud for f, x in zip(d.forms, d.lemmas)]
    every = lambda name: (v for d in ud for v in getattr(d, name))
    return {"upos": data.Vocabulary.of(every("upos")), "xpos": data.Vocabulary.of(every("xpos"), 2),
            "relation": data.Vocabulary.of(every("relations"), 2),
            "lemma": data.Vocabulary.of((data.script(f, x) for f, x in words), 4)}


def losses(model, batch):
    x = model.words(batch)
    x = F.dropout(x, 0.1, model.training)
    total = x.new_zeros(())
    for name, weight in WEIGHTS.items():
        known = batch[name] != IGNORE
        if known.any():
            total = total + weight * F.cross_entropy(model.tags[name](x[known]).float(),
                                                     batch[name][known])
    if len(batch["sentences"]):
        total = total + parse_loss(model, x, batch)
    if len(batch["pair_cue"]):
        scores = model.roles(x, batch["pair_cue"], batch["pair_word"], batch["pair_distance"])
        total = total + 4.0 * F.cross_entropy(scores.float(), batch["pair_role"])
    if batch["links"]:
        total = total + 0.3 * link_loss(model, x, batch["links"])
    return total


def parse_loss(model, x, batch):
    sentences, heads = batch["sentences"], batch["heads"]
    scores, dependent, head = model.arcs(x, sentences)
    known = sentences.clamp(min=0)
    # Heads as columns: 0 the root, else 1 + place in the sentence.
    target = heads[known]
    column = torch.where(target == -1, 0, target - known[:, :1] + 1)
    valid = (sentences >= 0) & (target != IGNORE) & (column >= 0) & (column < scores.shape[2])
    arc = F.cross_entropy(scores[valid].float(), column[valid])
    relation = batch["relation"][known]
    labelled = valid & (relation != IGNORE)
    s, w = labelled.nonzero(as_tuple=True)
    made = model.relations(dependent[s, w], head[s, column[s, w]])
    return arc + 0.7 * F.cross_entropy(made.float(), relation[s, w])


def link_loss(model, x, groups):
    later, earlier, same, bounds = [], [], [], []
    for group in groups:
        for i in range(1, len(group)):
            begin = len(later)
            for j in range(max(0, i - 40), i):
                later.append(group[i][0])
                earlier.append(group[j][0])
                same.append(group[i][1] == group[j][1])
            bounds.append((begin, len(later)))
    later, earlier = torch.tensor(later), torch.tensor(earlier)
    scores = model.links(x, later, earlier, later - earlier).float()
    same = torch.tensor(same)
    # One row an anaphor, column 0 for "refers to nothing before it".
    longest = max(e - b for b, e in bounds)
    table = scores.new_full((len(bounds), longest + 1), -1e4)
    right = torch.zeros(table.shape, dtype=torch.bool)
    table[:, 0] = 0
    rows = torch.cat([torch.full((e - b,), i) for i, (b, e) in enumerate(bounds)])
    columns = torch.cat([torch.arange(1, e - b + 1) for b, e in bounds])
    table[rows, columns] = scores
    right[rows, columns] = same
    right[:, 0] = ~right.any(1)
    return (table.logsumexp(1) - table.masked_fill(~right, -1e4).logsumexp(1)).mean()


def stream(ewt, gum, attribution, labels, pieces, seed):
    """Batches without end: the treebanks as often as the reports."""
    rng = random.Random(seed)
    waiting = []
    while True:
        items = batches.items_of(ewt + gum + attribution, pieces, rng)
        rng.shuffle(items)
        waiting += batches.pack(items)
        while len(waiting) >= ROWS:
            rows, waiting = waiting[:ROWS], waiting[ROWS:]
            yield batches.collate(rows, labels, pieces, rng)


def ahead(batch_stream):
    ready = queue.Queue(4)

    def fill():
        for batch in batch_stream:
            ready.put(batch)

    threading.Thread(target=fill, daemon=True).start()
    while True:
        yield ready.get()


def threads(work):
    """The number in WORK/threads, where there is one: it can be changed while training runs."""
    try:
        return max(1, int(open(os.path.join(work, "threads")).read()))
    except (OSError, ValueError):
        return os.cpu_count()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work")
    parser.add_argument("--data", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--resume", action="store_true", help="go on from WORK/checkpoint.pt")
    parser.add_argument("--after", help="start from the averaged weights of a finished run")
    parser.add_argument("--every", type=float, default=10, help="minutes between checkpoints")
    options = parser.parse_args()

    torch.manual_seed(1)
    ewt, gum, attribution = load_documents(options.data, options.work)
    labels = make_labels(ewt + gum)
    sizes = {k: len(v) for k, v in labels.items()}
    sizes.update(name=len(data.NAMES), mention=len(data.MENTIONS))
    print({k: v for k, v in sizes.items()}, flush=True)
    pieces = data.Pieces(os.path.join(options.weights, "tokenizer.json"))
    model = Reader(sizes)
    model.encoder.load_pretrained(os.path.join(options.weights, "model.safetensors"))
    if options.after:
        saved = torch.load(options.after, weights_only=False)
        if saved["labels"] != {k: v.labels for k, v in labels.items()}:
            parser.error(f"{options.after} knows other labels")
        model.load_state_dict(saved["averaged"], strict=False)
    share = AFTER if options.after else 1.0
    encoder = list(model.encoder.parameters())
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": p, "lr": 0.0, "base": share * rate}
              for p, rate in ((encoder, ENCODER_RATE), (heads, HEAD_RATE))]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    averaged = {n: p.detach().clone() for n, p in model.named_parameters()}
    step, spent, seed = 0, 0.0, 1
    checkpoint = os.path.join(options.work, "checkpoint.pt")
    if options.resume:
        saved = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        averaged, step, spent, seed = saved["averaged"], saved["step"], saved["spent"], saved["seed"] + 1
    began, budget = time.time() - spent, options.minutes * 60
    next_save = time.time() + options.every * 60
    shown, words, since = 0.0, 0, time.time()
    for batch in ahead(stream(ewt, gum, attribution, labels, pieces, seed)):
        done = min(1.0, (time.time() - began) / budget)
        torch.set_num_threads(threads(options.work))
        Linear.quantised = done > QUANTISE_AT
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * min(1.0, (step + 1) / WARM_UP) * (1 - done)
        model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = losses(model, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        step += 1
        keep = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            mine = [p.detach() for p in model.parameters()]
            torch._foreach_lerp_(list(averaged.values()), mine, 1 - keep)
        shown, words = shown + loss.item(), words + len(batch["first_piece"])
        if step % 50 == 0:
            print(f"step {step} done {done:.3f} loss {shown / 50:.4f} "
                  f"{words / (time.time() - since):.0f} words/s", flush=True)
            shown, words, since = 0.0, 0, time.time()
        if time.time() > next_save or done >= 1:
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(),
                        "averaged": averaged, "step": step, "spent": time.time() - began,
                        "seed": seed, "labels": {k: v.labels for k, v in labels.items()}},
                       checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
            own = {n: p.detach().clone() for n, p in model.named_parameters()}
            model.load_state_dict(averaged, strict=False)
            print(json.dumps({"step": step, **evaluate.scores(
                model, labels, pieces, options.data, options.work)}), flush=True)
            model.load_state_dict(own, strict=False)
            next_save = time.time() + options.every * 60
            shown, words, since = 0.0, 0, time.time()
        if done >= 1:
            break


if __name__ == "__main__":
    main()
