"""The rows of run.py about the full reader: quality, speed, memory and start, with issue 4's and 5's bars."""
import functools
import os
import re

import score_names
import score_ud
from harness import (SAMPLE, Run, add_quantities, attribution, data, milliseconds, output, places, polnear,
                     reading, repeated, sample, seed_facts, times, words, write_reports)

GROUP = "reader"


def measure(table, build, tmp, model):
    """`model`: a file to use in place of the program's own, or None."""
    own = ["--model", os.path.abspath(model)] if model else []
    command = functools.partial(reading, os.path.join(build, "sayso"), "--reader", "full", *own)
    found, total = seed_facts(command(), tmp)
    table.add(GROUP, f"seed: facts of {total}", found, "", total)
    said_by_whom(table, attribution(command(), tmp))
    try:
        syntax(table, command, tmp)
    except score_ud.CannotScore as error:
        print(f"bench: UD skipped: {error}")
    names(table, command, tmp)
    values(table, command(), tmp)
    alone = command(threads=1)
    speed(table, alone, tmp)
    kernels(table, build)
    memory(table, command(), alone, tmp)
    start(table, alone, tmp)


def said_by_whom(table, metrics):
    joint = metrics["joint.relaxed"]
    table.add(GROUP, "PolNeAR dev: joint.relaxed F1", joint["f1"], "", 0.68)
    table.add(GROUP, "PolNeAR dev: joint.relaxed precision", joint["p"])
    table.add(GROUP, "PolNeAR dev: joint.relaxed recall", joint["r"])
    for kind in ("direct", "mixed", "indirect"):
        table.add(GROUP, f"PolNeAR dev: joint.relaxed F1, {kind}", metrics[f"joint.relaxed@{kind}"]["f1"])
    for role, bar in (("source", 0.80), ("cue", 0.73), ("content", 0.70)):
        table.add(GROUP, f"PolNeAR dev: spans.{role} F1", metrics[f"spans.{role}"]["f1"], "", bar)


def treebank(part):
    return data("ud", part + ".conllu.gz")


def write_treebank(part, tmp):
    """The path of its raw text."""
    path = os.path.join(tmp, part + ".jsonl")
    write_reports(path, score_ud.texts(treebank(part)))
    return path


def syntax(table, command, tmp):
    for name, part in (("EWT", "ewt.dev"), ("GUM", "gum.dev")):
        system = os.path.join(tmp, part + ".conllu")
        Run([*command(form="conllu"), write_treebank(part, tmp)], system)
        scores = score_ud.score(treebank(part), system)
        for metric, bar in (("Sentences", None), ("Words", None), ("UPOS", 0.95), ("XPOS", None), ("LAS", 0.85)):
            table.add(GROUP, f"UD {name} dev, raw text: {metric} F1", scores[metric]["f1"], "", bar)


def names(table, command, tmp):
    readings = os.path.join(tmp, "names.jsonl")
    Run([*command("--layers", "tokens"), write_treebank("ewt.dev", tmp)], readings)
    scores = score_names.score(treebank("ewt.dev"), data("ud", "uner.ewt.dev.iob2.gz"), readings)
    table.add(GROUP, "UNER EWT dev: names, F1", scores["all"]["f1"], "", 0.80)
    for kind in score_names.KINDS.values():
        table.add(GROUP, f"UNER EWT dev: names, F1, {kind}", scores[kind]["f1"])


def values(table, read, tmp):
    found = times(read, tmp)
    table.add(GROUP, "TimeBank: times, strict F1", found["strict"]["F1"], "", 0.86)
    table.add(GROUP, "TimeBank: times, exact value F1", found["value_exact_F1"], "", 0.82)
    for name, recognition, end_to_end in (("geowebnews", 0.84, 0.72), ("lgl", None, 0.60)):
        found = places(read, tmp, name)
        table.add(GROUP, f"{name}: places, recognition exact F1", found["exact"]["recognition"]["F1"], "", recognition)
        table.add(GROUP, f"{name}: places, end to end overlap F1", found["overlap"]["end_to_end"]["F1"], "", end_to_end)
    add_quantities(table, GROUP, "", read)


def speed(table, alone, tmp):
    """Of the reports that peers/run.py times."""
    path, reports = os.path.join(tmp, "reports.jsonl"), sample(polnear("train"), 30)
    write_reports(path, reports)
    cpu, least, most, _ = repeated(5, [*alone, path])
    count = words(reports)
    table.add(GROUP, "30 reports of PolNeAR train, one core", count / cpu, "w/s", 6000,
              spread=(count / most, count / least))


def kernels(table, build):
    """The encoder against the int8 peak, by the kernels that run here: the last in bench/kernels' list."""
    printed = output([os.path.join(build, "bench", "kernels"), "6"])
    name, rest = re.findall(r"^(\w+)(?:, peak .*)?\n((?:  .*\n)+)", printed, re.MULTILINE)[-1]
    peak = re.search(rf"^{name}, peak ([0-9.]+) GOP/s", printed, re.MULTILINE)
    positions, operations = re.search(r"windows of 254: +([0-9]+) positions/s.*?([0-9.]+) GOP/s", rest).groups()
    table.add(GROUP, f"encoder alone, {name}", float(positions), "pos/s")
    if peak:
        table.add(GROUP, f"encoder alone, {name}: share of the int8 peak", float(operations) / float(peak[1]), "", 0.40)
    else:
        print(f"bench: the int8 peak of {name} is not known")


def memory(table, read, alone, tmp):
    path = os.path.join(tmp, "dev.jsonl")
    write_reports(path, polnear("dev"))
    table.add(GROUP, f"memory, PolNeAR dev, {os.cpu_count()} threads", Run([*read, path]).memory, "MB", 300, "less")
    text = "\n\n".join(r["text"] for r in polnear("train")).encode("utf8")
    runs = []
    for size in (20_000, 200_000):
        path = os.path.join(tmp, f"{size}.txt")
        with open(path, "wb") as f:
            f.write(text[:size].decode("utf8", "ignore").encode("utf8"))
        runs.append(Run([*alone, path]))
    table.add(GROUP, "memory, one report of 200 kB", runs[1].memory, "MB", 300, "less")
    table.add(GROUP, "time of a report 10 times as long (20 kB, 200 kB)", runs[1].cpu / runs[0].cpu, "x", 11, "less")


def start(table, alone, tmp):
    """A run without reports is the process's start and the loading of its resources, the model's check included."""
    path = os.path.join(tmp, "none.jsonl")
    open(path, "w", encoding="utf8").close()
    wall, spread = milliseconds(21, [*alone, path])
    table.add(GROUP, "model load: no report, start to exit", wall, "ms", 50, "less", spread=spread)
    wall, spread = milliseconds(21, [*alone, SAMPLE])
    table.add(GROUP, "one short report, start to exit", wall, "ms", spread=spread)
