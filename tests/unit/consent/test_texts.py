"""The texts that come with the program: complete, short, and read in one way."""

import re

import pytest

from b2b.consent.builtin import builtin, subjects
from b2b.consent.rules import TEXT_MAX, TITLE_MAX, Block, BlockKind, blocks
from b2b.consent.signposts import DANGER, SIGNPOSTS
from b2b.posts.categories import CATEGORIES

WORDS_MAX = 18


def test_every_kind_of_help_has_its_disclaimer():
    assert {s.removeprefix("hulp:") for s in subjects() if s.startswith("hulp:")} == set(CATEGORIES)


@pytest.mark.parametrize("subject", subjects())
def test_a_text_fits_and_has_short_sentences(subject):
    text = builtin(subject, "Utrecht")
    assert text.title
    assert len(text.title) <= TITLE_MAX
    assert len(text.body) <= TEXT_MAX
    sentences = [s for line in text.body.splitlines() for s in re.split(r"(?<=[.?!])\s+", line.lstrip("- "))]
    assert not [s for s in sentences if len(s.split()) > WORDS_MAX]
    assert "{" not in text.body


@pytest.mark.parametrize("subject", [s for s in subjects() if s.startswith("hulp:")])
def test_a_disclaimer_says_what_we_do_not_check_and_promises_no_insurance(subject):
    body = builtin(subject, "Utrecht").body
    assert "Wij controleren niet wie er aan de deur komt." in body
    assert "Wij regelen geen verzekering." in body


def test_another_word_is_another_hash():
    one = builtin("spelregels", "Utrecht")
    assert one.hash != builtin("privacy", "Utrecht").hash
    assert builtin("privacy", "Utrecht").hash != builtin("privacy", "Eindhoven").hash
    assert len(one.hash) == 64


def test_plain_text_is_read_as_headings_lists_and_paragraphs():
    assert blocks("Kop\n\nEen zin.\nNog een zin.\n\n- een\n- twee\n\nKlopt dat?") == [
        Block(BlockKind.HEADING, ("Kop",)),
        Block(BlockKind.PARAGRAPH, ("Een zin. Nog een zin.",)),
        Block(BlockKind.LIST, ("een", "twee")),
        Block(BlockKind.PARAGRAPH, ("Klopt dat?",)),
    ]


def test_every_signpost_that_is_shown_exists_and_says_where_it_comes_from():
    assert set(DANGER) <= set(SIGNPOSTS)
    for post in SIGNPOSTS.values():
        assert post.noted_on
        assert bool(post.url) == bool(post.source)
        assert re.fullmatch(r"[0-9 -]*", post.phone)
