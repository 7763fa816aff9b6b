#!/usr/bin/env python3
"""Scores quantities and casualties against sentences with values.

Usage: score_quantities.py PROGRAM GOLD.jsonl [--reader fast|full] [--errors] [--at-least F1 F1]

A line of GOLD has the sentence ("text"), its "quantities" in text order (words, of, min, max, approximate, unit; "about"
or "nearly" in place of min and max where the text blurs a number) and its "casualties" (effect, count: the words
of a quantity, or null). Three scores, each precision, recall and F1 over all sentences:

  value       the very words, with the same minimum, maximum, approximateness and unit
  of          the same, and what is counted
  casualties  effect and the words of the count; one without a count needs a null. What a reading says was
              planned, demanded or did not happen is no casualty; an explicit zero is

With --at-least, exits with 1 where value or casualties fall below.
"""
import argparse
import json
import os
import re
import subprocess
import sys


def read_gold(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def run(command, gold):
    # A sentence alone gives a language guesser little to go by.
    reports = "".join(json.dumps({"id": str(i), "text": g["text"], "language": "en"}) + "\n"
                      for i, g in enumerate(gold))
    made = subprocess.run([*command, "-"], input=reports, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in made.stdout.splitlines()]


def spans_of(text, items, key):
    """Where the words of each item stand, each after the one before."""
    at = 0
    for item in items:
        words = re.compile(rf"(?<!\w){re.escape(item[key])}(?!\w)")
        found = words.search(text, at) or words.search(text)
        if found is None:
            sys.exit(f"not in the text: {item[key]!r} of {text!r}")
        at = found.start() + 1
        yield found.span()


# Symbols and names of one unit.
UNITS = {"ha": "hectare", "l": "litre", "km2": "square km", "m2": "square m", "m3": "cubic m", "t": "tonne",
         "mi": "mile", "ft": "foot", "square kilometre": "square km", "cubic metre": "cubic m", "INR": "rupee",
         "metre": "m", "kilometre": "km", "ton": "tonne"}


def unit_of(quantity):
    unit = quantity.get("unit")
    return UNITS.get(unit, unit)


def near(number, low, high):
    """Whether a range stands for about `number`."""
    return low is not None and high is not None and 0.75 * number <= low <= number <= high <= 1.25 * number


def same_value(gold, made):
    if gold["approximate"] != made["approximate"] or unit_of(gold) != unit_of(made):
        return False
    if "about" in gold:
        return near(gold["about"], made["min"], made["max"])
    if "nearly" in gold:
        return near(gold["nearly"], made["min"], made["max"]) and made["max"] == gold["nearly"]
    same = lambda a, b: a is None and b is None or None not in (a, b) and abs(a - b) <= 0.005 * max(1, abs(a))
    return same(gold["min"], made["min"]) and same(gold["max"], made["max"])


def plain(words):
    words = (words or "").lower().removesuffix("'s").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


class Score:
    def __init__(self):
        self.right = self.made = self.gold = 0

    def add(self, right, made, gold):
        self.right, self.made, self.gold = self.right + right, self.made + made, self.gold + gold

    def figures(self):
        p, r = self.right / max(1, self.made), self.right / max(1, self.gold)
        return {"precision": p, "recall": r, "f1": 2 * self.right / max(1, self.made + self.gold)}


def compare(gold, readings, show):
    scores = {name: Score() for name in ("value", "of", "casualties")}
    for g, r in zip(gold, readings):
        text = g["text"]
        made = {tuple(q["span"]): q for q in r["quantities"]}
        places = list(spans_of(text, g["quantities"], "words"))
        value = [(s, q) for s, q in zip(places, g["quantities"]) if s in made and same_value(q, made[s])]
        of = [s for s, q in value if plain(q["of"]) == plain(made[s]["of"] and text[slice(*made[s]["of"])])]
        scores["value"].add(len(value), len(made), len(places))
        scores["of"].add(len(of), len(made), len(places))

        spans = {q["id"]: tuple(q["span"]) for q in r["quantities"]}
        # Two events may tell of one figure.
        none = {q["id"] for q in r["quantities"] if q["max"] == 0}
        told = dict.fromkeys((c["effect"], c["quantity"], None if c["quantity"] else c["who"])
                             for e in r["events"] if e["reality"] in ("actual", "alleged")
                             for c in e["casualties"]
                             if e["polarity"] == "happened" or c["quantity"] in none)
        found = [(effect, text[slice(*spans[q])] if q else None) for effect, q, _ in told]
        wanted = [(c["effect"], c["count"]) for c in g["casualties"]]
        left, right = list(found), 0
        for w in wanted:
            if w in left:
                left.remove(w)
                right += 1
        scores["casualties"].add(right, len(found), len(wanted))
        if show and (len(value) < max(len(made), len(places)) or right < max(len(found), len(wanted))):
            print(text)
            good = {s for s, _ in value}
            for s, q in zip(places, g["quantities"]):
                if s not in good:
                    print("   want", {k: v for k, v in q.items() if v is not None})
            for s, q in made.items():
                if s not in good:
                    print("   made", text[slice(*s)], q["min"], q["max"], q["approximate"], q["unit"])
            if sorted(map(str, found)) != sorted(map(str, wanted)):
                print("   want", wanted, "\n   made", found)
    return {name: score.figures() for name, score in scores.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("gold")
    parser.add_argument("--reader", default="full")
    parser.add_argument("--errors", action="store_true", help="show the sentences that differ")
    parser.add_argument("--at-least", nargs=2, type=float, metavar="F1")
    options = parser.parse_args()
    gold = read_gold(options.gold)
    scores = compare(gold, run([options.program, "read", "-q", "--format", "json", "--reader", options.reader], gold), options.errors)
    print(os.path.basename(options.gold), len(gold), "sentences")
    for name, s in scores.items():
        print(f"  {name:<11} P {s['precision']:.3f}  R {s['recall']:.3f}  F1 {s['f1']:.3f}")
    if options.at_least:
        for name, bar in zip(("value", "casualties"), options.at_least):
            if scores[name]["f1"] < bar:
                sys.exit(f"{name}: {scores[name]['f1']:.3f} is below {bar}")


if __name__ == "__main__":
    main()
