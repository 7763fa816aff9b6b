"""What the benchmarks share: the machine, the data, runs of a program, the table."""
import gzip
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time

import score_quantities

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


def data(*names):
    return os.path.join(SHARED, "data", *names)


def records(path):
    """The objects of gzipped JSON Lines."""
    with gzip.open(path, "rt", encoding="utf8") as f:
        return [json.loads(line) for line in f]


def polnear(part):
    return records(data("polnear", part + ".jsonl.gz"))


def sample(reports, count):
    """`count` of them, evenly spread."""
    return reports[::max(1, len(reports) // count)][:count]


def words(reports):
    """Separated by white space."""
    return sum(len(r["text"].split()) for r in reports)


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
        launch = [sys.executable, "-I", "-S", os.path.join(ROOT, "bench", "launch.py"), *command]
        with open(output, "wb") as out:
            errors = subprocess.run(launch, stdout=out, stderr=subprocess.PIPE, text=True, errors="replace").stderr
        *said, took = errors.rstrip("\n").split("\n")
        took = json.loads(took)
        self.wall, self.cpu, self.memory = took["wall"], took["cpu"], took["memory"]
        if took["status"] not in (0, 1):
            sys.exit(f"bench: {command} ended with {took['status']}: {' '.join(said)}")


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
        print(f"{group:9} {what:55} {value:9.3f} {unit:5} {sign:9} {note}{within}", flush=True)


def reading(sayso, *options, form="json", threads=None):
    """The command that reads what is named after it; on all processors unless `threads` says otherwise."""
    return [sayso, "read", "--quiet", "--format", form, "--threads", str(threads or os.cpu_count()), *options]


def repeated(runs, command):
    """The runs' processor seconds: median, least, most; and the peak memory of all."""
    done = [Run(command) for _ in range(runs)]
    seconds = [r.cpu for r in done]
    return statistics.median(seconds), min(seconds), max(seconds), max(r.memory for r in done)


def milliseconds(runs, command):
    """Wall time from start to exit: median, (least, most)."""
    walls = [Run(command).wall * 1000 for _ in range(runs)]
    return statistics.median(walls), (min(walls), max(walls))


def output(command, **options):
    """What `command` prints; the benchmark ends where it fails."""
    run = subprocess.run(command, capture_output=True, text=True, **options)
    if run.returncode != 0:
        sys.exit("bench: " + run.stderr)
    return run.stdout


def seed_facts(read, tmp):
    """(facts that the reading of the seed report states, facts there are)."""
    path = os.path.join(tmp, "seed.json")
    Run([*read, data("seed.txt")], path)
    # The checker's exit status says whether all were found.
    checked = subprocess.run([sys.executable, os.path.join(SHARED, "bench", "check_seed.py"), path],
                             capture_output=True, text=True)
    facts = re.search(r"facts: (\d+) of (\d+)", checked.stdout)
    return (int(facts[1]), int(facts[2])) if facts else (0, 1)


def score(read, tmp, script, gold, fields, *options):
    """The scorer's JSON for what the command `read` makes of the reports in `gold` (a path below shared/data)."""
    gold = data(gold)
    reports, readings = os.path.join(tmp, "in.jsonl"), os.path.join(tmp, "out.jsonl")
    write_reports(reports, records(gold), fields=fields)
    Run([*read, reports], readings)
    return json.loads(output([sys.executable, os.path.join(SHARED, "bench", script), "--gold", gold, "--pred", readings,
                              "--json", *options]))


def attribution(read, tmp):
    """The metrics of PolNeAR's development reports."""
    scored = score(read, tmp, "score_attribution.py", "polnear/dev.jsonl.gz", FIELDS, "--outermost", "--by-type")
    return scored["metrics"]


def times(read, tmp):
    return score(read, tmp, "score_timex.py", "timex/timebank.jsonl.gz", ("id", "text", "published"))


def places(read, tmp, name):
    return score(read, tmp, "score_place.py", f"place/{name}.jsonl.gz", ("id", "text", "published", "title"))


def quantities(read, name):
    """What score_quantities.py finds of a set of tests/quantities."""
    gold = score_quantities.read_gold(os.path.join(ROOT, "tests", "quantities", name + ".jsonl"))
    return score_quantities.compare(gold, score_quantities.run(read, gold), False)


def add_quantities(table, group, prefix, read):
    for name, what, bar in (("own", "310 sentences", 0.95), ("wire", "220 sentences of casualties", None),
                            ("unseen", "160 sentences unseen", 0.85)):
        found = quantities(read, name)
        table.add(group, f"{prefix}{what}: quantities, value F1", found["value"]["f1"], "", bar)
        table.add(group, f"{prefix}{what}: casualties F1", found["casualties"]["f1"], "", bar)


def score_pages(script, gold, predictions, *options):
    return json.loads(output([sys.executable, os.path.join(SHARED, "bench", script), "--gold", data(gold), "--pred",
                              predictions, "--json", *options]))
