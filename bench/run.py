#!/usr/bin/env python3
"""Quality and speed of build/sayso, as a table and as JSON.

Usage: run.py --build DIR [--json FILE] [--only quality|pages|speed]

Quality uses the scorers and development data in ../shared (skipped, with a line that says so,
where that is absent). Speed is processor time (user + system) of whole runs on one thread; the
median of several runs, with the spread. docs/benchmarks.md says what each row means.
"""
import argparse
import gzip
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
FIELDS = ("id", "text", "published", "outlet", "title")
SAMPLE = os.path.join(ROOT, "examples", "reports", "dravica.txt")


def machine():
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo", encoding="utf8") as f:
            model = next(line.split(":", 1)[1].strip() for line in f if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    return {"cpu": model, "processors": os.cpu_count(), "system": platform.platform(),
            "commit": commit.stdout.strip(), "day": time.strftime("%Y-%m-%d")}


def polnear(part):
    with gzip.open(os.path.join(SHARED, "data", "polnear", part + ".jsonl.gz"), "rt", encoding="utf8") as f:
        return [json.loads(line) for line in f]


def write_reports(path, reports, times=1, fields=FIELDS):
    """JSON Lines of `reports`, `times` over; returns the bytes of text in it."""
    size = 0
    with open(path, "w", encoding="utf8") as f:
        for i in range(times):
            for r in reports:
                record = {k: r[k] for k in fields if r.get(k) is not None}
                record["id"] += f".{i}" if i else ""
                f.write(json.dumps(record, ensure_ascii=False) + "\n")
                size += len(r["text"].encode("utf8"))
    return size


class Run:
    """One run of a command: processor seconds, wall seconds, peak memory in MB."""

    def __init__(self, command, output=os.devnull):
        began = time.perf_counter()
        with open(output, "wb") as out, subprocess.Popen(command, stdout=out) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - began
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if process.returncode not in (0, 1):
            sys.exit(f"bench: {command} ended with {process.returncode}")


class Table:
    def __init__(self):
        self.rows = []

    def add(self, group, what, value, unit="", bar=None, better="more", spread=None):
        met = None if bar is None else (value >= bar if better == "more" else value <= bar)
        self.rows.append({"group": group, "what": what, "value": value, "unit": unit, "bar": bar, "met": met,
                          "spread": spread})
        sign = "" if bar is None else f"{'>=' if better == 'more' else '<='} {bar:g}"
        note = "" if met is None else ("ok" if met else "BELOW THE BAR")
        within = f"  ({spread[0]:.3g} to {spread[1]:.3g})" if spread else ""
        print(f"{group:9} {what:52} {value:9.3f} {unit:5} {sign:9} {note}{within}", flush=True)


def score(sayso, tmp, script, gold, fields, *options):
    """The scorer's JSON for the readings of the reports in `gold` (a path below shared/data)."""
    gold = os.path.join(SHARED, "data", gold)
    reports, readings = os.path.join(tmp, "in.jsonl"), os.path.join(tmp, "out.jsonl")
    with gzip.open(gold, "rt", encoding="utf8") as f:
        write_reports(reports, [json.loads(line) for line in f], fields=fields)
    Run([sayso, "read", "--format", "json", reports], readings)
    scored = subprocess.run([sys.executable, os.path.join(SHARED, "bench", script), "--gold", gold, "--pred", readings,
                             "--json", *options], capture_output=True, text=True)
    if scored.returncode != 0:
        sys.exit("bench: " + scored.stderr)
    return json.loads(scored.stdout)


def quality(table, build, tmp):
    sayso = os.path.join(build, "sayso")
    reading = os.path.join(tmp, "seed.json")
    Run([sayso, "read", "--format", "json", os.path.join(SHARED, "data", "seed.txt")], reading)
    checked = subprocess.run([sys.executable, os.path.join(SHARED, "bench", "check_seed.py"), reading],
                             capture_output=True, text=True)
    facts = re.search(r"facts: (\d+) of (\d+)", checked.stdout)
    found, total = (int(facts[1]), int(facts[2])) if facts else (0, 1)
    table.add("quality", f"seed: facts of {total}", found, "", total)
    attribution(table, score(sayso, tmp, "score_attribution.py", "polnear/dev.jsonl.gz", FIELDS, "--outermost",
                             "--by-type")["metrics"])
    segmentation(table, build)
    times = score(sayso, tmp, "score_timex.py", "timex/timebank.jsonl.gz", ("id", "text", "published"))
    table.add("quality", "TimeBank: times, strict F1", times["strict"]["F1"])
    table.add("quality", "TimeBank: times, exact value F1", times["value_exact_F1"])
    for name in ("geowebnews", "lgl"):
        places = score(sayso, tmp, "score_place.py", f"place/{name}.jsonl.gz", ("id", "text", "published", "title"))
        table.add("quality", f"{name}: places, recognition exact F1", places["exact"]["recognition"]["F1"])
        table.add("quality", f"{name}: places, end to end overlap F1", places["overlap"]["end_to_end"]["F1"])


def attribution(table, metrics):
    joint = metrics["joint.relaxed"]
    table.add("quality", "PolNeAR dev: joint.relaxed F1", joint["f1"], "", 0.42)
    table.add("quality", "PolNeAR dev: joint.relaxed precision", joint["p"], "", 0.65)
    table.add("quality", "PolNeAR dev: joint.relaxed recall", joint["r"])
    for kind, bar in (("direct", 0.80), ("mixed", None), ("indirect", None)):
        table.add("quality", f"PolNeAR dev: joint.relaxed F1, {kind}", metrics[f"joint.relaxed@{kind}"]["f1"], "", bar)
    for role in ("source", "cue", "content"):
        table.add("quality", f"PolNeAR dev: spans.{role} F1", metrics[f"spans.{role}"]["f1"])


def segmentation(table, build):
    run = subprocess.run([sys.executable, os.path.join(ROOT, "bench", "score_segment.py"),
                          os.path.join(build, "bench", "segment_layers")], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("bench: " + run.stderr)
    for line in run.stdout.splitlines():
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


def page_score(script, gold, predictions, *options):
    scored = subprocess.run([sys.executable, os.path.join(SHARED, "bench", script), "--gold",
                             os.path.join(SHARED, "data", gold), "--pred", predictions, "--json", *options],
                            capture_output=True, text=True)
    if scored.returncode != 0:
        sys.exit("bench: " + scored.stderr)
    return json.loads(scored.stdout)


def pages(table, build, tmp):
    """Pages to reports: what is found in them, and how fast."""
    sayso = os.path.join(build, "sayso")
    articles, others = (os.path.join(SHARED, "data", name, "pages") for name in ("html", "metadata"))
    found = os.path.join(tmp, "articles.jsonl")
    extracted(sayso, articles, found)
    text = page_score("score_html.py", "html/ground-truth.json", found)
    for figure, bar in (("f1", 0.970), ("precision", 0.95), ("recall", 0.95)):
        table.add("pages", f"article text, 90 pages: {figure}", text[figure], "", bar)
    found = os.path.join(tmp, "metadata.jsonl")
    extracted(sayso, others, found)
    table.add("pages", "article text, pages of bodies.json: f1",
              page_score("score_html.py", "metadata/bodies.json", found)["f1"])
    every = page_score("score_metadata.py", "metadata/gold.jsonl", found)["groups"]["all"]
    english = page_score("score_metadata.py", "metadata/gold.jsonl", found, "--lang", "en")["groups"]["all"]
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
    run = subprocess.run([os.path.join(build, "bench", "warc"), "--benchmark_format=json"], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("bench: " + run.stderr)
    for b in json.loads(run.stdout)["benchmarks"]:
        table.add("pages", "WARC reading: " + b["name"], b["bytes_per_second"] / 1e6, "MB/s", 300)


def repeated(runs, command):
    """The runs' processor seconds: median, least, most; and the peak memory of all."""
    done = [Run(command) for _ in range(runs)]
    seconds = [r.cpu for r in done]
    return statistics.median(seconds), min(seconds), max(seconds), max(r.memory for r in done)


def speed(table, sayso, tmp):
    one = [sayso, "read", "--format", "json", "--threads", "1"]
    reports = polnear("train")
    once, tenfold = os.path.join(tmp, "train.jsonl"), os.path.join(tmp, "train10.jsonl")
    size = write_reports(once, reports)
    size10 = write_reports(tenfold, reports, 10)
    cpu, least, most, memory = repeated(7, one + [once])
    table.add("speed", "PolNeAR train, text in to JSON out, one core", size / cpu / 1e6, "MB/s", 5,
              spread=(size / most / 1e6, size / least / 1e6))
    cpu10, _, _, memory10 = repeated(3, one + [tenfold])
    table.add("speed", "time of 10 times the reports", (cpu10 / size10) / (cpu / size) * 10, "x", 11, "less")

    text = "\n\n".join(r["text"] for r in reports).encode("utf8")
    sizes = {}
    for name, take in (("one report of 400 kB", 400_000), ("one report of 4 MB", 4_000_000)):
        path = os.path.join(tmp, name.replace(" ", "_") + ".txt")
        with open(path, "wb") as f:
            f.write(text[:take].decode("utf8", "ignore").encode("utf8"))
        sizes[name] = repeated(5, one + [path])[0]
    small, large = sizes.values()
    table.add("speed", "time of a report 10 times as long (400 kB, 4 MB)", large / small, "x", 11, "less")

    table.add("memory", "PolNeAR train", memory, "MB", 200, "less")
    table.add("memory", "PolNeAR train, 10 times", memory10, "MB", 200, "less")
    threads = Run([sayso, "read", "--format", "json", "--threads", str(os.cpu_count()), tenfold])
    table.add("memory", f"PolNeAR train, 10 times, {os.cpu_count()} threads", threads.memory, "MB", 200, "less")

    walls = [Run(one + [SAMPLE]).wall * 1000 for _ in range(21)]
    table.add("start", "one short report, start to exit", statistics.median(walls), "ms", 50, "less",
              spread=(min(walls), max(walls)))


def stages(table, build, tmp):
    """Where the time goes: nanoseconds a byte of text for each stage."""
    once = os.path.join(tmp, "train.jsonl")
    command = [os.path.join(build, "bench", "stages"), "--benchmark_format=json"]
    run = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ, SAYSO_BENCH_REPORTS=once))
    if run.returncode != 0:
        sys.exit("bench: " + run.stderr)
    for b in json.loads(run.stdout)["benchmarks"]:
        table.add("stage", b["name"], b["ns_per_byte"], "ns/B")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--json", help="write the table here as JSON, too")
    parser.add_argument("--only", choices=["quality", "pages", "speed"])
    options = parser.parse_args()
    options.build = os.path.abspath(options.build)
    sayso = os.path.join(options.build, "sayso")
    if not os.path.isdir(os.path.join(SHARED, "data")):
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
    if options.json:
        with open(options.json, "w", encoding="utf8") as f:
            json.dump({"machine": where, "rows": table.rows}, f, indent=1)


if __name__ == "__main__":
    main()
