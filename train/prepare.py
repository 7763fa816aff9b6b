#!/usr/bin/env python3
"""Treebanks and automatic analyses -> the trainers' plain format.

Usage: prepare.py DATA OUT
DATA holds ud/ and polnear/ as their READMEs describe; OUT gets one file a set:

    # doc                     a new document
    FORM TAG LEMMA NAME JOINS

tab-separated, a blank line after each sentence. TAG is `_` where nothing is to be learned, NAME is
O, B-PER, I-PER, B-ORG, B-LOC, B-OTH ... or `_` where unknown, JOINS is 1 when no white space
stands before the token.
"""
import gzip
import os
import re
import sys

# GUM marks every entity; a name is one whose head is a proper noun.
GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "OTH",
             "object": "OTH", "abstract": "OTH", "substance": "OTH", "animal": "OTH",
             "plant": "OTH", "time": None}
SILVER_KINDS = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "OTH"}
# Where the silver tags follow an older guideline than the treebanks, they teach nothing:
# open word classes only.
SILVER_TAGS = {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "RB", "VB", "VBD", "VBG", "VBN",
               "VBP", "VBZ", "CD"}


def demonyms():
    """Words for peoples and what is theirs: no names here."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../lexicons/demonyms.tsv")
    with open(path, encoding="utf8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return {row[0] for row in rows if len(row) > 2 and row[2] in ("adjective", "people")}


DEMONYMS = demonyms()


def sentences(path):
    """(starts a document, rows) of each sentence."""
    rows, starts = [], True
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield starts, rows
                    starts = False
                rows = []
            elif line.startswith("# newdoc"):
                starts = True
            elif not line.startswith("#"):
                rows.append(line.split("\t"))
    if rows:
        yield starts, rows


def bio(spans, length):
    """Spans (begin, end, kind), of which the longest win -> B-/I-/O for each token."""
    marks = ["O"] * length
    for begin, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
        if all(m == "O" for m in marks[begin:end]):
            marks[begin] = "B-" + kind
            marks[begin + 1:end] = ["I-" + kind] * (end - begin - 1)
    return marks


def gum_mentions(rows):
    """(begin, end, kind, number of the entity) of each mention in a GUM sentence, as they close."""
    open_ = []
    for i, row in enumerate(rows):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not entity:
            continue
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", entity.group(1)):
            number, *fields = piece.strip("()").split("-")
            if piece.startswith("("):
                open_.append((number, fields[0] if fields else "", i))
            if piece.endswith(")"):
                for k in range(len(open_) - 1, -1, -1):
                    if open_[k][0] == number:
                        _, kind, begin = open_.pop(k)
                        yield begin, i + 1, kind, number
                        break


def head_of(rows, begin, end):
    """The first word whose head is outside; None where there is none."""
    ids = {rows[i][0] for i in range(begin, end)}
    return next((i for i in range(begin, end) if rows[i][6] not in ids), None)


def gum_names(rows):
    """Names in a GUM sentence: the proper nouns of an entity whose head is one."""
    return [s for s in (name_in(rows, begin, end, kind) for begin, end, kind, _ in gum_mentions(rows)) if s]


def name_in(rows, begin, end, kind):
    kind = GUM_KINDS.get(kind)
    if kind is None:
        return None
    head = head_of(rows, begin, end)
    if head is None or not rows[head][4].startswith("NNP"):
        return None
    # Grow from the head over what belongs to a name: proper nouns, and small words between them.
    inside = lambda i: rows[i][4].startswith("NNP") or rows[i][4] in ("HYPH", "POS", "CD", "JJ") and rows[i][1][:1].isupper() or rows[i][4] == "HYPH"
    b, e = head, head + 1
    while b > begin and inside(b - 1):
        b -= 1
    while e < end:
        if inside(e):
            e += 1
        elif rows[e][1].lower() in ("of", "the", "and", "for", "&") and any(
                inside(j) and rows[j][4].startswith("NNP") for j in range(e + 1, min(e + 3, end))):
            e += 1
        else:
            break
    while e > head + 1 and not rows[e - 1][4].startswith(("NNP", "CD")):
        e -= 1
    while b < head and (rows[b][4] in ("HYPH", "POS", "CD") or
                        kind == "PER" and rows[b][1].lower() in DEMONYMS):
        b += 1
    if e == b + 1 and (rows[b][1].lower() in DEMONYMS or rows[b][4] == "NNPS" and kind == "PER"):
        return None
    return b, e, kind


def ud(path, out, names):
    with open(out, "w", encoding="utf8") as f:
        for starts, rows in sentences(path):
            if starts:
                f.write("# doc\n")
            joins, inside_range = False, 0
            written = []
            words = [r for r in rows if r[0].isdigit()]
            marks = bio(gum_names(words), len(words)) if names else ["_"] * len(words)
            spaces = {}
            for r in rows:
                no_space = "SpaceAfter=No" in r[9]
                if "-" in r[0]:
                    first, last = map(int, r[0].split("-"))
                    for k in range(first, last):
                        spaces[str(k)] = True
                    spaces[str(last)] = no_space
                elif r[0].isdigit():
                    spaces.setdefault(r[0], no_space)
            for r, mark in zip(words, marks):
                tag = "_" if r[4] in ("", "_") else r[4]
                written.append("\t".join([r[1], tag, r[2], mark, "1" if joins else "0"]))
                joins = spaces[r[0]]
            f.write("\n".join(written) + "\n\n")


def silver(path, out):
    with open(out, "w", encoding="utf8") as f:
        for starts, rows in sentences(path):
            if starts:
                f.write("# doc\n")
            end, before, written = None, "O", []
            for r in rows:
                begin, new_end = map(int, r[9].split("|"))
                tag = r[4] if r[4] in SILVER_TAGS else "_"
                kind = SILVER_KINDS.get(r[5])
                if kind == "OTH" and (r[1].lower() in DEMONYMS or r[4] in ("JJ", "NNS", "NNPS")):
                    kind = None
                name = "O" if not kind else ("I-" if before == kind else "B-") + kind
                before = kind
                parts = split_hyphens(r[1])
                for k, part in enumerate(parts):
                    t = tag if len(parts) == 1 else ("HYPH" if part == "-" else "_")
                    n = name if k == 0 or name == "O" else "I-" + kind
                    written.append("\t".join([part, t, r[2] if len(parts) == 1 else "_", n,
                                              "1" if k or begin == end else "0"]))
                end = new_end
            f.write("\n".join(written) + "\n\n")


def split_hyphens(form):
    """The treebanks cut words at hyphens, CoreNLP does not."""
    if re.fullmatch(r"[^\W_]+(?:-[^\W_]+)+", form):
        return [p for p in re.split(r"(-)", form) if p]
    return [form.replace(" ", "\u00a0")]


def uner(ud_path, iob_path, out):
    """Gold tokens with the names of UNER."""
    marks = {}
    with gzip.open(iob_path, "rt", encoding="utf8") as lines:
        sent = None
        for line in lines:
            if line.startswith("# sent_id = "):
                sent = marks.setdefault(line[12:].strip(), [])
            elif line[0].isdigit():
                sent.append(line.rstrip("\n").split("\t")[2])
    ids = []
    with gzip.open(ud_path, "rt", encoding="utf8") as lines:
        ids = [line[12:].strip() for line in lines if line.startswith("# sent_id = ")]
    with open(out, "w", encoding="utf8") as f:
        for sent_id, (starts, rows) in zip(ids, sentences(ud_path)):
            words = [r for r in rows if r[0].isdigit()]
            if starts:
                f.write("# doc\n")
            m = marks[sent_id]
            if len(m) != len(words):  # cut differently in the release UNER was made on
                continue
            joins = False
            for r, mark in zip(words, m):
                f.write("\t".join([r[1], r[4], r[2], mark, "1" if joins else "0"]) + "\n")
                joins = "SpaceAfter=No" in r[9]
            f.write("\n")


def main():
    data, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    for corpus in ("ewt", "gum"):
        for part in ("train", "dev"):
            ud(f"{data}/ud/{corpus}.{part}.conllu.gz", f"{out}/{corpus}.{part}.tsv", corpus == "gum")
    for part in ("train", "dev"):
        silver(f"{data}/polnear/silver.{part}.conllu.gz", f"{out}/silver.{part}.tsv")
    uner(f"{data}/ud/ewt.dev.conllu.gz", f"{data}/ud/uner.ewt.dev.iob2.gz", f"{out}/uner.dev.tsv")


if __name__ == "__main__":
    main()
