"""What words mean: terms of the lexicon to concepts of help, and situations to what people then need. Pure.

A term is a word, or words that stand near each other in any order. `word*` is how a word begins, alone or
among others, `word?` is only a hint. Every language has its own line in the files; a text may mix them.

A Dutch word is found in its other forms too, by its stem. Two kinds of words are not, because their stem is
another word: a diminutive ("kleintje" is a child, "klein" is not) and a word of another language ("gate").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from b2b.matching.rules.files import lexicon_files, lines_of
from b2b.matching.rules.stems import stem
from b2b.matching.rules.words import stop_words, tokens

LANGUAGES = ("nl", "en", "tr", "ar", "uk", "pl")
HINT = 0.4
"""How much a word with a question mark says."""
SPREAD, SPREAD_LEAST = {1: 1.0, 2: 0.85}, 0.65
"""What is left of the strength of a word that leads to one, two, or more concepts."""
START = 3
"""Letters by which beginnings (`word*`) are looked up, and the least that one has."""
LATIN_START = 4
"""The least in our own letters: three are the beginning of too many Dutch words. A shorter one is a word."""


@dataclass(frozen=True)
class HelpType:
    """A tile: finer than a category of posts, coarser than a concept. `beside` are types that come close."""

    code: str
    category: str
    task: str
    label: str
    icon: str
    beside: tuple[str, ...]


@dataclass(frozen=True)
class Concept:
    """One sub-task: what exactly somebody needs or does. `near` are concepts that come close, 0 to 1."""

    code: str
    type: str
    category: str
    task: str
    label: str
    general: bool
    near: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Situation:
    """How somebody is placed ("net bevallen") and what is then often needed, 0 to 1 a concept."""

    code: str
    label: str
    needs: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Term:
    """A term as written, and where it leads: a concept, or a situation."""

    text: str
    language: str
    leads_to: str
    words: tuple[str, ...]
    begins: bool
    hint: bool

    @property
    def strength(self) -> float:
        return HINT if self.hint else 1.0

    @property
    def as_written(self) -> tuple[str, ...]:
        """The forms in which a word is found that has no stem of its own; () when it is found by its stem."""
        bare = tokens(self.text.rstrip("?*"))
        if len(bare) != 1 or not bare[0].isascii():
            return ()
        small = bare[0].removesuffix("s")
        if self.language == "nl":
            return (small, f"{small}s") if small.endswith("je") and len(small) >= len("uitje") else ()
        return (bare[0], f"{bare[0]}s")


@dataclass(frozen=True)
class Phrase:
    """Words that together lead somewhere. With a small word among them ("geen auto") their order counts.

    A word that ends in a star is how a word begins: "kopek gezdir*".
    """

    words: tuple[str, ...]
    leads_to: str
    strength: float
    in_order: bool


@dataclass
class Index:
    """Terms by how they are found: one word, a beginning, or several words near each other."""

    single: dict[str, dict[str, float]] = field(default_factory=dict)
    exact: dict[str, dict[str, float]] = field(default_factory=dict)
    begins: dict[str, list[tuple[str, str, float]]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    openings: dict[str, list[tuple[str, Phrase]]] = field(default_factory=dict)

    def add(self, term: Term) -> None:
        """File a term."""
        if len(term.words) > 1:
            ordered = any(word in small_stems() for word in term.words)
            self._file(Phrase(term.words, term.leads_to, term.strength, ordered))
        elif term.begins:
            start = term.words[0]
            self.begins.setdefault(start[:START], []).append((start, term.leads_to, term.strength))
        elif term.as_written:
            for form in term.as_written:
                _keep(self.exact, form, term)
        else:
            _keep(self.single, term.words[0], term)

    def _file(self, phrase: Phrase) -> None:
        """File words under the one that is looked up: whole when there is one, and as telling as there is."""
        anchor = max(phrase.words, key=lambda word: (word not in small_stems(), not word.endswith("*"), len(word)))
        if anchor.endswith("*"):
            self.openings.setdefault(anchor[:START], []).append((anchor[:-1], phrase))
        else:
            self.phrases.setdefault(anchor, []).append(phrase)

    def with_word(self, stemmed: str) -> Iterator[Phrase]:
        """Yield the phrases that this stem of a text may stand in."""
        yield from self.phrases.get(stemmed, ())
        for start, phrase in self.openings.get(stemmed[:START], ()):
            if stemmed.startswith(start):
                yield phrase

    def spread(self) -> None:
        """Let a word that leads to several concepts say less about each: "hond" alone is no walk yet."""
        for known in (*self.single.values(), *self.exact.values()):
            share = SPREAD.get(len(known), SPREAD_LEAST)
            for leads_to in known:
                known[leads_to] *= share

    def of_word(self, word: str, stemmed: str) -> Iterator[tuple[str, float]]:
        """Yield (where it leads, strength) for one word of a text."""
        yield from self.single.get(stemmed, {}).items()
        yield from self.exact.get(word, {}).items()
        for start, leads_to, strength in self.begins.get(word[:START], ()):
            if word.startswith(start):
                yield leads_to, strength


def _keep(shelf: dict[str, dict[str, float]], word: str, term: Term) -> None:
    known = shelf.setdefault(word, {})
    known[term.leads_to] = max(known.get(term.leads_to, 0.0), term.strength)


@cache
def help_types() -> Mapping[str, HelpType]:
    """Return the types by code, in the order in which people see them."""
    found = {}
    for line in lines_of("types.txt"):
        code, category, task, label, icon, beside = (part.strip() for part in line.split("|"))
        found[code] = HelpType(code, category, task, label, icon, tuple(beside.split()))
    return found


@cache
def concepts() -> Mapping[str, Concept]:
    """Return the concepts by code."""
    types = help_types()
    found = {}
    for _, written in lexicon_files():
        for code, said in written.items():
            kind = types[said["type"]]
            found[code] = Concept(
                code,
                kind.code,
                kind.category,
                said.get("task", kind.task),
                said["label"],
                bool(said.get("general", False)),
                _weights(said.get("near", "")),
            )
    return found


@cache
def situations() -> Mapping[str, Situation]:
    """Return the situations by code."""
    return {situation.code: situation for situation, _ in _situations()}


def terms() -> Iterator[Term]:
    """Yield every term of the files as written, those of concepts first."""
    for _, written in lexicon_files():
        for code, said in written.items():
            for language in LANGUAGES:
                yield from _terms(said.get(language, ""), language, code)
    for situation, phrases in _situations():
        yield from _terms(phrases, "nl", situation.code)


@cache
def index() -> Index:
    """Return all terms, filed."""
    filed = Index()
    for term in terms():
        if term.words:
            filed.add(term)
    filed.spread()
    return filed


def is_begun(word: str) -> bool:
    """Say whether a folded word begins as a term of the lexicon says: then it is known, however it ends."""
    return any(word.startswith(start) for start, *_ in index().begins.get(word[:START], ()))


def _terms(text: str, language: str, leads_to: str) -> Iterator[Term]:
    for raw in text.replace("\n", ",").split(","):
        written = raw.strip()
        if not written:
            continue
        words = tuple(word for piece in written.split() for word in _stems(piece))
        begins = len(words) == 1 and words[0].endswith("*")
        yield Term(written, language, leads_to, (words[0][:-1],) if begins else words, begins, "?" in written)


def _stems(piece: str) -> list[str]:
    """Return the stems of what stands between two spaces; a beginning keeps its star, when it is long enough."""
    found = tokens(piece)
    if "*" in piece and found and len(found[-1]) >= (LATIN_START if found[-1].isascii() else START):
        return [*(stem(word) for word in found[:-1]), f"{found[-1]}*"]
    return [stem(word) for word in found]


def _weights(text: str) -> tuple[tuple[str, float], ...]:
    pairs = (pair.split() for pair in text.split(",") if pair.strip())
    return tuple((code, int(tenths) / 10) for code, tenths in pairs)


@cache
def _situations() -> tuple[tuple[Situation, str], ...]:
    found: list[Any] = []
    for line in lines_of("situations.txt"):
        label, phrases, needs = (part.strip() for part in line.split("|"))
        code = "s_" + "_".join(tokens(label))
        found.append((Situation(code, label, _weights(needs)), phrases))
    return tuple(found)


@cache
def small_stems() -> frozenset[str]:
    """Return the stems of the small words."""
    return frozenset(stem(word) for word in stop_words())
