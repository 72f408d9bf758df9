"""Sentences for translators: all of them are in the template, and a translation is used where there is one."""

import re
import shutil

import pytest
from flask import Flask

from b2b.cli import words
from b2b.web import i18n


@pytest.fixture(scope="module")
def known():
    return {words.key(message.id) for message in words.sentences() if message.id}


def test_the_template_for_translators_is_current(known):
    written = {words.key(message.id) for message in words.read(words.TEMPLATE) if message.id}
    assert written == known, "Run `python -m b2b words extract`."


def test_sentences_of_pages_mails_and_code_are_found(known):
    assert {"Ga naar de inhoud", "Inloggen", "Is het gelukt met %(name)s?"} <= known


@pytest.mark.parametrize("path", words.catalogues(), ids=lambda path: path.parents[1].name)
def test_a_translation_translates_what_is_said_with_the_same_values(path, known):
    for message in words.read(path):
        if message.id and message.string:
            assert words.key(message.id) in known
            values = [sorted(re.findall(r"%\(\w+\)s", words.key(text))) for text in (message.id, message.string)]
            assert values[0] == values[1], message.id


def test_a_language_is_offered_only_when_it_says_everything(known):
    offered = set(i18n.languages())
    complete = {p.parents[1].name for p in words.catalogues() if words.translated(words.read(p)) >= known}
    assert offered == {i18n.SOURCE, *complete}


@pytest.fixture
def english(tmp_path, monkeypatch):
    """Compile the English translation into a folder of this test."""
    shutil.copytree(words.TRANSLATIONS / "en", tmp_path / "en")
    for module in (words, i18n):
        monkeypatch.setattr(module, "TRANSLATIONS", tmp_path)
    words.compile_command.callback()
    i18n.translations.cache_clear()
    yield
    i18n.translations.cache_clear()


def test_a_page_in_english_falls_back_on_dutch(english):
    app = Flask("words")
    sentence = "{{ _('Inloggen') }}, {{ _('Plaats bericht') }}, {{ _('Gemeente %(name)s', name='Utrecht') }}"
    page = i18n.environment(app, "en").from_string(sentence)
    assert page.render() == "Sign in, Plaats bericht, Municipality of Utrecht"
    assert i18n.environment(app, "fr") is i18n.environment(app, "nl")
