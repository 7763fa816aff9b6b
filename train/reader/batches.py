"""Documents -> rows of packed windows as tensors."""
import torch

import data
from data import IGNORE

ROW = 256
HIDDEN = 0.05   # share of the pieces that training hides
NO = -1e4


def items_of(documents, pieces, rng):
    """(document, begin, end, ids of each word) for every window of an epoch."""
    out = []
    for d in documents:
        ids = [pieces(f) for f in d.forms]
        for begin, end in data.windows(d, [len(i) for i in ids], rng):
            out.append((d, begin, end, ids))
    return out


def pack(items):
    """First fit: rows of windows that fill ROW pieces (two special ones a window)."""
    rows, open_rows = [], []
    for item in items:
        size = 2 + sum(len(i) for i in item[3][item[1]:item[2]])
        for row in open_rows:
            if row[0] + size <= ROW:
                row[0] += size
                row[1].append(item)
                break
        else:
            open_rows.append([size, [item]])
        full = [r for r in open_rows if r[0] > ROW - 12]
        if len(open_rows) > 24:
            full.append(max(open_rows, key=lambda r: r[0]))
        for r in full:
            if r in open_rows:
                open_rows.remove(r)
                rows.append(r[1])
    return rows + [r[1] for r in open_rows]


def damaged(rng):
    """How a window arrives: (change of letters, are its line breaks lost)."""
    chance = rng.random()
    letters = "lower" if chance < 0.07 else "upper" if chance < 0.10 else None
    return letters, rng.random() < 0.15


def collate(rows, labels, pieces, rng=None):
    """`rng`: where given, some windows arrive damaged."""
    size = (len(rows), ROW)
    ids, positions = torch.zeros(size, dtype=torch.long), torch.zeros(size, dtype=torch.long)
    letters, gaps = torch.full(size, 7), torch.full(size, 3)
    segment = torch.full(size, -1)
    first, shown, segments = [], [], 0
    fields = {k: [] for k in ("upos", "xpos", "lemma", "name", "mention", "start", "cue", "role")}
    heads, relation, sentences = [], [], []
    pair_cue, pair_word, pair_distance, pair_role = [], [], [], []
    link_groups = []
    for r, row in enumerate(rows):
        at = 0
        for d, begin, end, word_ids in row:
            base = len(first)
            change, lost = damaged(rng) if rng else (None, False)
            begin_at = at
            ids[r, at] = pieces.cls
            at += 1
            for w in range(begin, end):
                shape = data.shape(d.forms[w])
                if change == "lower" and shape in (2, 3, 4):
                    shape = 1
                if change == "upper" and shape in (1, 2, 4):
                    shape = 3
                gap = d.gaps[w] if w > begin else 3
                if lost and gap > 1 and w > begin:
                    gap = 1
                k = len(word_ids[w])
                if at + k > ROW - 1:
                    raise ValueError("a window does not fit")
                first.append(r * ROW + at)
                shown_ids = word_ids[w] if rng is None else \
                    [pieces.mask if rng.random() < HIDDEN else i for i in word_ids[w]]
                ids[r, at:at + k] = torch.tensor(shown_ids)
                letters[r, at:at + k] = shape
                gaps[r, at:at + k] = gap
                at += k
            ids[r, at] = pieces.sep
            at += 1
            positions[r, begin_at:at] = torch.arange(at - begin_at)
            segment[r, begin_at:at] = segments
            segments += 1
            shown.append((d, begin, end))
            n = end - begin
            for w in range(begin, end):
                fields["upos"].append(labels["upos"][d.upos[w]])
                fields["xpos"].append(labels["xpos"][d.xpos[w]])
                fields["lemma"].append(IGNORE if d.lemmas[w] is None else
                                       labels["lemma"][data.script(d.forms[w], d.lemmas[w])])
                fields["name"].append(d.names[w])
                fields["mention"].append(d.mentions[w])
                fields["start"].append(d.starts[w] if d.kind == "ud" and w > begin else IGNORE)
                relation.append(labels["relation"][d.relations[w]])
                h = d.heads[w]
                heads.append(IGNORE if h == IGNORE else -1 if h == -1 else
                             h - begin + base if begin <= h < end else IGNORE)
            if d.kind == "ud":
                fields["cue"] += [IGNORE] * n
                fields["role"] += [IGNORE] * n
                current = []
                for w in range(begin, end):
                    if d.starts[w] and current:
                        sentences.append(current)
                        current = []
                    current.append(base + w - begin)
                if current:
                    sentences.append(current)
                group = [(base + w - begin, d.clusters[w]) for w in range(begin, end)
                         if d.clusters[w] != IGNORE]
                if len(group) > 1:
                    link_groups.append(group)
            else:
                cue, role = [0] * n, [0] * n
                for a in d.attributions:
                    inside = [w - begin for w in a.cue if begin <= w < end]
                    if not inside or a.cue[0] < begin:
                        continue
                    for k, w in enumerate(inside):
                        cue[w] = 1 if k == 0 else 2
                    own = [0] * n
                    for mark, words in ((1, a.source), (3, a.content)):
                        before = None
                        for w in words:
                            if begin <= w < end:
                                own[w - begin] = mark if before is None or w != before + 1 else mark + 1
                                role[w - begin] = own[w - begin]
                                before = w
                    for w in range(n):
                        pair_cue.append(base + inside[0])
                        pair_word.append(base + w)
                        pair_distance.append(w - inside[0] if w < inside[0] else
                                             max(0, w - inside[-1]))
                        pair_role.append(own[w])
                fields["cue"] += cue
                fields["role"] += role
    mask = torch.where(segment[:, :, None] == segment[:, None, :], 0.0, NO)[:, None]
    longest = max((len(s) for s in sentences), default=1)
    padded = torch.full((len(sentences), longest), -1)
    for i, s in enumerate(sentences):
        padded[i, :len(s)] = torch.tensor(s)
    tensor = lambda values: torch.tensor(values, dtype=torch.long)
    return {"ids": ids, "positions": positions, "letters": letters, "gaps": gaps, "mask": mask,
            "first_piece": tensor(first), "sentences": padded, "heads": tensor(heads),
            "relation": tensor(relation), "links": link_groups, "shown": shown,
            "pair_cue": tensor(pair_cue), "pair_word": tensor(pair_word),
            "pair_distance": tensor(pair_distance), "pair_role": tensor(pair_role),
            **{k: tensor(v) for k, v in fields.items()}}
