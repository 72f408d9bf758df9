"""Texts that are like those in which somebody was in danger: for what no list of phrases foresees. Pure.

Words, pairs of words and pieces of words weigh for or against each group; `learning.py` found the weights in our own
labelled texts. The words that weighed most are what is pointed at. It warns or holds like its group; people decide.
"""

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
PIECES = (3, 4, 5)
_WORDS, _PAIRS, _LETTERS = 1.0, 0.5, 0.6
"""How much each family weighs beside the others, before the length of the text is divided out."""
FEW = 6
"""Fewer words than this are like anything."""
FULL = 12
"""From this many words on a text says enough; what a shorter one is like counts for less."""
LONGEST = 20
"""A longer text is read in stretches of so many words, each half over the one before: a danger is told in a few lines."""
POINTED = 3
"""So many words are pointed at."""


def features(words: list[str]) -> dict[str, float]:
    """Return the features of some words; each family has length one times its share."""
    pieces = {f"c{piece}" for word in set(words) if word.isalpha() and len(word) > 3 for piece in _pieces(word)}
    pairs = {f"b{one}_{other}" for one, other in pairwise(words)}
    return _even({f"w{word}" for word in words}, _WORDS) | _even(pairs, _PAIRS) | _even(pieces, _LETTERS)


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

    def heaviest(self, words: list[str], column: int) -> list[int]:
        """Return the places of the POINTED words that weigh most for a group."""
        weigh = [
            sum(
                share * weight
                for name, share in features([word]).items()
                for at, weight in self.of.get(name, ())
                if at == column
            )
            for word in words
        ]
        return sorted(sorted(range(len(words)), key=lambda at: -weigh[at])[:POINTED])

    def sums(self, words: list[str]) -> list[float]:
        """Return how much some words are like each group."""
        return [one * certainty(len(words)) for one in self.added(features(words), start=[0] * len(self.labels))]


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
def _read(words: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Return the groups that a text is like, with the places of the words that weigh most for each."""
    known, seen = weights(), dict[str, tuple[int, ...]]()
    for start, end in stretches(len(words)):
        part = list(words[start:end])
        for column, total in enumerate(known.sums(part)):
            if total > known.numbers[column] and known.labels[column] not in seen:
                seen[known.labels[column]] = tuple(start + at for at in known.heaviest(part, column))
    return seen


def found(seen: Seen, group: Group) -> Spans:
    """Return the words that weigh most where a text is like those of a group; nothing when it is not."""
    places = _read(tuple(token.word for token in seen.text.tokens)).get(group, ())
    return seen.spans(Hit(at, at + 1) for at in places)


def _detector(group: Group, severity: Severity, action: Action, why: str, advice: str) -> Detector:
    in_post = Action.CRISIS if action is Action.CRISIS else Action.HOLD
    return Detector(f"alike.{group}", group, severity, in_post, action, why, advice, lambda seen: found(seen, group))


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
