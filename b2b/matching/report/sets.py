"""A set of examples from a file: offers, requests, queries, and what fits what. Typing errors are made here too."""

import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Text:
    """An offer, a request (title and body) or a query (title only). An offer may be for `more` kinds than its `category`."""

    id: str
    title: str
    body: str = ""
    category: str = ""
    phenomena: tuple[str, ...] = ()
    availability: str = ""
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Examples:
    """A whole set; `judgments` maps a question to offers with grade 1 or 2."""

    offers: list[Text]
    requests: list[Text]
    queries: list[Text]
    judgments: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def load(path: Path) -> Examples:
    """Return the set in a JSON file. Raises ValueError when it is no such file."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        judgments = dict(written.get("judgments", {}))
        for one in [*written.get("requests", []), *written.get("queries", [])]:
            if "judgments" in one:
                judgments.setdefault(one["id"], one["judgments"])
        return Examples(
            [_text(one) for one in written["offers"]],
            [_text(one) for one in written.get("requests", [])],
            [_text(one) for one in written.get("queries", [])],
            {asked: {offer: int(grade) for offer, grade in found.items()} for asked, found in judgments.items()},
        )
    except (KeyError, TypeError, AttributeError, json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise ValueError(f"{path.name}: {problem}") from problem


def _text(one: Mapping[str, Any]) -> Text:
    title = one.get("title") or one.get("text") or one.get("query") or one.get("q") or ""
    kinds = one.get("category") or ""
    category, *more = [kinds] if isinstance(kinds, str) else (kinds or [""])
    return Text(
        str(one["id"]),
        title,
        one.get("body") or "",
        category,
        tuple(one.get("phenomena") or ()),
        one.get("availability") or "",
        tuple(more),
    )


def mistyped(text: str, seed: str) -> str:
    """Return the text with a slip of the finger in half of its words of five letters or more; always the same slips."""
    chance = random.Random(seed)
    return " ".join(
        _slip(word, chance) if len(word) >= 5 and chance.random() < 0.5 else word for word in text.split()
    )


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("drop", "double", "swap", "other"))
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + chance.choice("abcdefghijklmnoprstuvw") + word[at + 1 :]
