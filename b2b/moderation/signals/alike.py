"""Texts that are like those in which somebody was in danger: for what no list of phrases foresees. Pure.

Words, pairs of words and pieces of words weigh for or against each group, and so do the kinds of words
(`words/kinds.txt`: a child, a door that is shut, money) with what stands beside them; `learning.py` found the weights
in our own labelled texts. The words that weighed most are what is pointed at. It warns or holds like its group;
people decide.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from b2b.core.weights import Weights
from b2b.core.words import N_
from b2b.moderation.signals.seeing import Hit, Seen
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity, Spans

WEIGHTS = Path(__file__).parent / "learnt.txt"
SCALE = 1000
"""Weights are whole numbers, in thousandths: every machine finds the same."""
KIND = "K_"
"""How the names of kinds of words begin."""
PIECES = (3, 4, 5)
NEAR = 12
"""Two kinds of words that begin so many words apart, or fewer, are a pair."""
AROUND = 2
"""So many words before and after a kind of word stand beside it."""
_WORDS, _PAIRS, _LETTERS, _KINDS, _TWO_KINDS, _BESIDE = 1.0, 0.5, 0.6, 0.5, 0.5, 0.4
"""How much each family weighs beside the others, before the length of the text is divided out."""
FEW = 6
"""Fewer words than this are like anything."""
FULL = 12
"""From this many words on a text says enough; what a shorter one is like counts for less."""
LONGEST = 20
"""A longer text is read in stretches of so many words, each half over the one before: a danger is told in a few lines."""
POINTED = 3
"""So many words are pointed at."""

Kinds = tuple[tuple[int, int, str], ...]
"""Kinds of words in a text: from this word, up to that one, which."""


def kinds_of(seen: Seen) -> Kinds:
    """Return the kinds of words in a text, in its order."""
    return tuple(
        sorted((hit.start, hit.end, name) for name in seen.hits if name.startswith(KIND) for hit in seen.hits[name])
    )


def features(words: Sequence[str], kinds: Kinds = ()) -> dict[str, float]:
    """Return the features of some words and their kinds; each family has length one times its share."""
    pieces = {f"c{piece}" for word in set(words) if word.isalpha() and len(word) > 3 for piece in _pieces(word)}
    pairs = {f"b{one}_{other}" for one, other in pairwise(words)}
    return (
        _even({f"w{word}" for word in words}, _WORDS)
        | _even(pairs, _PAIRS)
        | _even(pieces, _LETTERS)
        | _even({f"k{name}" for _, _, name in kinds}, _KINDS)
        | _even(_two(kinds), _TWO_KINDS)
        | _even({f"n{name}_{word}" for kind in kinds for name, word in _beside(words, kind)}, _BESIDE)
    )


def _two(kinds: Kinds) -> set[str]:
    found = set()
    for at, (start, _, name) in enumerate(kinds):
        for later, _, other in kinds[at + 1 :]:
            if later - start > NEAR:
                break
            if other != name:
                found.add(f"p{min(name, other)}&{max(name, other)}")
    return found


def _beside(words: Sequence[str], kind: tuple[int, int, str]) -> list[tuple[str, str]]:
    start, end, name = kind
    return [(name, word) for word in (*words[max(0, start - AROUND) : start], *words[end : end + AROUND])]


def certainty(count: int) -> float:
    """Return how much a text of so many words says: nothing below FEW, all from FULL on."""
    return min(1.0, (count / FULL) ** 0.5) if count >= FEW else 0.0


def _even(names: set[str], share: float) -> dict[str, float]:
    return dict.fromkeys(names, share / len(names) ** 0.5) if names else {}


@cache
def _pieces(word: str) -> tuple[str, ...]:
    framed = f"^{word}$"
    return tuple(framed[at : at + size] for size in PIECES for at in range(len(framed) - size + 1))


class Likeness(Weights):
    """The weights, with for each group the bar: from which sum on it is seen."""

    def heaviest(self, words: Sequence[str], kinds: Kinds, column: int) -> list[int]:
        """Return the places of the POINTED words that weigh most for a group, by themselves and by their kind."""
        weigh = []
        for at, word in enumerate(words):
            own = tuple((0, 1, name) for start, end, name in kinds if start <= at < end)
            weigh.append(self.added(features([word], own), start=[0] * len(self.labels))[column])
        return sorted(sorted(range(len(words)), key=lambda at: -weigh[at])[:POINTED])

    def sums(self, words: Sequence[str], kinds: Kinds = ()) -> list[float]:
        """Return how much some words are like each group."""
        start = [0] * len(self.labels)
        return [one * certainty(len(words)) for one in self.added(features(words, kinds), start)]


@cache
def weights() -> Likeness:
    """Return the weights of this installation, read once."""
    return Likeness(WEIGHTS.read_text(encoding="utf-8"))


def stretches(count: int) -> list[tuple[int, int]]:
    """Return from which word to which a text of `count` words is read."""
    if count <= LONGEST:
        return [(0, count)]
    return [(at, min(at + LONGEST, count)) for at in range(0, count - LONGEST // 2, LONGEST // 2)]


@lru_cache(maxsize=16)
def _read(words: tuple[str, ...], kinds: Kinds) -> dict[str, tuple[int, ...]]:
    """Return the groups that a text is like, with the places of the words that weigh most for each."""
    known, seen = weights(), dict[str, tuple[int, ...]]()
    for start, end in stretches(len(words)):
        part = words[start:end]
        inside = tuple((one - start, last - start, name) for one, last, name in kinds if start <= one and last <= end)
        for column, total in enumerate(known.sums(part, inside)):
            if total > known.numbers[column] and known.labels[column] not in seen:
                seen[known.labels[column]] = tuple(start + at for at in known.heaviest(part, inside, column))
    return seen


def found(seen: Seen, group: Group) -> Spans:
    """Return the words that weigh most where a text is like those of a group; nothing when it is not."""
    places = _read(tuple(token.word for token in seen.text.tokens), kinds_of(seen)).get(group, ())
    return seen.spans(Hit(at, at + 1) for at in places)


def _detector(group: Group, severity: Severity, action: Action, why: str, advice: str) -> Detector:
    in_post = Action.CRISIS if action is Action.CRISIS else Action.HOLD
    return Detector(
        f"alike.{group}", group, severity, in_post, action, why, advice, lambda seen: found(seen, group), 2
    )


_M, _H, _ACUTE = Severity.MEDIUM, Severity.HIGH, Severity.ACUTE
DETECTORS = (
    _detector(
        Group.GROOMING,
        _ACUTE,
        Action.HOLD,
        N_("De tekst lijkt op teksten waarin een volwassene contact zoekt met een kind."),
        N_("Contact met kinderen gaat hier altijd samen met een ouder, en nooit in het geheim."),
    ),
    _detector(
        Group.EXPLOITATION,
        _ACUTE,
        Action.HOLD,
        N_("De tekst lijkt op teksten over uitbuiting: werk, schuld of een kamer waar iemand niet vrij is."),
        N_("Werk tegen een kamer, zonder loon of onder dwang mag niet. Je kunt er altijd met iemand over praten."),
    ),
    _detector(
        Group.CRISIS,
        _ACUTE,
        Action.CRISIS,
        N_("De tekst lijkt op teksten van mensen in nood."),
        N_("Is er nu gevaar? Bel 112. Wil je praten over zelfmoord? Bel 113, dag en nacht."),
    ),
    _detector(
        Group.CHILD,
        _M,
        Action.WARN,
        N_("De tekst lijkt op teksten met gegevens van een kind: naam, school, of wanneer het alleen is."),
        N_("Zet niets over een kind in een bericht waaraan anderen het kind herkennen."),
    ),
    _detector(
        Group.THIRD_PARTY,
        _M,
        Action.HINT,
        N_("De tekst lijkt op teksten over de gezondheid of de problemen van iemand anders."),
        N_("Je vertelt hier misschien iets heel persoonlijks over een ander. Laat de naam en het huisnummer weg."),
    ),
    _detector(
        Group.SCAM,
        _H,
        Action.WARN,
        N_("De tekst lijkt op teksten van oplichters."),
        N_("Geef geen geld, pas of code aan iemand die je niet kent. Bel eerst iemand die je vertrouwt."),
    ),
    _detector(
        Group.ABUSE,
        _M,
        Action.WARN,
        N_("De tekst lijkt op teksten waarin iemand een ander uitscheldt of bedreigt."),
        N_("Dit bericht kan kwetsend zijn. Je hoeft niet te antwoorden. Je kunt het melden of deze buur blokkeren."),
    ),
    _detector(
        Group.PROFILING,
        _M,
        Action.WARN,
        N_(
            "De tekst lijkt op teksten die mensen verdacht maken of uitsluiten om hun afkomst, geloof of wie ze zijn."
        ),
        N_("Iedereen mag hier meedoen. Schrijf wat iemand deed, niet uit welke groep iemand komt."),
    ),
)
