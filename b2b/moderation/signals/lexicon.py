"""Words to meanings: stems, phrases with room between the words, and combinations within a window.

A concept is a list of phrases, one on a line or between semicolons. In a phrase: `woord` that word,
`woord*` what begins so, `*woord` what ends so, `*woord*` what holds it, `a|b` either, `..3` up to three
words between (`..` is three), `@NAME` a place where that concept is, `#` a number, `#17` a number
up to 17, `^` a word with a capital inside a sentence (mostly a name). `a|b_c` is either "a" or "b c".

Every step is linear in the words of the text: no backtracking over the text, bounded gaps.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from b2b.moderation.signals.seeing import Hit, Seen
from b2b.moderation.signals.spelling import HEARD_FROM, MISTYPED_FROM, deletions, sound, strokes
from b2b.moderation.signals.text import Text, Token

MAX_HITS = 400
"""Of one concept in one text: more say nothing new."""
COMMON = frozenset(
    (
        *(
            "ik",
            "je",
            "jij",
            "mijn",
            "niet",
            "van",
            "de",
            "een",
            "het",
            "is",
            "heb",
            "heeft",
            "in",
            "op",
            "met",
            "er",
        ),
        *("al", "zo", "die", "dat", "wat", "kan", "kom", "mag", "wil", "ga", "zijn", "ben", "bent", "aan", "voor"),
        *("meer", "te"),
    )
)
"""Words that are in every text: they narrow nothing down."""


class _Part(NamedTuple):
    """One element of a phrase: what it may be, and how many words may stand before it."""

    atoms: frozenset[str]
    refs: tuple[str, ...]
    gap: int


class Lexicon:
    """All concepts of all detectors, compiled once, looked up together."""

    def __init__(self, concepts: Mapping[str, str]):
        self._exact: set[str] = set()
        self._prefix: set[str] = set()
        self._suffix: set[str] = set()
        self._infix: set[str] = set()
        self._plain: dict[str, list[tuple[str, tuple[_Part, ...], frozenset[str]]]] = defaultdict(list)
        self._built: list[tuple[str, list[tuple[_Part, ...]]]] = []
        for name, text in concepts.items():
            phrases = [one for line in re.split(r"[;\n]", text) if line.strip() for one in _spread(line)]
            self._add(name, [self._read_phrase(name, line) for line in phrases], concepts)
        self._heard = {sound(stem) + "*": stem + "*" for stem in self._prefix if len(stem) >= HEARD_FROM}
        self._heard |= {sound(stem): stem for stem in self._exact if len(stem) >= HEARD_FROM}
        self._typos = deletions([stem for stem in self._prefix if len(stem) >= MISTYPED_FROM])
        self._known = lru_cache(maxsize=16384)(self._atoms)

    def _read_phrase(self, name: str, line: str) -> tuple[_Part, ...]:
        parts, gap = [], 0
        for element in line.split():
            if element.startswith(".."):
                gap = int(element[2:] or 3)
                continue
            options = element.split("|")
            refs = tuple(option[1:] for option in options if option.startswith("@"))
            atoms = frozenset(option for option in options if not option.startswith("@"))
            for atom in atoms:
                self._note(atom)
            if not all(option.strip("*@") for option in options):
                raise ValueError(f"{name}: empty word in {line!r}")
            parts.append(_Part(atoms, refs, gap))
            gap = 0
        if not parts:
            raise ValueError(f"{name}: empty phrase")
        return tuple(parts)

    def _note(self, atom: str) -> None:
        bare = atom.strip("*")
        if atom.startswith("*") and atom.endswith("*"):
            self._infix.add(bare)
        elif atom.startswith("*"):
            self._suffix.add(bare)
        elif atom.endswith("*"):
            self._prefix.add(bare)
        else:
            self._exact.add(bare)

    def _add(self, name: str, phrases: list[tuple[_Part, ...]], concepts: Mapping[str, str]) -> None:
        built = []
        for phrase in phrases:
            refs = [ref for part in phrase for ref in part.refs]
            for ref in refs:
                if ref not in concepts:
                    raise ValueError(f"{name}: no concept {ref}")
            if refs:
                built.append(phrase)
            else:
                for atom in phrase[0].atoms:
                    self._plain[atom].append((name, phrase, _key(phrase)))
        if built:
            self._built.append((name, built))

    def _atoms(self, word: str) -> frozenset[str]:
        """Return every atom that this word is."""
        found = self._spelled(word)
        if len(word) >= HEARD_FROM and word.isalpha() and not any(len(atom) >= HEARD_FROM for atom in found):
            found |= self._alike(word)
        if word.isdigit():
            found.add("#")
            if len(word) <= 2 and int(word) <= 17:
                found.add("#17")
        return frozenset(found)

    def _spelled(self, word: str) -> set[str]:
        found = {word} if word in self._exact else set()
        length = len(word)
        for cut in range(1, length + 1):
            if word[:cut] in self._prefix:
                found.add(word[:cut] + "*")
            if word[length - cut :] in self._suffix:
                found.add("*" + word[length - cut :])
        for start in range(max(0, min(length, 40) - 2)):
            for end in range(start + 3, min(start + 12, length) + 1):
                if word[start:end] in self._infix:
                    found.add("*" + word[start:end] + "*")
        return found

    def _alike(self, word: str) -> set[str]:
        """Return atoms that sound like this word, or differ by one stroke of the keyboard."""
        heard = sound(word)
        found = {self._heard[heard]} if heard in self._heard else set()
        for cut in range(HEARD_FROM - 1, len(heard) + 1):
            if heard[:cut] + "*" in self._heard:
                found.add(self._heard[heard[:cut] + "*"])
        if not found and len(word) >= MISTYPED_FROM - 1:
            for cut in range(MISTYPED_FROM - 1, min(len(word), 16) + 1):
                found |= {self._typos[one] for one in strokes(word[:cut]) if one in self._typos}
                found |= {self._typos["-" + word[:cut]]} if "-" + word[:cut] in self._typos else set()
        return found

    def see(self, text: Text) -> Seen:
        """Return the text with all its concepts."""
        atoms = [self._known(token.word) for token in text.tokens]
        hits: dict[str, list[Hit]] = defaultdict(list)
        places: dict[str, list[int]] = defaultdict(list)
        for at, mine in enumerate(atoms):
            if text.tokens[at].capital:
                mine = atoms[at] = mine | {"^"}
            for atom in mine:
                places[atom].append(at)
        present = frozenset(places)
        for at, mine in enumerate(atoms):
            for atom in mine:
                for name, phrase, key in self._plain.get(atom, ()):
                    if key and key.isdisjoint(present):
                        continue
                    end = at + 1 if len(phrase) == 1 else _follow(phrase, 1, at + 1, text.tokens, atoms, {})
                    if end and len(hits[name]) < MAX_HITS:
                        hits[name].append(Hit(at, end))
        for name, phrases in self._built:
            self._see_built(name, phrases, text.tokens, atoms, hits, places)
        return Seen(text, {name: sorted(set(found)) for name, found in hits.items() if found})

    def _see_built(
        self,
        name: str,
        phrases: list[tuple[_Part, ...]],
        tokens: tuple[Token, ...],
        atoms: list[frozenset[str]],
        hits: dict[str, list[Hit]],
        places: dict[str, list[int]],
    ) -> None:
        starts: dict[str, dict[int, int]] = {}
        present = frozenset(places)
        for phrase in phrases:
            if any(part.atoms.isdisjoint(present) and not any(hits.get(ref) for ref in part.refs) for part in phrase):
                continue
            for part in phrase:
                for ref in part.refs:
                    if ref not in starts:
                        starts[ref] = {hit.start: hit.end for hit in hits.get(ref, ())}
            head = phrase[0]
            begins = [(at, at + 1) for atom in head.atoms for at in places.get(atom, ())]
            for ref in head.refs:
                begins += starts[ref].items()
            for start, after in begins[:MAX_HITS]:
                end = _follow(phrase, 1, after, tokens, atoms, starts)
                if end:
                    hits[name].append(Hit(start, end))


def _key(phrase: tuple[_Part, ...]) -> frozenset[str]:
    """Return the words after the first of which one must be in a text: the part with the fewest. Empty: none."""
    rest = [part.atoms for part in phrase[1:] if not part.refs]
    return min(rest, key=lambda atoms: (not atoms.isdisjoint(COMMON), len(atoms)), default=frozenset())


def _follow(
    phrase: tuple[_Part, ...],
    part: int,
    at: int,
    tokens: tuple[Token, ...],
    atoms: list[frozenset[str]],
    starts: dict[str, dict[int, int]],
) -> int:
    """Return the word after the rest of a phrase, from part number `part` on, or 0. Never over the end of a sentence."""
    if part == len(phrase):
        return at
    want = phrase[part]
    for place in range(at, min(at + want.gap + 1, len(tokens))):
        if tokens[place].sentence != tokens[at - 1].sentence:
            return 0
        after = place + 1 if atoms[place] & want.atoms else 0
        for ref in want.refs:
            after = max(after, starts[ref].get(place, 0))
        if after:
            end = _follow(phrase, part + 1, after, tokens, atoms, starts)
            if end:
                return end
    return 0


def _spread(line: str) -> list[str]:
    """Return a phrase as phrases without `_`: "a|b_c d" is "a d" and "b c d"."""
    spread = [""]
    for element in line.split():
        options = element.split("|")
        several = {option for option in options if "_" in option and not option.startswith("@")}
        joined = [option.replace("_", " ") for option in options if option in several]
        alone = "|".join(option for option in options if option not in several)
        spread = [f"{before} {one}" for before in spread for one in ([alone] if alone else []) + joined]
    return spread
