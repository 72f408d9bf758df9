"""What is wrong with the data files: doubles, orphans, words that would match everything. Read by `b2b match check` and a test."""

from collections import Counter
from collections.abc import Iterator

from b2b.matching.rules.classifier import model
from b2b.matching.rules.files import lexicon_files, lines_of, sentences
from b2b.matching.rules.lexicon import LANGUAGES, concepts, help_types, situations, terms
from b2b.matching.rules.vocabulary import known_words
from b2b.matching.rules.words import stop_words
from b2b.matching.training import digest
from b2b.posts.categories import CATEGORIES

TERMS_LEAST, SITUATIONS_LEAST, SENTENCES_LEAST = 3500, 280, 2000
CONCEPTS_A_WORD = 4
"""A single word that leads to more concepts than this says nothing."""


def findings() -> list[str]:
    """Return a sentence for everything that is wrong; an empty list when all is well."""
    return [*_doubles(), *_orphans(), *_small(), *_vague(), *_spoken(), *_sizes(), *_stale()]


def figures() -> dict[str, int]:
    """Return how large the data is: terms per language, concepts, situations, sentences."""
    listed = list(terms())
    known = concepts()
    counts = {language: sum(t.language == language and t.leads_to in known for t in listed) for language in LANGUAGES}
    counts["concepts"], counts["situations"] = len(known), len(situations())
    counts["sentences"] = sum(1 for _ in sentences())
    return counts


def _doubles() -> Iterator[str]:
    seen = Counter((t.text.lower(), t.language, t.leads_to) for t in terms())
    for (text, _, leads_to), count in sorted(seen.items()):
        if count > 1:
            yield f"{leads_to}: '{text}' staat er {count} keer"
    codes = Counter(code for _, written in lexicon_files() for code in written)
    yield from (f"{code} staat in meer bestanden" for code, count in codes.items() if count > 1)
    labels = Counter(line.split("|")[0].strip() for line in lines_of("situations.txt"))
    yield from (f"situatie '{label}' staat er {count} keer" for label, count in labels.items() if count > 1)


def _orphans() -> Iterator[str]:
    known, types = concepts(), help_types()
    for concept in known.values():
        category = CATEGORIES.get(concept.category)
        if category is None or (concept.task and category.task(concept.task) is None):
            yield f"{concept.code}: soort of taak bestaat niet ({concept.category}/{concept.task})"
        yield from (f"{concept.code}: '{o}' bestaat niet" for o, _ in concept.near if o not in known)
    for kind in types.values():
        yield from (f"{kind.code}: '{other}' bestaat niet" for other in kind.beside if other not in types)
    for situation in situations().values():
        yield from (f"{situation.code}: '{need}' bestaat niet" for need, _ in situation.needs if need not in known)
    trained = {concept for concept, _ in sentences()}
    yield from (f"zinnen bij '{code}', dat niet bestaat" for code in sorted(trained - set(known)))
    yield from (f"geen zinnen bij '{code}'" for code in sorted(set(known) - trained))


def _small() -> Iterator[str]:
    for term in terms():
        if len(term.words) == 1 and term.text.rstrip("?*") in stop_words():
            yield f"{term.leads_to}: '{term.text}' is een klein woord en past overal"
        if not term.words:
            yield f"{term.leads_to}: '{term.text}' heeft geen woord"


def _vague() -> Iterator[str]:
    leads: dict[str, set[str]] = {}
    for term in terms():
        if len(term.words) == 1 and term.leads_to in concepts():
            leads.setdefault(term.words[0], set()).add(term.leads_to)
    for word, found in sorted(leads.items()):
        if len(found) > CONCEPTS_A_WORD:
            yield f"'{word}' hoort bij te veel: {', '.join(sorted(found))}"


def _spoken() -> Iterator[str]:
    lines = [line.partition("|") for line in lines_of("spoken.txt")]
    seen = Counter(other for _, _, others in lines for other in others.split())
    yield from (f"'{other}' staat {count} keer in spoken.txt" for other, count in sorted(seen.items()) if count > 1)
    words = [word.strip() for word, _, _ in lines]
    yield from (f"'{word}' in spoken.txt is geen woord dat we kennen" for word in words if word not in known_words())


def _sizes() -> Iterator[str]:
    found = figures()
    if found["nl"] < TERMS_LEAST:
        yield f"maar {found['nl']} Nederlandse termen"
    if found["situations"] < SITUATIONS_LEAST:
        yield f"maar {found['situations']} situaties"
    if found["sentences"] < SENTENCES_LEAST:
        yield f"maar {found['sentences']} zinnen"


def _stale() -> Iterator[str]:
    if model().digest != digest():
        yield "de gewichten zijn van voor de laatste verandering: draai `b2b match train`"
