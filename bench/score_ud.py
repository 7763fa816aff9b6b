#!/usr/bin/env python3
"""Scores CoNLL-U against a treebank with the evaluation of the CoNLL 2018 shared task.

Usage: score_ud.py GOLD.conllu.gz SYSTEM.conllu [--json] [--packages DIR]
       score_ud.py GOLD.conllu.gz --text

Prints F1 of Tokens, Sentences, Words, UPOS, XPOS, Lemmas, UAS and LAS (relations without their subtypes).
SYSTEM covers the same text in the same order; a column that it leaves empty ("_") throughout has no score.
Whole sentences that it leaves out (our program gives the furniture of a page no tokens) count as wrong words, and
their number goes to stderr. A system that writes "do" and "n't" as two tokens, not as one token of two words, as
ours does, loses Tokens but not Words: compare Words and what follows it.
--text prints that text instead: one JSON object {"id", "text"} a line for each document, put together
as score_segment.py does. The evaluator is the one of the package udtools, installed into DIR on first use.
"""
import argparse
import gzip
import importlib.util
import io
import json
import os
import subprocess
import sys

from score_segment import read_treebank

PACKAGE = "udtools==0.2.9"
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "sayso-bench")
METRICS = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "Lemmas", "UAS", "LAS")
COLUMNS = {"Lemmas": 2, "UPOS": 3, "XPOS": 4, "UAS": 6, "LAS": 7}
HEAD, RELATION = 6, 7
LEFT_OUT = "1\t{}\t_\tX\t_\t_\t0\tdep\t_\t_"  # no sentence's only word has this relation in the gold


class CannotScore(Exception):
    """Why there are no scores."""


def load_evaluator(packages):
    """The module with the evaluation, alone: the package around it needs more than we do."""
    folder = os.path.join(packages, PACKAGE)
    path = os.path.join(folder, "udtools", "udeval.py")
    if not os.path.exists(path):
        installed = subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder,
                                    PACKAGE], capture_output=True, text=True)
        if installed.returncode != 0:
            raise CannotScore(f"cannot install {PACKAGE}: {installed.stderr.strip()}")
    spec = importlib.util.spec_from_file_location("udeval", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path):
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "rt", encoding="utf8", newline="\n") as f:
        return f.read().rstrip("\n").split("\n") + ["", ""]


def read_system(path):
    """The lines of `path`, fit to be scored, and the metrics that they say nothing about.

    The evaluation wants a tree for every sentence: one without heads gets a chain.
    """
    rows = [line.split("\t") for line in read_lines(path)]
    words = [row for row in rows if row[0].isdigit()]
    short = next((row for row in words if len(row) != 10), None)
    if short:
        raise CannotScore(f"cannot read {path}: not ten columns in {short}")
    silent = {metric for metric, column in COLUMNS.items() if all(row[column] == "_" for row in words)}
    if "UAS" in silent:
        silent.add("LAS")
        for row in words:
            row[HEAD], row[RELATION] = str(int(row[0]) - 1), "root" if row[0] == "1" else "dep"
    return ["\t".join(row) for row in rows], silent


def characters(text):
    return "".join(text.split())


def token_characters(sentence):
    """Of the tokens in the lines of a sentence: a token of several words has a line of its own before theirs."""
    forms, last = [], 0
    for number, form, *_ in (line.split("\t") for line in sentence if not line.startswith("#")):
        if "-" in number:
            last = int(number.split("-")[1])
        elif "." in number or int(number) <= last:
            continue
        forms.append(form)
    return characters("".join(forms))


def with_left_out(lines, text):
    """`lines`, with a sentence for each white-space-separated piece of `text` that they leave out; how many those are.

    A sentence stands where its characters come next: taking the first place never bars the way to a later one.
    """
    there, offsets = characters(text), [i for i, c in enumerate(text) if not c.isspace()] + [len(text)]
    out, sentence, at, added = [], [], 0, 0

    def leave_out(until):
        nonlocal added
        pieces = text[offsets[at]:offsets[until]].split()
        added += len(pieces)
        for piece in pieces:
            out.extend((LEFT_OUT.format(piece), ""))

    for line in lines:
        if line:
            sentence.append(line)
        elif sentence:
            own = token_characters(sentence)
            found = there.find(own, at)
            if found < 0:
                raise CannotScore(f"the text does not go on with {own!r} after {there[max(0, at - 40):at]!r}")
            leave_out(found)
            out.extend((*sentence, ""))
            sentence, at = [], found + len(own)
    leave_out(len(there))
    return out + [""], added


def score(gold, system, packages=CACHE):
    """{metric: {"precision", "recall", "f1"}}, or None in place of a score that `system` does not ask for."""
    udeval = load_evaluator(packages)
    lines, silent = read_system(system)
    lines, added = with_left_out(lines, "\n\n".join(document.text for document in read_treebank(gold)))
    if added:
        print(f"score_ud: {system} leaves out {added} words of {gold}: they count as wrong", file=sys.stderr)
    try:
        read = [udeval.load_conllu(io.StringIO("\n".join(text)), path, {})
                for text, path in ((read_lines(gold), gold), (lines, system))]
        found = udeval.evaluate(*read)
    except udeval.UDError as error:
        raise CannotScore(f"cannot score {system} against {gold}: {error}")
    return {metric: None if metric in silent else
            {figure: getattr(found[metric], figure) for figure in ("precision", "recall", "f1")} for metric in METRICS}


def texts(gold):
    name = os.path.basename(gold).split(".conllu")[0]
    return [{"id": f"{name}.{i:04}", "text": document.text} for i, document in enumerate(read_treebank(gold))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("system", nargs="?")
    parser.add_argument("--json", action="store_true", help="precision, recall and F1 as JSON")
    parser.add_argument("--text", action="store_true", help="print the treebank's text as JSON Lines")
    parser.add_argument("--packages", default=CACHE, help="where the evaluator is installed (%(default)s)")
    options = parser.parse_args()
    if options.text:
        for document in texts(options.gold):
            print(json.dumps(document, ensure_ascii=False))
        return
    if not options.system:
        parser.error("name the system's CoNLL-U, or ask for --text")
    try:
        scores = score(options.gold, options.system, options.packages)
    except CannotScore as error:
        sys.exit(f"score_ud: {error}")
    if options.json:
        print(json.dumps(scores, indent=1))
        return
    for metric, figures in scores.items():
        print(f"{metric:9} {figures['f1']:.4f}" if figures else f"{metric:9} -")


if __name__ == "__main__":
    main()
