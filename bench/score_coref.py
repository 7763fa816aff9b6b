#!/usr/bin/env python3
"""Score mentions and coreference of readings against GUM (CoNLL-U with Entity= in MISC).

Usage: score_coref.py --texts GUM.conllu.gz > texts.jsonl       the documents, as JSON Lines to read
       score_coref.py GUM.conllu.gz READINGS.jsonl [--genre news] [--errors N]

Gold: entities with two mentions or more, first and second person left out. A reading's mention is
matched with the smallest gold mention that contains it and whose head it contains, because sayso
marks names alone and GUM marks maximal phrases. Entities of a reading with one mention, and relative
pronouns, do not count. Prints mention and B-cubed precision, recall, F1, and how many links (from a
mention to the one before it in its entity) are right, by kind of the mention; a link is judged when
both ends are gold mentions, be they of singletons or not.
"""
import argparse, collections, gzip, json, re

SKIP = set('i me my mine myself we us our ours ourselves you your yours yourself yourselves'.split())
RELATIVE = {'who', 'whom', 'whose', 'which', 'that'}
PART = re.compile(r'\((\d+)((?:-[^()-]*)*)(\))?|(\d+)\)')


def documents(path):
    """(id, text, gold mentions: (begin, end, head begin, head end, entity))"""
    doc, text, mentions, open_, tokens, space = None, '', [], [], [], ''
    for line in gzip.open(path, 'rt', encoding='utf8'):
        if line.startswith('# newdoc'):
            if doc: yield doc, text, finish(mentions, tokens)
            doc, text, mentions, open_, tokens, space = line.split('= ')[1].strip(), '', [], [], [], ''
        elif line.startswith('# newpar '): pass
        elif line.startswith('# newpar') and text: space = '\n\n'
        elif line[0].isdigit():
            f = line.rstrip('\n').split('\t')
            if '-' in f[0]:
                lo, hi = map(int, f[0].split('-')); skip = hi - lo + 1; form = f[1]
                text += space; whole = (len(text), len(text) + len(form)); text += form
                space = '' if 'SpaceAfter=No' in f[9] else ' '; parts = [whole, skip, whole[0], form]
                pending = parts; continue
            if '.' in f[0]: continue
            if tokens_pending := locals().get('pending'):
                begin = tokens_pending[2]; piece = f[1]
                rest = text[begin:tokens_pending[0][1]]
                size = min(len(piece), len(rest)); span = (begin, begin + size)
                tokens_pending[2] += size; tokens_pending[1] -= 1
                if tokens_pending[1] == 0: pending = None
            else:
                text += space; span = (len(text), len(text) + len(f[1])); text += f[1]
                space = '' if 'SpaceAfter=No' in f[9] else ' '
            tokens.append(span)
            for misc in f[9].split('|'):
                if not misc.startswith('Entity='): continue
                for m in PART.finditer(misc[7:]):
                    if m.group(1):
                        fields = m.group(2).split('-')
                        minspan = next((x for x in fields[1:] if re.fullmatch(r'\d+(,\d+)*', x)), '1')
                        mention = [m.group(1), len(tokens) - 1, None, int(minspan.split(',')[0])]
                        mentions.append(mention)
                        if m.group(3): mention[2] = len(tokens)
                        else: open_.append(mention)
                    else:
                        for k in range(len(open_) - 1, -1, -1):
                            if open_[k][0] == m.group(4): open_.pop(k)[2] = len(tokens); break
    if doc: yield doc, text, finish(mentions, tokens)


def finish(mentions, tokens):
    out = []
    for entity, first, last, head in mentions:
        if last is None: continue
        h = tokens[min(first + head - 1, last - 1)]
        out.append((tokens[first][0], tokens[last - 1][1], h[0], h[1], entity))
    return out


def match(mention, gold):
    b, e = mention
    fits = [g for g in gold if g[0] <= b and e <= g[1] and b <= g[2] and g[3] <= e]
    if not fits: fits = [g for g in gold if b <= g[0] and g[1] <= e and b <= g[2] and g[3] <= e and g[1] == e]
    return min(fits, key=lambda g: g[1] - g[0]) if fits else None


def main():
    p = argparse.ArgumentParser(); p.add_argument('gold'); p.add_argument('readings', nargs='?')
    p.add_argument('--texts', action='store_true'); p.add_argument('--genre', default=''); p.add_argument('--errors', type=int, default=0)
    a = p.parse_args()
    docs = [d for d in documents(a.gold) if a.genre in d[0]]
    if a.texts:
        for doc, text, _ in docs: print(json.dumps({'id': doc, 'text': text}, ensure_ascii=False))
        return
    readings = {}
    for line in open(a.readings, encoding='utf8'):
        r = json.loads(line); readings[r.get('id') or r['report']['id']] = r
    found = right = total = 0; p3 = r3 = 0.0
    links = collections.defaultdict(lambda: [0, 0, 0]); shown = 0
    for doc, text, gold in docs:
        r = readings[doc]; assert r['text'] == text, doc
        gold = [g for g in gold if text[g[0]:g[1]].lower() not in SKIP]
        size = collections.Counter(g[4] for g in gold)
        key = collections.Counter({g: 1 for g in gold if size[g[4]] > 1})
        clusters, twin = [], {}
        for e in r['entities']:
            ms = [(tuple(m['span']), m['kind']) for m in e['mentions'] if text[m['span'][0]:m['span'][1]].lower() not in RELATIVE]
            used, cluster = set(), []
            for span, kind in ms:
                g = match(span, gold)
                if g and g in used: continue  # the name inside the phrase that was counted already
                if g: used.add(g)
                cluster.append((span, kind, g))
            for before, now in zip(cluster, cluster[1:]):
                kind = now[1] if now[1] != 'nominal' or before[1] != 'name' else 'nominal>name'
                if before[2] and now[2]:
                    links[kind][before[2][4] == now[2][4]] += 1
                    if before[2][4] != now[2][4] and shown < a.errors:
                        shown += 1; print('WRONG', doc, kind, repr(text[slice(*now[0])]), '->', repr(text[slice(*before[0])]), '|', repr(text[max(0, before[0][0] - 30):now[0][1] + 30][-260:]))
                else: links[kind][2] += 1
            if len(cluster) > 1: clusters.append(cluster)
        found += sum(len(c) for c in clusters); total += len(key)
        matched = {m[2] for c in clusters for m in c if m[2] in key}; right += len(matched)
        for c in clusters:
            n = collections.Counter(m[2][4] for m in c if m[2])
            p3 += sum(n[m[2][4]] for m in c if m[2] in key) / len(c)
            for g, k in n.items():
                if size[g] > 1: r3 += k * k / size[g]
    f = lambda x, y: 2 * x * y / (x + y) if x + y else 0.0
    P, R = right / max(1, found), right / max(1, total)
    print(f'mentions  P {P:.3f} R {R:.3f} F1 {f(P, R):.3f}   ({found} found, {total} gold)')
    P, R = p3 / max(1, found), r3 / max(1, total)
    print(f'B-cubed   P {P:.3f} R {R:.3f} F1 {f(P, R):.3f}')
    for kind, (wrong, ok, unjudged) in sorted(links.items()):
        print(f'links     {kind:13} right {ok:5} wrong {wrong:5}  precision {ok / max(1, ok + wrong):.3f}  ({unjudged} not judged)')


if __name__ == '__main__':
    main()
