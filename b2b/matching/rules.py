"""Words as a searcher means them: folded, without small words, without endings. Pure.

Light on purpose: enough that "fietsen" finds "fiets" and "kinderen" finds "kind". A better engine
takes the place of `words_of` and of the query later; the door (`service.index`, `queries.search`) stays.
"""

import re
import unicodedata

QUERY_WORDS = 8
WORD_MAX = 40
WORDS_PER_POST = 300
TITLE_WEIGHT, TASK_WEIGHT, BODY_WEIGHT = 5, 3, 1
Q_MAX = 200

_SMALL = """
aan al alles als altijd andere ben bij bijvoorbeeld daar dan dat de der deze die dit doen door dus een eens en er
even ge geen graag had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jij jullie kan keer
kunnen kun maar me meer met mij mijn moet na naar niet nog nu of om ons ook op over per pe samen te tegen toch toen
tot u uit uw van veel voor want waren was wat we weer wel werd wie wij wil worden wordt ze zelf zich zij zijn zo
zou zoek zoeken zonder hulp helpen help buur buren
"""
STOP_WORDS = frozenset(_SMALL.split())
"""Words that say nothing about what somebody needs; on this site "hulp" is one of them."""

_WORD = re.compile(r"[a-z0-9]+")
_EXCEPTIONS = {
    "kinderen": "kind",
    "kinders": "kind",
    "eieren": "ei",
    "huizen": "huis",
    "brieven": "brief",
    "brillen": "bril",
    "lezen": "lees",
    "schrijven": "schrijf",
    "verhuizen": "verhuis",
    "honden": "hond",
    "katje": "kat",
}
_VOWELS = "aeiou"
_PJE = re.compile(r"([aeiou]{2}|l|r)mpje$")
_TJE = re.compile(r"([aeiou]{2}|[aeiou]|e[rln]|[aeiou]{2}[rln]|w)tje$")
_PLURAL_S = re.compile(r".{2}(el|er|en|em|oon|eur|aar|oor|ier)s$")
_VERB_T = re.compile(r".{2}(el|er|en)t$")
_OPEN = re.compile(r"(^|[^aeiou])[aou][^aeiouwx]$")


def fold(text: str) -> str:
    """Return `text` in lower case without accents: "Café" is "cafe"."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def stem(word: str) -> str:
    """Return a folded word without its ending: fietsen, fietsje and fiets become one."""
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    short = _singular(_without_diminutive(word))
    return short if len(short) >= 3 else word


def words_of(text: str) -> list[str]:
    """Return the stems of the words of `text` that mean something, in their order, doubles kept."""
    found = (word for word in _WORD.findall(fold(text)) if word not in STOP_WORDS and len(word) > 1)
    return [stem(word)[:WORD_MAX] for word in found]


def weigh(title: str, about: str, body: str) -> dict[str, int]:
    """Return each word of a post with its weight: highest in the title, then in the kind of help."""
    weights: dict[str, int] = {}
    for text, weight in ((title, TITLE_WEIGHT), (about, TASK_WEIGHT), (body, BODY_WEIGHT)):
        for word in words_of(text):
            weights[word] = max(weights.get(word, 0), weight)
    return dict(sorted(weights.items(), key=lambda item: -item[1])[:WORDS_PER_POST])


def _without_diminutive(word: str) -> str:
    base = word.removesuffix("s")
    if not base.endswith("je") or len(base) < 5:
        return word
    if base.endswith("etje") and len(base) > 6:
        return _single(base[:-4])
    if _PJE.search(base) or _TJE.search(base):
        return base[:-3]
    return base[:-2]


def _singular(word: str) -> str:
    if word.endswith("en") and len(word) > 4:
        return _spelled(word[:-2])
    if _PLURAL_S.search(word) or _VERB_T.search(word):
        return word[:-1]
    if word.endswith("e") and not word.endswith("ie") and len(word) > 4:
        return _spelled(word[:-1])
    return word


def _spelled(base: str) -> str:
    """Write a stem as it stands alone: "boodschapp" with one p, "briev" with f, "lop" as "loop"."""
    if _doubled(base):
        return base[:-1]
    if base.endswith(("v", "z")):
        return base[:-1] + {"v": "f", "z": "s"}[base[-1]]
    return base[:-1] + base[-2:] if _OPEN.search(base) else base


def _single(base: str) -> str:
    return base[:-1] if _doubled(base) else base


def _doubled(base: str) -> bool:
    return len(base) > 3 and base[-1] == base[-2] and base[-1] not in _VOWELS
