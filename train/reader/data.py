"""Treebanks and attribution corpora -> documents of words with what is known of each.

A value that is not known is IGNORE and teaches nothing.
"""
import bisect
import gzip
import json
import os
import sys
from dataclasses import dataclass, field

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from prepare import gum_mentions, gum_names, head_of  # noqa: E402

IGNORE = -100
GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH = range(4)
NAMES = ["O"] + [f"{bi}-{kind}" for kind in ("PER", "ORG", "LOC", "OTH") for bi in "BI"]
MENTIONS = ["none", "person", "place", "organization", "object", "event", "time", "abstract",
            "animal", "plant", "substance"]


@dataclass
class Attribution:
    cue: list       # word indices
    source: list
    content: list


@dataclass
class Document:
    kind: str                                      # "ud" or "attribution"
    forms: list = field(default_factory=list)
    gaps: list = field(default_factory=list)       # white space before each word
    starts: list = field(default_factory=list)     # 1 where a sentence begins
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    lemmas: list = field(default_factory=list)
    heads: list = field(default_factory=list)      # word index, -1 root, IGNORE unknown
    relations: list = field(default_factory=list)
    names: list = field(default_factory=list)      # of NAMES, or IGNORE
    mentions: list = field(default_factory=list)   # of MENTIONS at the head of each, or IGNORE
    clusters: list = field(default_factory=list)   # number of the entity at its mentions' heads
    attributions: list = field(default_factory=list)
    spans: list = field(default_factory=list)      # offsets in the text, where there is one
    name: str = ""


def shape(form):
    """As spell() in src/read/segment/spelling.cc: 0 other, 1 lower, 2 capitalised, 3 upper, 4 mixed, 5 number,
    6 punctuation."""
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in form) else 6
    capitals = sum(c.isupper() or c.istitle() for c in letters)
    has_lower = any(c.islower() for c in letters)
    if capitals == 0:
        return 1 if has_lower else 0
    if not has_lower:
        return 3
    first = letters[0].isupper() or letters[0].istitle()
    return 2 if first and capitals == 1 else 4


def script(form, lemma):
    """How to make the lemma: lower (L) or keep (K) the form, cut n letters, add the rest."""
    best = None
    for mark, base in (("L", form.lower()), ("K", form)):
        same = 0
        while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
            same += 1
        made = f"{mark}{len(base) - same}{lemma[same:]}"
        if best is None or len(made) < len(best):
            best = made
    return best


def _mentions(rows, numbers):
    """Word -> (size, type, number of the entity) of the longest of GUM's mentions that it heads.

    `numbers`: of the document's entities so far.
    """
    found = {}
    for begin, end, kind, entity in gum_mentions(rows):
        head = head_of(rows, begin, end)
        if head is not None and kind in MENTIONS and found.get(head, (0,))[0] < end - begin:
            found[head] = (end - begin, MENTIONS.index(kind), numbers.setdefault(entity, len(numbers)))
    return found


def blocks(path):
    """(comments, rows of columns) of each sentence of a file, plain or gzip."""
    opener = gzip.open if str(path).endswith(".gz") else open
    comments, rows = [], []
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield comments, rows
                comments, rows = [], []
            elif line.startswith("#") and "\t" not in line:
                comments.append(line)
            else:
                rows.append(line.split("\t"))
    if rows:
        yield comments, rows


def tag_column(path):
    """The second column of a file of words, a list for each sentence."""
    for _, rows in blocks(path):
        yield [row[1] if len(row) == 2 else row[2] for row in rows]


def read_ud(path, entities=False, names=None):
    """Documents of a treebank. `names`: tags of an automatic analyser, one list a sentence."""
    documents, clusters, gap = [], {}, GAP_PARAGRAPH
    for comments, rows in blocks(path):
        new_document = any(c.startswith("# newdoc") for c in comments)
        if new_document or not documents:
            documents.append(Document("ud"))
            clusters = {}
        if new_document or any(c.startswith("# newpar") for c in comments):
            gap = GAP_PARAGRAPH
        d = documents[-1]
        base = len(d.forms)
        words = [r for r in rows if r[0].isdigit()]
        joined = {}
        for r in rows:
            no_space = "SpaceAfter=No" in r[9]
            if "-" in r[0]:
                first, last = map(int, r[0].split("-"))
                joined.update({str(k): True for k in range(first, last)})
                joined[str(last)] = no_space
            elif r[0].isdigit():
                joined.setdefault(r[0], no_space)
        found = _mentions(words, clusters) if entities else None
        marks = [IGNORE] * len(words)
        if entities:
            marks = [0] * len(words)
            for begin, end, kind in sorted(gum_names(words), key=lambda s: s[0] - s[1]):
                if all(m == 0 for m in marks[begin:end]):
                    marks[begin:end] = [NAMES.index("B-" + kind)] + \
                        [NAMES.index("I-" + kind)] * (end - begin - 1)
        elif names is not None:
            tags = next(names)
            assert len(tags) == len(words), (path, len(tags), len(words))
            marks = [IGNORE if t == "_" else NAMES.index(t) for t in tags]
        for i, r in enumerate(words):
            d.forms.append(r[1])
            d.gaps.append(gap)
            d.starts.append(int(i == 0))
            d.upos.append(r[3])
            d.xpos.append(r[4] if r[4] not in ("", "_") else None)
            d.lemmas.append(r[2])
            d.heads.append(-1 if r[6] == "0" else base + int(r[6]) - 1)
            d.relations.append(r[7])
            d.names.append(marks[i])
            if found is None:
                d.mentions.append(IGNORE)
                d.clusters.append(IGNORE)
            else:
                d.mentions.append(found[i][1] if i in found else 0)
                d.clusters.append(found[i][2] if i in found else IGNORE)
            gap = GAP_NONE if joined[r[0]] else GAP_SPACE
    return documents


def read_attribution(words_path, silver_path=None):
    """Reports of the attribution corpus in our own words; names from the silver analysis."""
    silver = _silver_spans(silver_path) if silver_path else {}
    documents = []
    for line in open(words_path, encoding="utf8"):
        report = json.loads(line)
        text = report["text"]
        d = Document("attribution", name=report["id"])
        last_end = 0
        for sentence in report["sents"]:
            for k, (begin, end) in enumerate(sentence):
                d.forms.append(text[begin:end])
                d.gaps.append(gap(text, last_end, begin))
                d.starts.append(int(k == 0))
                d.spans.append((begin, end))
                last_end = end
        n = len(d.forms)
        d.upos, d.xpos, d.lemmas = [None] * n, [None] * n, [None] * n
        d.heads, d.relations = [IGNORE] * n, [None] * n
        d.mentions, d.clusters = [IGNORE] * n, [IGNORE] * n
        d.names = _names_by_offset(d.spans, silver.get(report["id"]))
        begins = [b for b, _ in d.spans]
        for a in report["attributions"]:
            inside = lambda spans: [i for b, e in spans for i in _covered(d.spans, begins, b, e)]
            made = Attribution(inside(a["cue"]), inside(a["source"]), inside(a["content"]))
            if made.cue and made.content:
                d.attributions.append(made)
        documents.append(d)
    return documents


def gap(text, last_end, begin):
    space = text[last_end:begin]
    if last_end == 0 or space.count("\n") > 1:
        return GAP_PARAGRAPH
    return GAP_LINE if "\n" in space else GAP_SPACE if space else GAP_NONE


def _covered(spans, begins, b, e):
    i = max(0, bisect.bisect_right(begins, b) - 1)
    out = []
    while i < len(spans) and spans[i][0] < e:
        if spans[i][1] > b:
            # Half a word or more.
            if min(e, spans[i][1]) - max(b, spans[i][0]) >= (spans[i][1] - spans[i][0]) / 2:
                out.append(i)
        i += 1
    return out


SILVER_KINDS = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "MISC": "OTH"}


def _silver_spans(path):
    """report id -> [(begin, end, name kind or None)]"""
    reports, current = {}, None
    for comments, rows in blocks(path):
        for c in comments:
            if c.startswith("# newdoc id = "):
                current = reports.setdefault(c[len("# newdoc id = "):], [])
        for r in rows:
            begin, end = map(int, r[9].split("|"))
            current.append((begin, end, SILVER_KINDS.get(r[5])))
    return reports


def _names_by_offset(spans, silver):
    if silver is None:
        return [IGNORE] * len(spans)
    marks, k, last = [], 0, None
    for begin, end in spans:
        while k < len(silver) and silver[k][1] <= begin:
            k += 1
        at = silver[k] if k < len(silver) and silver[k][0] < end else None
        kind = at[2] if at else None
        if at is None:
            marks.append(IGNORE)
        elif kind is None:
            marks.append(0)
        else:
            marks.append(NAMES.index(("I-" if last == kind else "B-") + kind))
        last = kind
    return marks


class Vocabulary:
    """Lists of labels; `None` and rare values are IGNORE."""

    def __init__(self, labels):
        self.labels = labels
        self.index = {label: i for i, label in enumerate(labels)}

    def __getitem__(self, label):
        return self.index.get(label, IGNORE)

    def __len__(self):
        return len(self.labels)

    @staticmethod
    def of(values, at_least=1):
        counts = {}
        for v in values:
            if v is not None:
                counts[v] = counts.get(v, 0) + 1
        return Vocabulary(sorted((v for v, n in counts.items() if n >= at_least),
                                 key=lambda v: (-counts[v], v)))


class Pieces:
    """Words -> WordPiece ids, at most 8 a word."""

    def __init__(self, tokenizer_json):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(tokenizer_json)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.cls = self.tokenizer.token_to_id("[CLS]")
        self.sep = self.tokenizer.token_to_id("[SEP]")
        self.mask = self.tokenizer.token_to_id("[MASK]")
        self.known = {}

    def __call__(self, form):
        ids = self.known.get(form)
        if ids is None:
            ids = self.tokenizer.encode(form, add_special_tokens=False).ids[:8] or [self.unknown]
            self.known[form] = ids
        return ids


MAX_PIECES = 254


def windows(document, sizes, rng=None):
    """Word ranges [begin, end) of whole sentences that fit; where `rng` is given, of random sizes.

    `sizes`: pieces of each word. A sentence that does not fit is cut.
    """
    limit = rng.randint(40, MAX_PIECES) if rng else MAX_PIECES
    begin = cut = total = 0
    n = len(sizes)
    i = 0
    while i < n:
        if document.starts[i]:
            cut = i
        if total + sizes[i] > limit:
            end = cut if cut > begin else i
            yield begin, end
            begin = end
            i = begin
            total = 0
            cut = begin
            limit = MAX_PIECES if rng is None or rng.random() < 0.75 else rng.randint(30, MAX_PIECES)
            continue
        total += sizes[i]
        i += 1
    if begin < n:
        yield begin, n
