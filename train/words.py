#!/usr/bin/env python3
"""Lexicons, name lists and counted words -> what the name model knows of single words.

Usage: words.py LEXICONS FAKER DATA > words.tsv
LEXICONS is this repository's folder, FAKER an installed Faker package (MIT licence), DATA the
folder prepare.py wrote. A line: word in lower case, tab, letters:
    f first name   l last name   t title or role   o heads an organisation's name
    p heads a place's name   c country   d demonym   u town   k calendar   w common word
    g organisation
"""
import collections
import glob
import importlib
import os
import re
import sys
import unicodedata

lexicons, faker, data = sys.argv[1:]
sys.path.insert(0, os.path.dirname(faker))
words = collections.defaultdict(set)
LATIN = re.compile(r"[a-z\u00c0-\u024f]{2,}")


def add(word, letter):
    word = word.lower().replace("’", "'")
    folded = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    for w in (word, folded):
        if LATIN.fullmatch(w):
            words[w].add(letter)


def rows(name):
    for line in open(f"{lexicons}/{name}", encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


def provider(kind, attributes, letter, most):
    """Names of all locales in Latin script, the first `most` of each."""
    for path in sorted(glob.glob(f"{faker}/providers/{kind}/*_*/")):
        locale = os.path.basename(path[:-1])
        if locale == "__pycache__":
            continue
        module = importlib.import_module(f"faker.providers.{kind}.{locale}")
        for attribute in dir(module.Provider):
            if not re.fullmatch(attributes, attribute) or not isinstance(
                    getattr(module.Provider, attribute), (list, tuple, set, dict)):
                continue
            for name in list(getattr(module.Provider, attribute))[:most]:
                if isinstance(name, tuple):
                    name = name[0]
                for word in re.split(r"[\s-]+", str(name)):
                    add(word, letter)


provider("person", r"first_names.*", "f", 400)
provider("person", r"last_names.*", "l", 300)
provider("address", r"(cities|city_names|towns|villages)", "u", 200)
for row in rows("first_names.tsv"):
    add(row[0], "f")
for row in rows("titles.tsv"):
    words[row[0].lower()].add("t")
for row in rows("entity_heads.tsv"):
    kind, traits = row[1], row[2].split() if len(row) > 2 else []
    if "role" in traits:
        add(row[0], "t")
    elif kind == "organization":
        add(row[0], "o")
    elif kind in ("place", "facility"):
        add(row[0], "p")
for row in rows("demonyms.tsv"):
    if " " not in row[0]:
        words[row[0]].add("c" if row[2] == "name" else "d")
for row in rows("organizations.tsv"):
    words[row[0]].add("g")
for word in ("monday tuesday wednesday thursday friday saturday sunday january february march april may "
             "june july august september october november december").split():
    words[word].add("k")
lower = collections.Counter()
for name in ("ewt.train", "gum.train", "silver.train"):
    for line in open(f"{data}/{name}.tsv", encoding="utf8"):
        form, _, rest = line.partition("\t")
        if form.islower() and not rest.startswith("NNP"):
            lower[form] += 1
for word, n in lower.items():
    if n >= 5 and LATIN.fullmatch(word):
        words[word].add("w")
for word in sorted(words):
    print(word, "".join(sorted(words[word])), sep="\t")
