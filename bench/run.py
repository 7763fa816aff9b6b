#!/usr/bin/env python3
"""Quality and speed of build/sayso, as a table and as JSON.

Usage: run.py --build DIR [--json FILE] [--only quality|pages|speed|reader] [--model FILE]

"quality" and "speed" are the fast reader's, "reader" is the full one's (full_reader.py), "pages" is what comes before
both. Quality uses the scorers and development data in ../shared (skipped, with a line that says so, where that is
absent). Speed is processor time (user + system) of whole runs on one thread; the median of several runs, with the
spread. docs/benchmarks.md says what each row means.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

import full_reader
from harness import (ROOT, SAMPLE, Run, Table, add_quantities, attribution, data, machine, milliseconds, output,
                     places, polnear, reading, repeated, score_pages, seed_facts, times, write_reports)


def quality(table, build, tmp):
    fast = reading(os.path.join(build, "sayso"), "--reader", "fast")
    found, total = seed_facts(fast, tmp)
    table.add("quality", f"fast: seed: facts of {total}", found, "", total)
    said_by_whom(table, attribution(fast, tmp))
    segmentation(table, build)
    found = times(fast, tmp)
    table.add("quality", "fast: TimeBank: times, strict F1", found["strict"]["F1"])
    table.add("quality", "fast: TimeBank: times, exact value F1", found["value_exact_F1"])
    for name in ("geowebnews", "lgl"):
        found = places(fast, tmp, name)
        table.add("quality", f"fast: {name}: places, recognition exact F1", found["exact"]["recognition"]["F1"])
        table.add("quality", f"fast: {name}: places, end to end overlap F1", found["overlap"]["end_to_end"]["F1"])
    add_quantities(table, "quality", "fast: ", fast)


def said_by_whom(table, metrics):
    joint = metrics["joint.relaxed"]
    table.add("quality", "fast: PolNeAR dev: joint.relaxed F1", joint["f1"], "", 0.42)
    table.add("quality", "fast: PolNeAR dev: joint.relaxed precision", joint["p"], "", 0.65)
    table.add("quality", "fast: PolNeAR dev: joint.relaxed recall", joint["r"])
    for kind, bar in (("direct", 0.80), ("mixed", None), ("indirect", None)):
        table.add("quality", f"fast: PolNeAR dev: joint.relaxed F1, {kind}", metrics[f"joint.relaxed@{kind}"]["f1"], "",
                  bar)
    for role in ("source", "cue", "content"):
        table.add("quality", f"fast: PolNeAR dev: spans.{role} F1", metrics[f"spans.{role}"]["f1"])


def segmentation(table, build):
    printed = output([sys.executable, os.path.join(ROOT, "bench", "score_segment.py"),
                      os.path.join(build, "bench", "segment_layers")])
    for line in printed.splitlines():
        for layer, f1 in re.findall(r"(tokens|sentences)\b[^|]*?F1 ([0-9.]+)", line):
            table.add("quality", f"UD {line.split()[0]}: {layer} F1", float(f1))


def extracted(sayso, folder, path):
    """Writes the scorers' prediction lines for the pages of `folder`, as the program reads them, to `path`."""
    Run([sayso, "extract", "--format", "json", "--quiet", folder], path + ".raw")
    with open(path + ".raw", encoding="utf8") as lines, open(path, "w", encoding="utf8") as out:
        for line in lines:
            read = json.loads(line)
            report = read["report"]
            page = report["id"].removesuffix(".gz").removesuffix(".html")
            found = {"id": page, "title": report.get("title"), "authors": report.get("bylines", []),
                     "published": report.get("published")}
            out.write(json.dumps({"report": found, "text": read.get("text", "")}) + "\n")


def pages(table, build, tmp):
    """Pages to reports: what is found in them, and how fast."""
    sayso = os.path.join(build, "sayso")
    articles, others = (data(name, "pages") for name in ("html", "metadata"))
    found = os.path.join(tmp, "articles.jsonl")
    extracted(sayso, articles, found)
    text = score_pages("score_html.py", "html/ground-truth.json", found)
    for figure, bar in (("f1", 0.970), ("precision", 0.95), ("recall", 0.95)):
        table.add("pages", f"article text, 90 pages: {figure}", text[figure], "", bar)
    found = os.path.join(tmp, "metadata.jsonl")
    extracted(sayso, others, found)
    table.add("pages", "article text, pages of bodies.json: f1",
              score_pages("score_html.py", "metadata/bodies.json", found)["f1"])
    every = score_pages("score_metadata.py", "metadata/gold.jsonl", found)["groups"]["all"]
    english = score_pages("score_metadata.py", "metadata/gold.jsonl", found, "--lang", "en")["groups"]["all"]
    table.add("pages", "published date, 772 pages: accuracy", every["date"]["accuracy"], "", 0.92)
    table.add("pages", "title, English pages: accuracy", english["title"]["accuracy"], "", 0.80)
    table.add("pages", "authors, English pages: accuracy", english["authors"]["accuracy"], "", 0.82)
    page_speed(table, build, articles)


def page_speed(table, build, folder):
    def megabytes_a_second(command):
        run = subprocess.run(command, capture_output=True, text=True)
        figure = re.search(r"([0-9.]+) MB/s", run.stdout)
        return (float(figure[1]) if figure else None), run.stdout.strip()

    ours, _ = megabytes_a_second([os.path.join(build, "bench", "pages"), folder])
    peer, said = megabytes_a_second([os.path.join(ROOT, "bench", "readability", "run"), folder])
    table.add("pages", "page to report, one core", ours, "MB/s")
    if peer is None:
        print(said)
    else:
        table.add("pages", "Readability.js on linkedom, the same pages", peer, "MB/s")
        table.add("pages", "times as fast as Readability.js", ours / peer, "x", 3)
    for b in json.loads(output([os.path.join(build, "bench", "warc"), "--benchmark_format=json"]))["benchmarks"]:
        table.add("pages", "WARC reading: " + b["name"], b["bytes_per_second"] / 1e6, "MB/s", 300)


def speed(table, sayso, tmp):
    one = reading(sayso, "--reader", "fast", threads=1)
    reports = polnear("train")
    once, tenfold = os.path.join(tmp, "train.jsonl"), os.path.join(tmp, "train10.jsonl")
    size = write_reports(once, reports)
    size10 = write_reports(tenfold, reports, 10)
    cpu, least, most, memory = repeated(7, one + [once])
    table.add("speed", "fast: PolNeAR train, text in to JSON out, one core", size / cpu / 1e6, "MB/s", 5,
              spread=(size / most / 1e6, size / least / 1e6))
    cpu10, _, _, memory10 = repeated(3, one + [tenfold])
    table.add("speed", "fast: time of 10 times the reports", (cpu10 / size10) / (cpu / size) * 10, "x", 11, "less")

    text = "\n\n".join(r["text"] for r in reports).encode("utf8")
    sizes = {}
    for name, take in (("one report of 400 kB", 400_000), ("one report of 4 MB", 4_000_000)):
        path = os.path.join(tmp, name.replace(" ", "_") + ".txt")
        with open(path, "wb") as f:
            f.write(text[:take].decode("utf8", "ignore").encode("utf8"))
        sizes[name] = repeated(5, one + [path])[0]
    small, large = sizes.values()
    table.add("speed", "fast: time of a report 10 times as long (400 kB, 4 MB)", large / small, "x", 11, "less")

    table.add("memory", "fast: PolNeAR train", memory, "MB", 200, "less")
    table.add("memory", "fast: PolNeAR train, 10 times", memory10, "MB", 200, "less")
    threads = Run([*reading(sayso, "--reader", "fast"), tenfold])
    table.add("memory", f"fast: PolNeAR train, 10 times, {os.cpu_count()} threads", threads.memory, "MB", 200, "less")

    wall, spread = milliseconds(21, one + [SAMPLE])
    table.add("start", "fast: one short report, start to exit", wall, "ms", 50, "less", spread=spread)


def stages(table, build, tmp):
    """Where the fast reader's time goes: nanoseconds a byte of text for each stage."""
    once = os.path.join(tmp, "train.jsonl")
    command = [os.path.join(build, "bench", "stages"), "--benchmark_format=json"]
    for b in json.loads(output(command, env=dict(os.environ, SAYSO_BENCH_REPORTS=once)))["benchmarks"]:
        if "ns_each" in b:
            table.add("stage", "gazetteer: look-up of a word", b["ns_each"], "ns", 1000, "less")
            continue
        bar = 200 if b["name"] == "normalise" else None  # 5 MB a second
        table.add("stage", "fast: " + b["name"], b["ns_per_byte"], "ns/B", bar, "less")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--json", help="write the table here as JSON, too")
    parser.add_argument("--only", choices=["quality", "pages", "speed", "reader"])
    parser.add_argument("--model", help="a model of the full reader, in place of the program's own")
    options = parser.parse_args()
    options.build = os.path.abspath(options.build)
    sayso = os.path.join(options.build, "sayso")
    if not os.path.isdir(data()):
        print("bench: skipped: the development data (../shared) is not here")
        return
    where = machine()
    print(f"{where['cpu']}, {where['processors']} processors, commit {where['commit']}, {where['day']}\n")
    table = Table()
    with tempfile.TemporaryDirectory() as tmp:
        if options.only in (None, "quality"):
            quality(table, options.build, tmp)
        if options.only in (None, "pages"):
            pages(table, options.build, tmp)
        if options.only in (None, "speed"):
            speed(table, sayso, tmp)
            stages(table, options.build, tmp)
        if options.only in (None, "reader"):
            full_reader.measure(table, options.build, tmp, options.model)
    if options.json:
        with open(options.json, "w", encoding="utf8") as f:
            json.dump({"machine": where, "rows": table.rows}, f, indent=1)


if __name__ == "__main__":
    main()
