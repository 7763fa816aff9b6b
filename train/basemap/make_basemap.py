#!/usr/bin/env python3
"""countries-50m.json of the npm package world-atlas -> models/basemap.bin, the land and borders of the page's map.

Usage: make_basemap.py COUNTRIES.json > models/basemap.bin     (README.md has the whole recipe)

The file: "saysomap", then numbers as LEB128 varints, signed ones zigzag: how many steps of the grid a degree has;
the rings of the land; the lines of the borders. Both are a count of lines, and for each a count of points and the
points, longitude before latitude, in steps from the point before it (of the line before it; at first from 0, 0).
A ring's last point is its first and left out. Lines go on over the antimeridian, to longitudes beyond 180.
"""
import json
import math
import sys

GRID = 50  # steps a degree: 2 km, a pixel or so of the narrowest map
TOLERANCE = 0.03  # degrees a line may move by when points are left out: 3 km


def decode(topology):
    """The arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def follow(points, longitude):
    """The points with their longitudes turned so that none jumps from the one before it, the first from `longitude`."""
    out = []
    for x, y in points:
        x -= 360 * round((x - longitude) / 360)
        out.append((x, y))
        longitude = x
    return out


def ring_points(arcs, ring):
    """The arcs of a ring joined; one that goes round the world is closed over the south pole."""
    points = []
    for i in ring:
        arc = arcs[i] if i >= 0 else arcs[~i][::-1]
        points += follow(arc, points[-1][0] if points else arc[0][0])
    if abs(points[-1][0] - points[0][0]) > 180:
        points += [(points[-1][0], -90), (points[0][0], -90)]
    return points


def rings_of(geometry):
    """Every ring of a geometry, as numbers of arcs."""
    kind = geometry["type"]
    if kind == "GeometryCollection":
        return [ring for part in geometry["geometries"] for ring in rings_of(part)]
    if kind == "MultiPolygon":
        return [ring for polygon in geometry["arcs"] for ring in polygon]
    return geometry["arcs"] if kind == "Polygon" else []


def distance(p, a, b):
    """Of p from the segment a b, in degrees of latitude."""
    scale = math.cos(math.radians(p[1]))
    px, py, bx, by = (p[0] - a[0]) * scale, p[1] - a[1], (b[0] - a[0]) * scale, b[1] - a[1]
    length = bx * bx + by * by
    t = 0 if length == 0 else max(0, min(1, (px * bx + py * by) / length))
    return math.hypot(px - t * bx, py - t * by)


def simplify(points, tolerance):
    """Douglas and Peucker; the ends stay, so that lines still meet."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = 0, None
        for i in range(first + 1, last):
            d = distance(points[i], points[first], points[last])
            if d > far:
                far, at = d, i
        if at is not None and far > tolerance:
            keep[at] = True
            stack += [(first, at), (at, last)]
    return [p for p, kept in zip(points, keep) if kept]


def tolerance_of(points):
    """Small islands keep a shape: for some countries they are all there is."""
    width = max(x for x, _ in points) - min(x for x, _ in points)
    height = max(y for _, y in points) - min(y for _, y in points)
    return min(TOLERANCE, 0.2 * max(width, height))


def on_grid(points):
    out = []
    for x, y in points:
        p = round(x * GRID), round(y * GRID)
        if not out or out[-1] != p:
            out.append(p)
    return out


def varint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n):
    return varint(2 * n if n >= 0 else -2 * n - 1)


def encode(lines, at):
    out = bytearray(varint(len(lines)))
    for line in lines:
        out += varint(len(line))
        for x, y in line:
            out += zigzag(x - at[0]) + zigzag(y - at[1])
            at = x, y
    return bytes(out), at


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        topology = json.load(file)
    arcs = [follow(arc, arc[0][0]) for arc in decode(topology)]
    arcs = [simplify(arc, tolerance_of(arc)) for arc in arcs]
    coasts, land = set(), []
    for ring in rings_of(topology["objects"]["land"]):
        coasts.update(i if i >= 0 else ~i for i in ring)
        points = on_grid(ring_points(arcs, ring))
        if points[0] == points[-1]:
            points.pop()
        if len(points) > 2:
            land.append(points)
    used = {i if i >= 0 else ~i for ring in rings_of(topology["objects"]["countries"]) for i in ring}
    borders = [line for line in (on_grid(arcs[i]) for i in sorted(used - coasts)) if len(line) > 1]
    rings, at = encode(land, (0, 0))
    lines, _ = encode(borders, at)
    sys.stdout.buffer.write(b"saysomap" + varint(GRID) + rings + lines)
    points = sum(map(len, land)), sum(map(len, borders))
    print(f"{len(land)} rings of {points[0]} points, {len(borders)} borders of {points[1]}", file=sys.stderr)


if __name__ == "__main__":
    main()
