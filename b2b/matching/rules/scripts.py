"""The stem of a word in Cyrillic or Arabic letters: its usual endings go, so that a word is found in its other forms. Pure.

Words are folded before (rules/words.py): Ukrainian "й" is written "и", "ї" is "і", and an Arabic "ة" is "ه".
A light stem only has to be the same for most forms of one word; it need not be a word itself.
"""

UKRAINIAN = (
    *("уватись", "юватись", "уватися", "ювати", "увати", "итися", "атися"),
    *("ами", "ями", "ові", "еві", "єві", "ого", "ому", "ими", "іми", "ити", "ати", "яти", "іти", "ить", "ать", "ять"),
    *("уть", "ють", "ують", "ала", "ила", "али", "или", "аю", "ую"),
    *("ах", "ях", "ів", "ам", "ям", "ом", "ем", "ою", "ею", "єю", "ии", "іи", "их", "іх", "им", "ім", "ть", "ти"),
    *("ку", "ки", "ка", "ці", "ок"),
    *("а", "я", "у", "ю", "і", "и", "о", "е", "є", "ь"),
)
ARABIC = ("هما", "كما", "ها", "هم", "كم", "نا", "ات", "ان", "ون", "ين", "يه", "تي", "ه", "ي", "ك", "ت")
LEAST = {1: 3, 2: 3}
"""Letters that are left at least, by the length of the ending; of a longer ending LEAST_LONG."""
LEAST_LONG = 4


def light_stem(word: str) -> str:
    """Return the word without its usual ending, or the word itself when too little would be left."""
    for ending in _BY_LENGTH["cyrillic" if "а" <= word[0] <= "ґ" else "arabic"]:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST.get(len(ending), LEAST_LONG):
            return word[: -len(ending)]
    return word


_BY_LENGTH = {
    "cyrillic": tuple(sorted(UKRAINIAN, key=len, reverse=True)),
    "arabic": tuple(sorted(ARABIC, key=len, reverse=True)),
}
