#!/usr/bin/env python3
"""WordNet's words and irregular forms -> inflected forms with lemma and tag, for train_lemmas.

Usage: inflect.py WORDNET > inflected      (WORDNET: the folder with index.verb, verb.exc, ...)
A form that two words share is left out.
"""
import collections
import re
import sys

VOWELS = "aeiou"


def index(folder, part, used_only):
    """Single lower-case words of a part of speech; `used_only`: those seen in WordNet's corpus."""
    for line in open(f"{folder}/index.{part}", encoding="utf8"):
        fields = line.split()
        if line.startswith(" ") or not re.fullmatch("[a-z]+", fields[0]):
            continue
        if not used_only or int(fields[3 + int(fields[3]) + 2]) > 0:
            yield fields[0]


def exceptions(folder, part):
    for line in open(f"{folder}/{part}.exc", encoding="utf8"):
        form, lemma = line.split()[:2]
        if re.fullmatch("[a-z]+", form) and re.fullmatch("[a-z]+", lemma):
            yield form, lemma


def stems(verb):
    """What -ed and -ing are put after."""
    if verb.endswith("e") and not re.search("[eoy]e$", verb):
        return [verb[:-1]]
    if re.search("[^aeiou][aeiou][^aeiouwxy]$", verb) or re.search("qu[aeiou][^aeiouwxy]$", verb):
        short = len(re.findall("[aeiouy]+", verb)) == 1
        return [verb + verb[-1]] if short else [verb, verb + verb[-1]]
    return [verb]


def main():
    folder = sys.argv[1]
    forms = collections.defaultdict(set)
    irregular = {lemma for _, lemma in exceptions(folder, "verb")}
    for verb in index(folder, "verb", False):
        for stem in stems(verb):
            if verb not in irregular:
                past = stem[:-1] + "ied" if re.search("[^aeiou]y$", stem) else (
                    stem + "d" if verb.endswith("e") and stem == verb else stem + "ed")
                forms[past, "VBD"].add(verb)
                forms[past, "VBN"].add(verb)
            forms[stem + "ing", "VBG"].add(verb)
        if verb.endswith(("e", "s")):
            forms[verb + ("es" if verb.endswith("s") else "s"), "VBZ"].add(verb)
    for form, lemma in exceptions(folder, "verb"):
        if form.endswith("ing"):
            forms[form, "VBG"].add(lemma)
        elif form.endswith("s"):
            forms[form, "VBZ"].add(lemma)
        else:
            forms[form, "VBD"].add(lemma)
            forms[form, "VBN"].add(lemma)
    for noun in index(folder, "noun", True):
        if noun.endswith(("ie", "che", "xe", "sse", "she", "oe", "zze")):
            forms[noun + "s", "NNS"].add(noun)
        if noun.endswith("s") and not noun.endswith(("ss", "is")):
            if noun.endswith(("as", "os", "us")):
                forms[noun + "es", "NNS"].add(noun)
            forms[noun, "NNS"].add(noun)  # "series", "goods"
    used = set(index(folder, "noun", True))
    for form, lemma in exceptions(folder, "noun"):
        if lemma in used:
            forms[form, "NNS"].add(lemma)
    used = set(index(folder, "adj", True))
    for form, lemma in exceptions(folder, "adj"):
        if lemma in used:
            forms[form, "JJS" if form.endswith("est") else "JJR"].add(lemma)
    for (form, tag), lemmas in sorted(forms.items()):
        if len(lemmas) == 1 and len(form) > 3:
            print(form, *lemmas, tag, sep="\t")


main()
