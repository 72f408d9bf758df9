"""A browser without a screen: follows forms as a person does, and checks each page it sees.

Every HTML answer must be valid, speak Dutch, have one h1, a label per field, unique ids and a
strict policy. A page that breaks the house style fails whatever test fetched it.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from itsdangerous import URLSafeTimedSerializer
from justhtml import JustHTML

from b2b.accounts.service import sessions


class Browser:
    """One person's browser. `get` and `post` are bare; `submit` fills in a form of a page."""

    def __init__(self, app: Any, writing: Any, member: Any = None, *, second_factor: bool = False):
        self.app = app
        self.client = app.test_client()
        if member is not None:
            with writing() as work:
                token = sessions.open_session(work, member, "Testbrowser", second_factor=second_factor)
            with self.client.session_transaction() as cookie:
                cookie["_user_id"], cookie["_fresh"] = token, True

    def get(self, url: str, **options: Any) -> Any:
        """Fetch a page; it is checked against the house style."""
        return self._checked(self.client.get(url, **options))

    def post(self, url: str, data: dict[str, Any] | None = None, **options: Any) -> Any:
        """Send a form with a valid token, as if its page had been open."""
        return self._checked(self.client.post(url, data={"csrf_token": self.token(), **(data or {})}, **options))

    def follow(self, response: Any) -> Any:
        """Follow redirects to the page where a person ends up."""
        hops = 0
        while response.status_code in (301, 302, 303, 307, 308):
            response, hops = self.get(response.headers["Location"]), hops + 1
            assert hops < 10, "a redirect loop"
        return response

    def submit(
        self,
        url: str,
        answers: dict[str, Any] | None = None,
        *,
        form: str = "main form[method=post]",
        button: str | None = None,
    ) -> Any:
        """Open `url`, fill in the (first matching) form, press its button, return the answer.

        `button` is the text of the button to press, for a page with several.
        """
        page = self.get(url)
        assert page.status_code == 200, f"{url} answered {page.status_code}"
        return self.press(page, answers, form=form, button=button, at=url)

    def press(
        self,
        page: Any,
        answers: dict[str, Any] | None = None,
        *,
        form: str = "main form[method=post]",
        button: str | None = None,
        at: str = "",
    ) -> Any:
        """Fill in a form of a page that is already open, and press its button."""
        found = self._form(soup(page), form, button)
        data, action = {**values_of(found), **(answers or {})}, found.get("action") or at
        if button is not None:
            pressed = next(b for b in found.select("button") if button in b.get_text(" ", strip=True))
            action = pressed.get("formaction") or action
            if pressed.get("name"):
                data[pressed["name"]] = pressed.get("value", "")
        return self._checked(self.client.post(action, data=data))

    def token(self) -> str:
        """Return a CSRF token of this browser."""
        with self.client.session_transaction() as cookie:
            raw = cookie.setdefault("csrf_token", "0" * 40)
        return URLSafeTimedSerializer(self.app.secret_key, salt="wtf-csrf-token").dumps(raw)

    def _form(self, page: BeautifulSoup, selector: str, button: str | None) -> Tag:
        for candidate in page.select(selector):
            texts = [b.get_text(" ", strip=True) for b in candidate.select("button")]
            if button is None or any(button in text for text in texts):
                return candidate
        raise AssertionError(f"no form {selector!r} with button {button!r}")

    def _checked(self, response: Any) -> Any:
        if response.mimetype == "text/html" and response.status_code not in (301, 302, 303):
            check_house_style(response)
        return response


def soup(response: Any) -> BeautifulSoup:
    """Return the page as a tree, which is made once for an answer: to read and not to change."""
    if not hasattr(response, "tree"):
        response.tree = BeautifulSoup(response.text, "html.parser")
    return response.tree


def words(response: Any) -> str:
    """Return the visible text of the main part, in single spaces."""
    page = soup(response)
    return " ".join((page.select_one("main") or page).get_text(" ").split())


def path(response: Any) -> str:
    """Return the path that a redirect goes to."""
    return urlsplit(response.headers["Location"]).path


def check_house_style(response: Any) -> None:
    """Refuse a page or fragment that breaks what every page promises."""
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    if response.status_code == 304 or not response.text:
        return
    seen = _bones(response.text)
    if seen not in _approved:  # the same page about other people, or on the other database, cannot be wrong
        check_markup(response.text, soup(response))
        _approved.add(seen)


_approved: set[int] = set()
CHANCE = re.compile(r'(?<=value=")[^"]{30,}(?=")|\b[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}\b')
"""What chance makes: tokens and references."""
WORDS = re.compile(r"(?<=>)[^<>&]*[^<>&\s][^<>&]*(?=<)")
"""Text between two tags; a character reference may be wrong and stays."""
SAID = re.compile(r'( (?:content|datetime|href|title|value)=")[^"<>&]+(?=")')
"""Attributes of which the rules of the house ask nothing more than that they are well written."""


def _bones(text: str) -> int:
    """Return what the rules of the house look at in `text`: its tags and attributes, without the words of people.

    What chance made is counted from one: the same thing keeps the same number. It is a hash: pages are
    long, and a test run sees thousands.
    """
    numbers: dict[str, str] = {}
    numbered = CHANCE.sub(lambda found: numbers.setdefault(found.group(), f"~{len(numbers)}"), text)
    return hash(SAID.sub(r"\1…", WORDS.sub("…", numbered)))


def check_markup(text: str, page: BeautifulSoup) -> None:
    """Refuse HTML with errors, double ids, nameless fields, inline scripts or a form without its token."""
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids)), f"double ids: {sorted({i for i in ids if ids.count(i) > 1})}"
    labels = {label.get("for") for label in page.select("label[for]")}
    for field in page.select("input:not([type=hidden]):not([type=submit]), select, textarea"):
        labelled = field.get("aria-label") or field.find_parent("label") or field.get("id") in labels
        assert labelled, f"no label for {field}"
    assert not page.select("[style], [onclick], [hx-on], script:not([src])"), "inline style or script"
    for form in page.select("form[method=post]"):
        assert form.select_one("input[name=csrf_token]"), f"no token in {form.get('action')}"
    if "<html" not in text:
        return
    assert page.html and page.html.get("lang") in ("nl", "en"), "no language"
    assert len(page.select("h1")) == 1, f"{len(page.select('h1'))} h1 elements"
    assert page.title and page.title.get_text(strip=True), "no title"
    problems = [e for e in JustHTML(text, collect_errors=True).errors if e.category != "security"]
    assert not problems, f"invalid HTML: {problems[:3]}"


def values_of(form: Tag) -> dict[str, Any]:
    """Return what a browser would send when nothing is changed."""
    values: dict[str, Any] = {}
    for field in form.select("input[name], select[name], textarea[name]"):
        name, kind = str(field["name"]), field.get("type", "text")
        if field.name == "select":
            chosen = field.select_one("option[selected]") or field.select_one("option")
            values[name] = chosen.get("value", "") if chosen else ""
        elif field.name == "textarea":
            values[name] = field.get_text().removeprefix("\n")
        elif kind in ("radio", "checkbox"):
            if field.has_attr("checked"):
                values[name] = _beside(values.get(name), field.get("value", "on"))
        elif kind not in ("submit", "button"):
            values[name] = _beside(values.get(name), field.get("value", ""))
    return values


def _beside(before: Any, value: Any) -> Any:
    """Return the value, or all values of a name that several fields have."""
    return value if before is None else [*(before if isinstance(before, list) else [before]), value]
