#!/usr/bin/env python3
"""Token and sentence F1 of the segmenter against UD English treebanks.

Usage: score_segment.py SEGMENT_LAYERS [TREEBANK.conllu.gz...]

SEGMENT_LAYERS is the built program of that name. Without treebanks: ewt.dev and gum.dev of
../../shared/data/ud. The text is put together again from the tokens and SpaceAfter=No, with a blank
line before each new paragraph (`# newpar`); a new document begins at `# newdoc`. A token or
sentence counts when both of its ends are right; the parts of a multiword token ("do" and "n't") are
tokens. Prints one line a treebank.
"""
import gzip
import json
import os
import subprocess
import sys

UD = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "shared", "data", "ud")


class Document:
    def __init__(self):
        self.text, self.tokens, self.sentences = "", [], []

    def add(self, words, new_paragraph):
        """`words`: (form, space after, forms of its parts or [])."""
        if self.text and new_paragraph:
            self.text = self.text.rstrip() + "\n\n"
        begin = len(self.text)
        for form, space, parts in words:
            at = len(self.text)
            self.text += form + (" " if space else "")
            if "".join(parts) != form:
                parts = [form]
            for part in parts:
                self.tokens.append((at, at + len(part)))
                at += len(part)
        self.sentences.append((begin, len(self.text.rstrip())))


def read_treebank(path):
    documents, words, new_paragraph, last_part = [], [], False, 0
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc") or (not documents and line):
                documents.append(Document())
            if line.startswith("# newpar"):
                new_paragraph = True
            if line.startswith("#"):
                continue
            if not line:
                if words:
                    documents[-1].add(words, new_paragraph)
                words, new_paragraph, last_part = [], False, 0
                continue
            columns = line.split("\t")
            number, form, space = columns[0], columns[1], "SpaceAfter=No" not in columns[9]
            if "." in number:
                continue
            if "-" in number:
                last_part = int(number.split("-")[1])
                words.append((form, space, []))
            elif int(number) <= last_part:
                words[-1][2].append(form)
            else:
                words.append((form, space, []))
    return [document for document in documents if document.text]


def f1(gold, found):
    right = len(gold & found)
    return right / len(found), right / len(gold), 2 * right / (len(gold) + len(found))


def score(program, path):
    documents = read_treebank(path)
    lines = "".join(json.dumps({"text": d.text}) + "\n" for d in documents)
    run = subprocess.run([program], input=lines, capture_output=True, text=True, encoding="utf8", check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(documents), "one line out for each line in"
    row = []
    for layer in ("tokens", "sentences"):
        gold = {(i, *span) for i, d in enumerate(documents) for span in getattr(d, layer)}
        found = {(i, *span) for i, a in enumerate(answers) for span in a[layer]}
        row.append("%s P %.4f R %.4f F1 %.4f" % (layer, *f1(gold, found)))
    print(os.path.basename(path).split(".conllu")[0].ljust(10), " | ".join(row))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for path in sys.argv[2:] or [os.path.join(UD, name + ".conllu.gz") for name in ("ewt.dev", "gum.dev")]:
        score(sys.argv[1], path)


if __name__ == "__main__":
    main()
