"""What holds for every template: escaped, without inline code, and no component that nobody uses."""

import re

import pytest

from tests.architecture.tree import ROOT, files, name, under

TEMPLATES = under("templates", ".html", ".txt", ".j2", ".htmx", ".xml", ".svg")
PAGES = [path for path in TEMPLATES if path.suffix == ".html"]
COMPONENTS = [path for path in PAGES if path.parent.name == "components"]
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
JINJA = re.compile(r"\{[%{].*?[%}]\}", re.DOTALL)
REFUSED = {
    "|safe": re.compile(r"\|\s*safe\b"),
    "autoescape off": re.compile(r"\{%-?\s*autoescape"),
    "style attribute": re.compile(r"\sstyle\s*="),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc\s*=)", re.IGNORECASE),
    "event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "hx-on": re.compile(r"\bhx-on\b"),
    "js: or javascript:": re.compile(r"\b(?:js|javascript):", re.IGNORECASE),
    "hx-vars": re.compile(r"\bhx-vars\b"),
    "trigger filter": re.compile(r"hx-trigger\s*=\s*[\"'][^\"']*\["),
}


def body(path):
    """Return the template without its comments, which may show what it refuses."""
    return COMMENT.sub("", path.read_text(encoding="utf-8"))


def test_every_template_has_a_name_that_is_escaped():
    """Jinja escapes .html only; plain text is for mail."""
    assert not [
        name(path)
        for path in files()
        if name(path).startswith("templates/")
        and path.suffix != ".html"
        and not name(path).startswith("templates/mail/")
    ]


@pytest.mark.parametrize("what", REFUSED)
def test_no_template_has(what):
    """What is Jinja's own (`{% if one == two %}`) is no attribute; a filter is only there."""
    jinja = what in ("|safe", "autoescape off")
    assert not [
        name(path) for path in PAGES if REFUSED[what].search(body(path) if jinja else JINJA.sub("", body(path)))
    ]


def test_a_component_file_holds_one_macro_of_its_own_name():
    for path in COMPONENTS:
        assert re.findall(r"\{%-?\s*macro\s+(\w+)", body(path)) == [path.stem], name(path)


def test_every_component_is_used():
    words = {path: body(path) for path in PAGES} | {
        path: path.read_text(encoding="utf-8") for path in under("b2b", ".py")
    }
    assert not [
        f"ui.{component.stem}"
        for component in COMPONENTS
        if not any(f"ui.{component.stem}(" in text for path, text in words.items() if path != component)
    ]


def test_every_form_that_changes_something_carries_a_token():
    form = re.compile(r"<form\b[^>]*method\s*=\s*[\"']post[\"'][^>]*>(.*?)</form>", re.IGNORECASE | re.DOTALL)
    for path in PAGES:
        for inside in form.findall(body(path)):
            assert "ui.csrf()" in inside, name(path)


def test_every_template_is_used():
    """A page that no view renders and no template includes is dead."""
    everything = "\n".join(path.read_text(encoding="utf-8") for path in [*PAGES, *under("b2b", ".py")])
    pages = [path.relative_to(ROOT / "templates").as_posix() for path in PAGES]
    # Components, mails and error pages are found by their names.
    assert not [
        page for page in pages if page not in everything and not page.startswith(("components/", "mail/", "errors/"))
    ]
