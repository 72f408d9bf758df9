"""The report on a set of examples: quality in every mode, alerts, typing errors, phenomena, and speed."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from b2b.matching.report import scratch
from b2b.matching.report.measures import Quality, ndcg, percentile, quality
from b2b.matching.report.sets import Examples, Text, mistyped
from b2b.matching.rules import Question, of_post, of_question
from b2b.matching.rules.alerts import ALERT_LEAST, fit_beyond_type
from b2b.matching.rules.classifier import model, type_chances
from b2b.matching.rules.types import tile_types

Orders = dict[str, list[str]]

SLIPS = (
    ("no tap", "requests, offers with kind, no tap", "requests, mistyped, no tap"),
    ("right tile", "requests, offers with kind, right tile", "requests, mistyped, right tile"),
    ("queries", "queries, offers with kind", "queries, mistyped"),
)
"""Which two modes tell what typing errors cost."""


@dataclass(frozen=True)
class Alerts:
    """What helpers would be told at once: which share was right, which share of the right ones, how many a request."""

    precision: float
    recall: float
    each: float


@dataclass(frozen=True)
class Speed:
    """Milliseconds a question at a number of offers."""

    offers: int
    p50: float
    p95: float


def stored(examples: Examples, *, typed: bool) -> list[dict[str, int]]:
    """Return the terms of every offer, with or without the kind that its author ticked."""
    kinds = [tuple(t for kind in (o.category, *o.more) for t in tile_types(kind)) for o in examples.offers]
    return [of_post(o.title, o.body, types if typed else ()) for o, types in zip(examples.offers, kinds, strict=True)]


def questions(texts: Sequence[Text], *, tile: bool = False) -> dict[str, Question]:
    """Return what is asked for each text, with or without the right tile tapped."""
    return {t.id: of_question(t.title, t.body, tile_types(t.category) if tile else ()) for t in texts}


def orders(connection: Connection, examples: Examples, asked: Mapping[str, Question]) -> Orders:
    """Return for each question the offers in their order."""
    ids = [offer.id for offer in examples.offers]
    return {
        one: [ids[key - 1] for key, _ in scratch.asked(connection, question.terms)] for one, question in asked.items()
    }


def tapped(examples: Examples, shown: int) -> dict[str, Question]:
    """Return questions of people who tap the right tile when it is among the first `shown`, and none otherwise."""
    found = {}
    for text in examples.requests:
        plain = of_question(text.title, text.body)
        chances = type_chances(model().chances(plain.reading))
        first = sorted(chances, key=lambda code: (-chances[code], code))[:shown]
        right = tile_types(text.category)
        found[text.id] = of_question(text.title, text.body, right) if set(right) & set(first) else plain
    return found


def modes(examples: Examples, url: str = scratch.MEMORY) -> Iterator[tuple[str, Quality]]:
    """Yield (what was tried, how good it was) for requests and queries."""
    for typed in (False, True):
        with scratch.scratch(url) as connection:
            scratch.fill(connection, stored(examples, typed=typed))
            offers = "offers with kind" if typed else "offers as text"
            plain, tiles = questions(examples.requests), questions(examples.requests, tile=True)
            yield f"requests, {offers}, no tap", _judged(connection, examples, plain)
            if typed:
                yield f"requests, {offers}, tap when among 3", _judged(connection, examples, tapped(examples, 3))
                yield f"requests, {offers}, tap when among 5", _judged(connection, examples, tapped(examples, 5))
            yield f"requests, {offers}, right tile", _judged(connection, examples, tiles)
            if examples.queries:
                yield f"queries, {offers}", _judged(connection, examples, questions(examples.queries))
            if typed:
                yield (
                    "requests, mistyped, no tap",
                    _judged(connection, examples, questions(_slips(examples.requests))),
                )
                tiled = questions(_slips(examples.requests), tile=True)
                yield "requests, mistyped, right tile", _judged(connection, examples, tiled)
                if examples.queries:
                    yield "queries, mistyped", _judged(connection, examples, questions(_slips(examples.queries)))


def typo_losses(found: Mapping[str, Quality]) -> dict[str, float]:
    """Return which share of nDCG@5 typing errors cost, from the qualities that `modes` yields."""
    return {
        what: 1 - found[mistyped_as].ndcg5 / found[clean].ndcg5
        for what, clean, mistyped_as in SLIPS
        if mistyped_as in found and found[clean].ndcg5
    }


def phenomena(examples: Examples) -> dict[str, tuple[int, float, float]]:
    """Return per phenomenon: requests, nDCG@5 without a tap and with the right tile."""
    with scratch.scratch() as connection:
        scratch.fill(connection, stored(examples, typed=True))
        plain = orders(connection, examples, questions(examples.requests))
        tiled = orders(connection, examples, questions(examples.requests, tile=True))
    found: dict[str, list[tuple[float, float]]] = {}
    for request in examples.requests:
        judged = examples.judgments.get(request.id, {})
        pair = ndcg(plain[request.id], judged), ndcg(tiled[request.id], judged)
        for name in request.phenomena or ("none",):
            found.setdefault(name, []).append(pair)
    return {
        name: (len(pairs), sum(p[0] for p in pairs) / len(pairs), sum(p[1] for p in pairs) / len(pairs))
        for name, pairs in sorted(found.items())
    }


def alerts(examples: Examples, least: float = ALERT_LEAST) -> Alerts:
    """Return how well the stricter cut-off picks helpers to tell, when the tile was tapped."""
    told = right = wanted = found = 0
    with scratch.scratch() as connection:
        kept = stored(examples, typed=True)
        scratch.fill(connection, kept)
        ids = [offer.id for offer in examples.offers]
        for one, question in questions(examples.requests, tile=True).items():
            judged = examples.judgments.get(one, {})
            best = {offer for offer, grade in judged.items() if grade == 2}
            rows = scratch.asked(connection, question.terms)
            picked = {ids[key - 1] for key, _ in rows if fit_beyond_type(question, kept[key - 1]) >= least}
            told, right = told + len(picked), right + len(picked & set(judged))
            wanted, found = wanted + len(best), found + len(best & picked)
    asked = max(1, len(examples.requests))
    return Alerts(right / told if told else 0.0, found / wanted if wanted else 0.0, told / asked)


def type_hits(examples: Examples) -> dict[int, float]:
    """Return for 1, 3 and 5 tiles in which share of the requests the right one is among them."""
    counts = dict.fromkeys((1, 3, 5), 0)
    for text in examples.requests:
        chances = type_chances(model().chances(of_question(text.title, text.body).reading))
        first = sorted(chances, key=lambda code: (-chances[code], code))
        for shown in counts:
            counts[shown] += bool(set(tile_types(text.category)) & set(first[:shown]))
    return {shown: count / max(1, len(examples.requests)) for shown, count in counts.items()}


def speed(examples: Examples, sizes: Sequence[int], url: str = scratch.MEMORY) -> Iterator[Speed]:
    """Yield how fast questions are at so many offers: real ones, with a few words of others mixed in."""
    real = stored(examples, typed=True)
    words = sorted({term for terms in real for term in terms if term.startswith("w:")})
    asked = [question.terms for question in questions([*examples.requests, *examples.queries]).values()]
    for size in sizes:
        chance = random.Random(size)
        with scratch.scratch(url) as connection:
            posts = ({**real[at % len(real)], **dict.fromkeys(chance.sample(words, 6), 90)} for at in range(size))
            scratch.fill(connection, posts)
            taken = scratch.timed(connection, asked)
            yield Speed(size, percentile(taken, 0.5), percentile(taken, 0.95))


def same_on(examples: Examples, url: str) -> tuple[int, int]:
    """Return (questions with the same list, keys and scores in memory and on the database at `url`, all questions)."""
    posts = stored(examples, typed=True)
    asked = list(questions([*examples.requests, *examples.queries]).values())
    lists = []
    for where in (scratch.MEMORY, url):
        with scratch.scratch(where) as connection:
            scratch.fill(connection, posts)
            lists.append([scratch.asked(connection, question.terms, 20) for question in asked])
    return sum(one == other for one, other in zip(*lists, strict=True)), len(asked)


def _judged(connection: Connection, examples: Examples, asked: Mapping[str, Question]) -> Quality:
    return quality(orders(connection, examples, asked), examples.judgments)


def _slips(texts: Sequence[Text]) -> list[Text]:
    return [replace(t, title=mistyped(t.title, t.id), body=mistyped(t.body, t.id + "b")) for t in texts]
