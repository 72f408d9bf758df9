"""What is stored of a post and what is asked of it: terms with whole weights. Pure.

A score is the sum of stored weight times asked weight over the terms that a post and a question
share. All are whole numbers, so the sum is the same on every database, in any order.
Terms: `w:` a word, `c:` a concept, `t:` a type of help.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from b2b.matching.rules.analyzer import Own, Reading, rarity, read, term_weight
from b2b.matching.rules.classifier import model, type_chances
from b2b.matching.rules.files import sentences
from b2b.matching.rules.lexicon import concepts, help_types, situations
from b2b.matching.rules.words import WORD_MAX

TERM_MAX = WORD_MAX + 2
TERMS_KEPT = 120
"""Terms stored of one post: the heaviest."""
WORDS_ASKED, MEANT_ASKED, TYPES_ASKED = 8, 16, 3
"""Words, concepts and types that are asked at once: the heaviest. A type costs most: many posts have it."""
QUESTIONS_KEPT = 200
"""Questions that a process remembers; they go with it, and are never written down."""
FAINT = 0.05
"""A concept or a type that weighs less than this share of the heaviest of its family is not asked."""


@dataclass(frozen=True)
class Mix:
    """How much each kind of evidence weighs. Chosen on the development set; docs/matching.md has the trials."""

    word: float = 0.25
    unknown_word: float = 0.9
    concept: float = 3.3
    guess: float = 14.0
    near: float = 0.12
    need: float = 3.5
    general: float = 0.2
    type: float = 15.0
    type_chance: float = 28.0
    beside: float = 0.15
    other_type: float = 0.3
    named: float = 0.5
    word_named: float = 0.45


MIX = Mix()
_STORED, _ASKED = 100, 10
_LEAST_CHANCE = 0.015
_GUESS_STORED = 0.15
_SAID = 50
"""From this stored weight on (of 150) a post is about a concept; below, it hints at it."""
BRIEF = 4
"""A text of a title alone with no more telling words than this is a search: it names what is sought."""
_CLEAR = 0.4
"""Pieces of words alone must point this clearly to a type before they count."""


@dataclass(frozen=True)
class Question:
    """What is asked: terms with weights, and what they came from, to say why something fits."""

    terms: Mapping[str, int]
    reading: Reading
    types: tuple[str, ...]
    concepts: Mapping[str, float] = field(default_factory=dict)

    @property
    def wanted(self) -> str:
        """The concept that weighs most, or nothing when no word leads anywhere."""
        return max(self.concepts.items(), key=lambda item: item[1])[0] if self.concepts else ""

    @property
    def kinds_of_help(self) -> tuple[str, ...]:
        """The types that were tapped, or else the type of what is wanted most."""
        return self.types or ((concepts()[self.wanted].type,) if self.concepts else ())

    def said_by(self, stored: Mapping[str, int]) -> bool:
        """Say whether a post with these terms says what is asked: most of its words, or what is wanted most.

        A concept that the post only hints at is not enough: who drives a dog to the vet walks no dogs.
        """
        words = [term for term in self.terms if term.startswith("w:")]
        said = sum(term in stored for term in words)
        return 2 * said > len(words) or stored.get(f"c:{self.wanted}", 0) >= _SAID


def of_post(
    title: str, body: str, types: tuple[str, ...] = (), chosen: tuple[str, ...] = (), own: Own | None = None
) -> dict[str, int]:
    """Return the terms of a post. `types` and `chosen` concepts are what its author ticked."""
    reading = read(title, body, own=own)
    stored: dict[str, float] = {}
    for word, count in reading.words.items():
        stored[f"w:{word}"[:TERM_MAX]] = term_weight(count, reading.length + 1)
    strengths = dict(reading.concepts)
    chances = chances_of(reading, types)
    for code, chance in chances.items():
        if chance >= _GUESS_STORED:
            strengths[code] = max(strengths.get(code, 0.0), chance)
    for code in chosen:
        strengths[code] = max(strengths.get(code, 0.0), 1.2)
    for code, strength in strengths.items():
        known = concepts()[code]
        inside = not types or known.type in types
        stored[f"c:{code}"] = min(1.5, strength) * (1.0 if inside else 0.6)
    guessed = type_chances(chances)
    for code in help_types():
        strength = 1.0 if code in types else (0.0 if types else guessed[code])
        if strength >= _GUESS_STORED:
            stored[f"t:{code}"] = strength
    heaviest = sorted(stored.items(), key=lambda item: (-item[1], item[0]))[:TERMS_KEPT]
    return {term: max(1, round(weight * _STORED)) for term, weight in heaviest}


def of_question(
    title: str, body: str = "", types: tuple[str, ...] = (), mix: Mix = MIX, own: Own | None = None
) -> Question:
    """Return what to ask for this text. `types` are the tiles that somebody tapped, if any.

    Without words of a municipality's own the answer is remembered for a while: a post is read more often than written.
    """
    return _asked(title, body, types, mix, own) if own else _remembered(title, body, types, mix)


@lru_cache(maxsize=QUESTIONS_KEPT)
def _remembered(title: str, body: str, types: tuple[str, ...], mix: Mix) -> Question:
    return _asked(title, body, types, mix, None)


def _asked(title: str, body: str, types: tuple[str, ...], mix: Mix, own: Own | None) -> Question:
    reading = read(title, body, own=own)
    chances = chances_of(reading, types)
    if (
        not chances and title and body
    ):  # a whole story in words that nobody knows: a faint guess is better than silence
        chances = model().chances(reading)
    brief = not body and reading.length <= BRIEF
    if brief:
        chances = _named(reading, chances, types, mix.named)
    wanted = _wanted(reading, chances, mix)
    if types:
        wanted = {c: w if concepts()[c].type in types else w * mix.other_type for c, w in wanted.items()}
    asked: dict[str, float] = {}
    for word, count in reading.words.items():
        asked[f"w:{word}"[:TERM_MAX]] = (
            (mix.word_named if brief else mix.word) * _says(word, mix) * min(count, 2.0) ** 0.5
        )
    for code, weight in wanted.items():
        asked[f"c:{code}"] = weight * (mix.general if concepts()[code].general else 1.0)
    for code, weight in _types_asked(chances, types, mix).items():
        asked[f"t:{code}"] = weight
    terms = {term: round(weight * _ASKED) for term, weight in _heaviest(asked) if round(weight * _ASKED) > 0}
    return Question(terms, reading, types, wanted)


def _heaviest(asked: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the terms worth asking: a faint concept costs the database as much as a clear one."""
    order = sorted(asked.items(), key=lambda item: (-item[1], item[0]))
    words = [pair for pair in order if pair[0].startswith("w:")][:WORDS_ASKED]
    meant = [pair for pair in order if pair[0].startswith("c:")][:MEANT_ASKED]
    kinds = [pair for pair in order if pair[0].startswith("t:")][:TYPES_ASKED]
    return words + [pair for family in (meant, kinds) for pair in family if pair[1] >= FAINT * family[0][1]]


def chances_of(reading: Reading, types: tuple[str, ...] = ()) -> dict[str, float]:
    """Return what a text is probably about: nothing when it holds no word that we know and no clear hint."""
    if not reading.words and not reading.concepts and not reading.situations:
        return {}
    chances = model().chances(reading)
    known = reading.concepts or reading.situations or any(word in _shares() for word in reading.words)
    if not known and max(type_chances(chances).values()) < _CLEAR:
        return {}
    return _within(chances, types)


def _named(reading: Reading, chances: dict[str, float], types: tuple[str, ...], share: float) -> dict[str, float]:
    """Return the chances of a search: what its words name counts for `share`, what was learnt from stories for the rest.

    A story may name the dog and want a ride; who types two words names what is wanted.
    """
    known = concepts()
    said = {
        code: strength**2 for code, strength in reading.concepts.items() if not types or known[code].type in types
    }
    total = sum(said.values())
    if not total or not chances:
        return chances
    return {code: (1 - share) * chance + share * said.get(code, 0.0) / total for code, chance in chances.items()}


def _wanted(reading: Reading, chances: Mapping[str, float], mix: Mix) -> dict[str, float]:
    direct: dict[str, float] = {}
    for code, strength in reading.concepts.items():
        direct[code] = mix.concept * min(strength, 1.5)
    for code, chance in chances.items():
        if chance >= _LEAST_CHANCE:
            direct[code] = direct.get(code, 0.0) + mix.guess * chance
    spread = dict(direct)
    for code, weight in direct.items():
        for other, share in concepts()[code].near:
            spread[other] = max(spread.get(other, 0.0), weight * share * mix.near)
    for code, strength in reading.situations.items():
        for need, share in situations()[code].needs:
            spread[need] = max(spread.get(need, 0.0), mix.need * share * strength)
    return spread


def _types_asked(chances: Mapping[str, float], types: tuple[str, ...], mix: Mix) -> dict[str, float]:
    found: dict[str, float] = {}
    if types:
        strong = dict.fromkeys(types, mix.type)
    else:
        strong = {
            c: chance * mix.type_chance for c, chance in type_chances(chances).items() if chance >= _LEAST_CHANCE
        }
    for code, weight in strong.items():
        found[code] = found.get(code, 0.0) + weight
        for other in help_types()[code].beside:
            found[other] = max(found.get(other, 0.0), weight * mix.beside)
    return found


def _within(chances: Mapping[str, float], types: tuple[str, ...]) -> dict[str, float]:
    """Return the chances when the type is known: those of other types nearly vanish."""
    if not types:
        return dict(chances)
    inside = {c: p * (1.0 if concepts()[c].type in types else 0.02) for c, p in chances.items()}
    total = sum(inside.values()) or 1.0
    return {code: chance / total for code, chance in inside.items()}


def _says(word: str, mix: Mix) -> float:
    share = _shares().get(word)
    return rarity(share) if share is not None else mix.unknown_word * rarity(0.0)


@cache
def _shares() -> dict[str, float]:
    """Return in which share of our own sentences each stem stands: what is usual on a site like this."""
    counts: dict[str, int] = {}
    total = 0
    for _, sentence in sentences():
        total += 1
        for word in read("", sentence).words:
            counts[word] = counts.get(word, 0) + 1
    return {word: count / total for word, count in counts.items()}
