#!/usr/bin/env python3
"""WORK/checkpoint.pt -> models/reader.bin, the file src/read/encode/model_file.h describes.

Usage: export.py WORK MINILM OUT [--now]

--now takes the weights as they are, not their running average.
"""
import json
import os
import struct
import sys
import zlib

import torch

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import data  # noqa: E402
from model import FEED_FORWARD, HEADS, LAYERS, POSITIONS, WIDTH, Reader  # noqa: E402

TEXT, S8, F32, S32 = range(4)
NAME, ENTRY, HEADER = 56, 96, 64
# The parts of head.words, in this order.
PARTS = ["upos", "xpos", "name", "start", "cue", "arc_dependent", "arc_head", "relation_dependent",
         "relation_head", "pair_cue", "pair_word", "match_cue", "match_word"]


class Tensors:
    def __init__(self):
        self.items = []

    def text(self, name, value):
        data_ = value.encode()
        self.items.append((name, TEXT, [len(data_)], data_))

    def f32(self, name, value):
        value = value.detach().float().contiguous()
        self.items.append((name, F32, list(value.shape), value.numpy().tobytes()))

    def s8(self, name, value, dims=None):
        value = value.to(torch.int8).contiguous()
        self.items.append((name, S8, dims or list(value.shape), value.numpy().tobytes()))

    def s32(self, name, value):
        value = value.to(torch.int32).contiguous()
        self.items.append((name, S32, list(value.shape), value.numpy().tobytes()))

    def linear(self, name, weight, bias):
        """Symmetric, 7 bits an output channel; panels of 16 outputs, 4 inputs together."""
        weight = weight.detach().float()
        outputs, inputs = weight.shape
        scale = weight.abs().amax(1).clamp(min=1e-8) / 63
        whole = (weight / scale[:, None]).round().clamp(-63, 63)
        padded = torch.zeros((outputs + 15) // 16 * 16, inputs)
        padded[:outputs] = whole
        packed = padded.view(-1, 16, inputs // 4, 4).permute(0, 2, 1, 3)
        self.s8(name + ".weight", packed, [outputs, inputs])
        self.f32(name + ".scale", scale)
        self.s32(name + ".sum", whole.sum(1))
        self.f32(name + ".bias", bias)

    def norm(self, name, layer):
        self.f32(name + ".gain", layer.weight)
        self.f32(name + ".bias", layer.bias)

    def file(self):
        offset = HEADER + ENTRY * len(self.items)
        table, body = b"", b""
        for name, kind, dims, bytes_ in self.items:
            gap = -(offset + len(body)) % 64
            body += b"\0" * gap
            table += struct.pack(f"<{NAME}sII4IQQ", name.encode(), kind, len(dims),
                                 *(dims + [0] * (4 - len(dims))), offset + len(body), len(bytes_))
            body += bytes_
        size = offset + len(body)
        head = struct.pack("<8sIIQI", b"SAYSOENC", 1, len(self.items), size,
                           zlib.crc32(table + body))
        return head.ljust(HEADER, b"\0") + table + body


def main():
    work, weights, out = [a for a in sys.argv[1:] if not a.startswith("--")]
    saved = torch.load(os.path.join(work, "checkpoint.pt"), weights_only=False, map_location="cpu")
    labels = saved["labels"]
    sizes = {k: len(v) for k, v in labels.items()}
    sizes.update(name=len(data.NAMES), mention=len(data.MENTIONS))
    model = Reader(sizes)
    model.load_state_dict(saved["model"])
    if "--now" not in sys.argv:
        model.load_state_dict(saved["averaged"], strict=False)
    write(model, labels, weights, out)


@torch.no_grad()
def write(model, labels, weights, out):
    t = Tensors()
    t.text("meta", "\n".join(f"{k} {v}" for k, v in {
        "name": "sayso-reader", "version": 1, "layers": LAYERS, "width": WIDTH, "heads": HEADS,
        "feed_forward": FEED_FORWARD, "positions": POSITIONS,
        "licence": "see models/reader.md"}.items()) + "\n")
    tokenizer = json.load(open(os.path.join(weights, "tokenizer.json"), encoding="utf8"))
    vocabulary = sorted(tokenizer["model"]["vocab"].items(), key=lambda item: item[1])
    assert [i for _, i in vocabulary] == list(range(len(vocabulary)))
    t.text("vocabulary", "\n".join(piece for piece, _ in vocabulary) + "\n")

    encoder = model.encoder
    word = encoder.word.weight
    scale = word.abs().amax(1).clamp(min=1e-8) / 127
    t.s8("embed.word", (word / scale[:, None]).round().clamp(-127, 127))
    t.f32("embed.word.scale", scale)
    t.f32("embed.position", encoder.position.weight)
    t.f32("embed.letters", encoder.letters.weight)
    t.f32("embed.gap", encoder.gap.weight)
    t.norm("embed.norm", encoder.norm)
    for i, layer in enumerate(encoder.layers):
        at = f"layer.{i}."
        # The scores' 1/sqrt(size of a head) goes into the queries.
        factor = torch.ones(3 * WIDTH)
        factor[:WIDTH] = (WIDTH // HEADS) ** -0.5
        t.linear(at + "qkv", layer.qkv.weight * factor[:, None], layer.qkv.bias * factor)
        t.linear(at + "out", layer.out.weight, layer.out.bias)
        t.norm(at + "norm1", layer.norm1)
        t.linear(at + "up", layer.up.weight, layer.up.bias)
        t.linear(at + "down", layer.down.weight, layer.down.bias)
        t.norm(at + "norm2", layer.norm2)

    for name in ("upos", "xpos", "relation"):
        t.text("labels." + name, "\n".join(labels[name]) + "\n")
    t.text("labels.name", "\n".join(data.NAMES) + "\n")
    layers = [model.tags[p] if p in model.tags else getattr(model, p) for p in PARTS]
    t.text("head.words.parts",
           "\n".join(f"{p} {len(x.bias)}" for p, x in zip(PARTS, layers)) + "\n")
    t.linear("head.words", torch.cat([x.weight for x in layers]), torch.cat([x.bias for x in layers]))
    t.f32("head.root.arc", model.arc_head(model.root).relu())
    t.f32("head.root.relation", model.relation_head(model.root).relu())
    t.linear("head.arc", model.arc[:-1].T, model.arc[-1])
    # relation[label, dependent, head] -> an output for each (label, head).
    t.linear("head.relation", model.relation[:, :-1].transpose(1, 2).flatten(0, 1),
             model.relation[:, -1].flatten())
    t.f32("head.pair.distance", model.pair_distance.weight)
    t.f32("head.pair.role", model.pair_role.weight)
    t.f32("head.pair.role.bias", model.pair_role.bias)
    t.f32("head.match.role", model.match_role.weight)
    with open(out, "wb") as f:
        f.write(t.file())
    print(f"{out}: {os.path.getsize(out) / 1e6:.1f} MB, {len(t.items)} tensors")


if __name__ == "__main__":
    main()
