#!/usr/bin/env python3
"""What other readers of English do on the same texts: words a second, and scores on UD.

Usage: run.py WORK [--sayso PROGRAM] [--only speed|quality] [--reports N] [--core N] [--json FILE]

Installs spaCy with its small English pipeline (PyPI) and Stanford CoreNLP (Maven, 0.5 GB) into the folder WORK, on
first use; a peer that cannot be installed is skipped with a line that says why.

Speed: whitespace-separated words of PolNeAR train reports a second of processor time (user + system), on one core. Each
program reads the texts once and then several times over; the difference is the time of the extra passes, so loading
models and warming up do not count. CoreNLP: tokenize, ssplit, pos, lemma, ner and depparse, as they come and once more
with ner without its times, numbers and rules for finer classes ("names only"). spaCy: its whole pipeline. sayso:
`sayso read` with either reader, readings as JSON.

Quality: the CoNLL 2018 evaluation (../score_ud.py) from raw text on the development sets of EWT and GUM. Both peers are
told that a blank line ends a sentence. Both come with models of their makers, trained on other data than these
treebanks alone. spaCy's relations are not those of UD, and CoreNLP writes no UPOS: what can't be compared isn't
printed.
"""
import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import score_ud  # noqa: E402
from harness import data, machine, polnear, reading, sample, words, write_reports  # noqa: E402

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Unavailable(Exception):
    """A peer can't be had or doesn't run: why."""


def call(command, doing):
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError as error:
        raise Unavailable(f"{doing}: {error}")
    if done.returncode != 0:
        raise Unavailable(f"{doing}: {' '.join(done.stdout.split()[-40:])}")


class SpaCy:
    name = "spaCy sm"
    extra = 3  # passes over the texts that are timed

    def __init__(self, work):
        self.python = os.path.join(work, "spacy", "bin", "python")
        done = os.path.join(work, "spacy", "installed")
        if not os.path.exists(done):
            venv.create(os.path.join(work, "spacy"), with_pip=True)
            call([self.python, "-m", "pip", "install", "--quiet", "-r", os.path.join(HERE, "requirements.txt")],
                 "cannot install spaCy")
            open(done, "w").close()

    def speed_command(self, documents, times, tmp):
        texts = os.path.join(tmp, "texts.jsonl")
        write_documents(texts, documents)
        return [self.python, os.path.join(HERE, "spacy_sm.py"), texts, "--times", str(times)]

    def read(self, documents, out, tmp):
        texts = os.path.join(tmp, "texts.jsonl")
        write_documents(texts, documents)
        call([self.python, os.path.join(HERE, "spacy_sm.py"), texts, out], "spaCy failed")


class CoreNLP:
    name = "CoreNLP"
    extra = 1
    options = []

    def __init__(self, work):
        self.jars = os.path.join(work, "corenlp")
        done = os.path.join(self.jars, "installed")
        if not shutil.which("java"):
            raise Unavailable("java is not installed")
        if not os.path.exists(done):
            call(["mvn", "--quiet", "--batch-mode", "--file", os.path.join(HERE, "pom.xml"),
                  "dependency:copy-dependencies", "-DoutputDirectory=" + self.jars], "cannot install CoreNLP")
            open(done, "w").close()

    def command(self, documents, annotators, times, tmp):
        """Reads each document from a file of its own into CoNLL-U beside it, and lists the files `times` over."""
        folder = os.path.join(tmp, "corenlp")
        os.makedirs(folder, exist_ok=True)
        names = [os.path.join(folder, f"{i:05}.txt") for i in range(len(documents))]
        for name, document in zip(names, documents):
            with open(name, "w", encoding="utf8") as f:
                f.write(document["text"])
        listed = os.path.join(folder, "list")
        with open(listed, "w", encoding="utf8") as f:
            f.writelines(name + "\n" for name in names * times)
        # strictTreebank3: no token that the text lacks, such as a full stop after a closing "Inc.".
        command = ["java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", os.path.join(self.jars, "*"),
                   "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators", annotators, "-threads", "1",
                   "-ssplit.newlineIsSentenceBreak", "two",
                   "-tokenize.options", "untokenizable=noneKeep,strictTreebank3=true", "-encoding", "UTF-8",
                   "-outputFormat", "conllu", "-filelist", listed, "-outputDirectory", folder, *self.options]
        return command, [name + ".conllu" for name in names]

    def speed_command(self, documents, times, tmp):
        return self.command(documents, "tokenize,ssplit,pos,lemma,ner,depparse", times, tmp)[0]

    def read(self, documents, out, tmp):
        command, written = self.command(documents, "tokenize,ssplit,pos,lemma,depparse", 1, tmp)
        call(command, "CoreNLP failed")
        with open(out, "w", encoding="utf8") as f:
            for name in written:
                with open(name, encoding="utf8") as one:
                    f.write(one.read().rstrip("\n") + "\n\n")


class CoreNLPNames(CoreNLP):
    name = "CoreNLP, names only"
    options = ["-ner.useSUTime", "false", "-ner.applyNumericClassifiers", "false", "-ner.applyFineGrained", "false"]


class Sayso:
    def __init__(self, program, reader, extra):
        self.name, self.program, self.reader, self.extra = "sayso, " + reader, program, reader, extra

    def speed_command(self, documents, times, tmp):
        path = os.path.join(tmp, "reports.jsonl")
        write_reports(path, documents, times)
        return reading(self.program, "--reader", self.reader, threads=1) + [path]


def write_documents(path, documents):
    with open(path, "w", encoding="utf8") as f:
        f.writelines(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents)


def processor_seconds(peer, documents, times, tmp):
    """Of one run that reads `documents` `times` over."""
    command = peer.speed_command(documents, times, tmp)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"peers: {peer.name} ended with {done.returncode}: {done.stderr[-1000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def words_a_second(peer, documents, runs, tmp):
    """Of each of `runs` pairs of runs: the second reads the texts `peer.extra` times more."""
    count = words(documents)
    rates = []
    for _ in range(runs):
        once = processor_seconds(peer, documents, 1, tmp)
        rates.append(count * peer.extra / (processor_seconds(peer, documents, 1 + peer.extra, tmp) - once))
    return rates


def speed(peers, reports, runs, tmp):
    documents = sample(polnear("train"), reports)
    print(f"{len(documents)} reports, {words(documents)} words", flush=True)
    rows = []
    for peer in peers:
        rates = words_a_second(peer, documents, runs, tmp)
        median = statistics.median(rates)
        print(f"{peer.name:20} {median:10.0f} words/s  ({min(rates):.0f} to {max(rates):.0f})", flush=True)
        rows.append({"peer": peer.name, "words_a_second": median, "spread": [min(rates), max(rates)]})
    return rows


def quality(peers, packages, tmp):
    rows = []
    for name in ("ewt.dev", "gum.dev"):
        gold = data("ud", name + ".conllu.gz")
        documents = score_ud.texts(gold)
        for peer in (p for p in peers if not isinstance(p, CoreNLPNames)):  # names have no score here
            system = os.path.join(tmp, "system.conllu")
            try:
                peer.read(documents, system, tmp)
                scores = score_ud.score(gold, system, packages)
            except (Unavailable, score_ud.CannotScore) as error:
                sys.exit(f"peers: {error}")
            found = {metric: figures["f1"] for metric, figures in scores.items() if figures}
            print(f"{peer.name:20} {name}  " + "  ".join(f"{m} {f1:.4f}" for m, f1 in found.items()), flush=True)
            rows.append({"peer": peer.name, "treebank": name, "f1": found})
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", help="the folder to install into")
    parser.add_argument("--sayso", metavar="PROGRAM", help="time this build of sayso on the same texts, too")
    parser.add_argument("--only", choices=["speed", "quality"])
    parser.add_argument("--reports", type=int, default=30, help="how many reports to time (%(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="how often to time a program (%(default)s)")
    parser.add_argument("--core", type=int, help="the core to run on (the last one)")
    parser.add_argument("--json", help="write the figures here as JSON, too")
    options = parser.parse_args()
    if not os.path.isdir(data()):
        print("peers skipped: the development data (../shared) is not here")
        return
    os.environ.update(ONE_THREAD)
    os.sched_setaffinity(0, {options.core if options.core is not None else max(os.sched_getaffinity(0))})
    work = os.path.abspath(options.work)
    os.makedirs(work, exist_ok=True)
    peers = []
    for kind in (SpaCy, CoreNLP, CoreNLPNames):
        try:
            peers.append(kind(work))
        except Unavailable as error:
            print(f"{kind.name} skipped: {error}", flush=True)
    where = machine()
    print(f"{where['cpu']}, one core, commit {where['commit']}, {where['day']}", flush=True)
    figures = {"machine": where}
    with tempfile.TemporaryDirectory() as tmp:
        if options.only != "quality":
            program = os.path.abspath(options.sayso or "")
            ours = [Sayso(program, "full", 3), Sayso(program, "fast", 20)] if options.sayso else []
            figures["speed"] = speed(ours + peers, options.reports, options.runs, tmp)
        if options.only != "speed":
            figures["quality"] = quality(peers, os.path.join(work, "packages"), tmp)
    if options.json:
        with open(options.json, "w", encoding="utf8") as f:
            json.dump(figures, f, indent=1)


if __name__ == "__main__":
    main()
