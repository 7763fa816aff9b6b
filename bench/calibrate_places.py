#!/usr/bin/env python3
"""How honest the confidence of places is, and the scaling that makes it so.

Usage: calibrate_places.py NAME=GOLD.jsonl.gz=READINGS.jsonl ...

GOLD as ../shared/bench/score_place.py takes it, READINGS what `sayso read` made of its texts. A place is right when it
overlaps one of the gold and lies within 161 km of it (or neither has a point). Prints, for each set, the expected
calibration error (Guo et al. 2017, ten bins) and a table of confidence beside the share that is right; then the
Platt scaling (slope and shift of the log-odds) that each set, and all together, would add, with the error it leaves on each.
A slope of 1 and a shift of 0 mean that nothing is left to mend.
"""
import gzip
import json
import math
import sys

NEAR_KM = 161
BINS = 10


def distance(a, b):
    (lat1, lon1), (lat2, lon2) = [[math.radians(x) for x in p] for p in (a, b)]
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.009 * math.asin(min(1, math.sqrt(h)))


def is_right(place, gold):
    """None where the gold has no point to compare with."""
    near = [g for g in gold if g["span"][0] < place["span"][1] and place["span"][0] < g["span"][1]]
    if not near:
        return 0
    if near[0].get("lat") is None:
        return 1 if place["lat"] is None else None
    if place["lat"] is None:
        return 0
    return int(distance((near[0]["lat"], near[0]["lon"]), (place["lat"], place["lon"])) <= NEAR_KM)


def judged(gold_path, readings_path):
    with gzip.open(gold_path, "rt", encoding="utf8") as lines:
        gold = {g["id"]: g["places"] for g in map(json.loads, lines)}
    pairs = []
    with open(readings_path, encoding="utf8") as lines:
        for reading in map(json.loads, lines):
            for place in reading["places"]:
                right = is_right(place, gold[reading["report"]["id"]])
                if right is not None:
                    pairs.append((place["origin"]["confidence"], right))
    return pairs


def bins(pairs):
    for k in range(BINS):
        inside = [p for p in pairs if min(BINS - 1, int(p[0] * BINS)) == k]
        if inside:
            yield k, len(inside), sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)


def error(pairs):
    return sum(n * abs(c - r) for _, n, c, r in bins(pairs)) / len(pairs)


def log_odds(p):
    p = min(max(p, 0.01), 0.995)
    return math.log(p / (1 - p))


def scaled(pairs, slope, shift):
    return [(1 / (1 + math.exp(-(slope * log_odds(c) + shift))), r) for c, r in pairs]


def fit(sets):
    """Gradient descent on the logistic loss; each set weighs the same."""
    slope, shift = 1.0, 0.0
    rows = [(log_odds(c), r, 1 / len(pairs) / len(sets)) for pairs in sets for c, r in pairs]
    for _ in range(1500):
        a = b = 0.0
        for x, r, weight in rows:
            d = weight * (1 / (1 + math.exp(-(slope * x + shift))) - r)
            a, b = a + d * x, b + d
        slope, shift = slope - 0.5 * a, shift - 0.5 * b
    return slope, shift


def main():
    sets = {}
    for argument in sys.argv[1:]:
        name, gold, readings = argument.split("=")
        sets[name] = judged(gold, readings)
    if not sets:
        sys.exit(__doc__)
    for name, pairs in sets.items():
        print(f"{name}: {len(pairs)} places, {sum(r for _, r in pairs) / len(pairs):.3f} right, "
              f"calibration error {error(pairs):.3f}")
        for k, n, c, r in bins(pairs):
            print(f"  {k / BINS:.1f}  {n:5d} places  confidence {c:.2f}  right {r:.2f}")
    for name, chosen in [*((n, [p]) for n, p in sets.items()), ("all", list(sets.values()))]:
        slope, shift = fit(chosen)
        left = ", ".join(f"{other} {error(scaled(pairs, slope, shift)):.3f}" for other, pairs in sets.items())
        print(f"fitted to {name}: slope {slope:.2f}, shift {shift:.2f}; leaves {left}")


if __name__ == "__main__":
    main()
