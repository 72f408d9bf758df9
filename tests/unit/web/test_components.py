"""Components and layouts, in the environment of the pages: wired up, and never fooled by a text."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from justhtml import JustHTML
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from b2b.web.assets import DIST
from b2b.web.i18n import environment
from b2b.web.site import NOWHERE, Site
from tests.requirements import missing

ROOT = Path(__file__).parents[3]
HOSTILE = '100% <img src=x onerror="alert(1)">'
RETRY = SimpleNamespace(
    action="/berichten/nieuw",
    fields=[("title", "Wie haalt mijn <b>tas</b>?"), ("kind", "request"), ("body", "Regel 1\nRegel 2")],
)


class Ask(Form):
    """One field of each kind."""

    title = StringField(
        "Korte titel", [InputRequired("Vul een korte titel in."), Length(max=80)], description="Kort."
    )
    body = TextAreaField("Je vraag")
    place = SelectField("Buurt", choices=[SelectChoice("a", "Vechtzoom"), SelectChoice("b", HOSTILE)])
    often = RadioField(
        "Hoe vaak?",
        [InputRequired("Kies hoe vaak.")],
        choices=[SelectChoice("1", "Eén keer"), SelectChoice("2", "Elke week")],
    )
    adult = BooleanField("Ik ben 16 jaar of ouder", [InputRequired("Vink dit aan.")])


@pytest.fixture
def ui():
    if not (DIST / "manifest.json").exists():
        missing("The built style sheet")
    app = Flask("b2b", root_path=str(ROOT))
    app.config["SECRET_KEY"] = "a secret of the tests"
    with app.test_request_context():
        yield environment(app, "nl").globals["ui"]


@pytest.fixture
def render(ui):
    """Render a source text as a page would."""
    env = ui._env
    known = {"site": Site(municipality_name="Utrecht"), "nav": [], "errors": False, "sentence": None, "retry": None}

    def draw(source, **context):
        template = env.get_template(source) if source.endswith(".html") else env.from_string(source)
        return template.render(known | context)

    return draw


def asked(**typed):
    form = Ask(MultiDict(typed))
    form.validate()
    return form


def by_id(html, name):
    return BeautifulSoup(html, "html.parser").find(id=name)


def test_a_field_points_at_its_help_and_its_error(ui):
    html = ui.field(asked().title)
    box = by_id(html, "title")
    for name in box["aria-describedby"].split():
        assert by_id(html, name) is not None
    assert box["aria-invalid"] == "true"
    assert box["aria-required"] == "true"
    assert "Vul een korte titel in." in html


def test_a_field_leaves_checking_and_cutting_to_the_server(ui):
    box = by_id(ui.field(asked().title), "title")
    assert {"required", "maxlength", "minlength", "pattern"}.isdisjoint(box.attrs)


def test_a_field_that_may_stay_empty_says_so(ui):
    assert "(niet verplicht)" in ui.field(asked().body)
    assert "(niet verplicht)" not in ui.field(asked().title)


def test_a_field_keeps_what_was_typed(ui):
    assert by_id(ui.field(asked(title=HOSTILE).title), "title")["value"] == HOSTILE


def test_the_error_summary_links_to_each_field_that_is_there(ui):
    form = asked()
    page = ui.error_summary(form) + ui.field(form.title) + ui.choices(form.often) + ui.field(form.adult)
    links = [a["href"][1:] for a in BeautifulSoup(ui.error_summary(form), "html.parser").find_all("a")]
    assert {"title", "often-0", "adult"} <= set(links)
    for name in ("title", "often-0", "adult"):
        assert by_id(page, name).name == "input"


def test_a_form_without_errors_has_no_summary(ui):
    assert ui.error_summary(Ask()).strip() == ""


def test_a_sentence_about_the_whole_form_comes_first(ui):
    form = asked()
    form.form_errors.append("Je plaatste dit al.")
    first = BeautifulSoup(ui.error_summary(form), "html.parser").find("li")
    assert first.get_text() == "Je plaatste dit al."


@pytest.mark.parametrize(
    "source",
    [
        "{{ ui.status_badge(text) }}",
        "{{ ui.chips([{'label': text, 'url': '/', 'current': false}], 'x') }}",
        "{{ ui.breadcrumbs([{'label': text, 'url': none}]) }}",
        "{{ ui.summary_list([{'key': text, 'value': text}]) }}",
        "{{ ui.timeline([{'title': text, 'when': text, 'body': text}]) }}",
        "{{ ui.button(text, about=text) }}",
        "{{ ui.signpost(text, text) }}",
        "{{ ui.chat_message({'mine': false, 'author_name': text, 'body': text, 'when': text}) }}",
        "{{ ui.wijk_map([{'name': text, 'url': '/', 'path': 'M0 0'}]) }}",
        "{% call ui.problem(text, text) %}{% endcall %}",
        "{% call ui.alert('info', text) %}{% endcall %}",
    ],
)
def test_a_component_shows_a_text_and_never_obeys_it(render, source):
    html = render(source, text=HOSTILE)
    assert "<img" not in html
    assert "100% &lt;img" in html


def test_errors_and_choices_of_a_form_show_a_text_and_never_obey_it(ui):
    form = asked(title="x")
    form.title.errors = [HOSTILE]
    html = ui.error_summary(form) + ui.field(form.title) + ui.field(form.place)
    assert "<img" not in html


def test_a_value_that_is_safe_markup_stays_markup(ui):
    assert "<br>" in ui.summary_list([{"key": "Waar", "value": Markup("a<br>b")}])


def test_a_tile_that_was_chosen_is_still_chosen(ui):
    options = [SimpleNamespace(value=v, label=v, icon="car", help=None) for v in ("1", "2")]
    html = ui.tiles(asked(often="2").often, options)
    assert by_id(html, "often-1").has_attr("checked")
    assert not by_id(html, "often-0").has_attr("checked")


def test_what_was_typed_can_be_read_and_sent_again(ui):
    html = ui.retry_form(RETRY)
    named = BeautifulSoup(html, "html.parser").find_all(attrs={"name": True})
    # The line break right after <textarea> is the browser's to drop.
    sent = {e["name"]: e.get("value", e.get_text().removeprefix("\n")) for e in named}
    assert sent["title"] == "Wie haalt mijn <b>tas</b>?"
    assert sent["body"] == "Regel 1\nRegel 2"
    assert sent["kind"] == "request"
    assert sent["csrf_token"]


def test_nothing_typed_gives_nothing_to_send_again(ui):
    assert ui.retry_form(None).strip() == ""


@pytest.mark.parametrize("code", [400, 403, 404, 405, 409, 410, 413, 429, 500, 503])
@pytest.mark.parametrize("site", [NOWHERE, Site(municipality_name="Utrecht")], ids=["nowhere", "utrecht"])
def test_an_error_page_stands_by_itself(render, code, site):
    html = render(f"errors/{code}.html", site=site, retry=RETRY)
    assert JustHTML(html, collect_errors=True).errors == []
    assert html.count("<h1") == 1
    assert "14 030" in html


@pytest.mark.parametrize("code", [400, 409, 429, 503])
def test_an_error_page_that_may_pass_keeps_what_was_typed(render, code):
    assert "Regel 1" in render(f"errors/{code}.html", retry=RETRY)


def test_the_title_of_a_page_with_errors_starts_with_the_word(render):
    page = "{% extends 'layouts/step.html' %}{% block title %}Je vraag{% endblock %}"
    assert "<title>Fout: Je vraag" in render(page, form=asked())
    assert "<title>Je vraag" in render(page, form=Ask())


def test_a_step_says_where_you_are_above_its_form(render):
    html = render("{% extends 'layouts/step.html' %}", form=Ask(), step=2, steps=4)
    assert html.index("Stap 2 van 4") < html.index("<form")
    assert html.count("b2b-step__done") == 2
