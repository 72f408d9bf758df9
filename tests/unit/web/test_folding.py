"""What is constant is put in when a template is compiled; what depends on a value is not."""

import pytest
from flask import Flask
from jinja2 import DictLoader
from markupsafe import Markup

from b2b.web.folding import Environment, sentences


def environment(templates, *, reload=False):
    app = Flask(__name__)
    app.jinja_environment = Environment
    env = app.create_jinja_environment()
    env.auto_reload = reload
    env.loader = DictLoader(templates)
    alone, with_values = sentences(lambda message: message.replace("kat", "hond"))
    env.globals.update(_=with_values, asset=lambda name: f"/static/{name}")
    env.constants = {"_": alone, "asset": lambda name: f"/static/{name}"}
    return env


def test_a_sentence_alone_becomes_text_of_the_template():
    env = environment({"a.html": "<p>{{ _('Een kat & meer') }}</p>"})
    env.globals["_"] = None  # nobody asks any more
    assert env.get_template("a.html").render() == "<p>Een hond & meer</p>"


def test_a_sentence_given_to_something_else_is_still_trusted_as_markup():
    env = environment({"a.html": "{{ show(_('De <b>kat</b>')) }}"})
    env.globals["show"] = lambda words: words
    assert env.get_template("a.html").render() == "De <b>hond</b>"


def test_a_sentence_with_values_escapes_them_on_a_page_and_not_in_a_plain_letter():
    source = "{{ _('De kat van %(name)s', name=name) }}"
    env = environment({"a.html": source, "a.txt": source})
    assert env.get_template("a.html").render(name="<Jan>") == "De hond van &lt;Jan&gt;"
    assert env.get_template("a.txt").render(name="<Jan>") == "De hond van <Jan>"


def test_markup_handed_to_a_sentence_stays_markup():
    env = environment({"a.html": "{{ _('Zie %(link)s', link=link) }}"})
    assert env.get_template("a.html").render(link=Markup("<a>hier</a>")) == "Zie <a>hier</a>"


def test_a_percent_sign_is_written_twice_with_and_without_values():
    env = environment({"a.html": "{{ _('100%% kat') }} {{ _('%(n)s%% kat', n=5) }}"})
    assert env.get_template("a.html").render() == "100% hond 5% hond"


def test_a_call_with_a_name_in_it_waits_for_the_name():
    env = environment({"a.html": "{{ asset(name) }} {{ asset('b.css') }}"})
    assert env.get_template("a.html").render(name="a.css") == "/static/a.css /static/b.css"


def test_an_address_that_is_no_markup_is_escaped_as_ever():
    env = environment({"a.html": "{{ asset('a&b.css') }}"})
    assert env.get_template("a.html").render() == "/static/a&amp;b.css"


@pytest.mark.parametrize("reload", [False, True])
def test_a_template_says_the_same_folded_or_not(reload):
    source = "{% set w = _('kat') %}{% for _x in (1, 2) %}{{ w }}{{ asset('i.svg') }}{% endfor %}"
    assert environment({"a.html": source}, reload=reload).get_template("a.html").render() == "hond/static/i.svg" * 2
