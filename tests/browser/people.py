"""Somebody at a browser: goes to pages, presses what it says, reads what there is. With a mouse or with keys."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Response, expect

from tests.browser.server import Site

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
TABS_MAX = 150
PATIENCE = 20_000
"""Milliseconds that a page may take on a machine that is busy with other tests."""
expect.set_options(timeout=PATIENCE)

WATCH_POLICY = """
document.addEventListener('securitypolicyviolation', event =>
  console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI))
"""


SIGN = """e => [null, '::after'].some(part => {
  const style = getComputedStyle(e, part)
  return style.outlineStyle != 'none' || style.boxShadow != 'none'
})"""
"""Whether what has the focus shows it: itself, or the whole card around its link."""


class Hands:
    """How somebody works a page."""

    def __init__(self, page: Page):
        self.page = page

    def press(self, thing: Locator) -> None:
        """Press a button or a link."""
        raise NotImplementedError

    def write(self, field: Locator, text: str) -> None:
        """Write in a field, instead of what stood there."""
        raise NotImplementedError

    def choose(self, option: Locator) -> None:
        """Choose a radio button, or tick a box."""
        raise NotImplementedError

    def pick(self, field: Locator, label: str) -> None:
        """Pick a line of a list."""
        raise NotImplementedError

    def set(self, field: Locator, value: str) -> None:
        """Set a field for a day ("2026-12-01") or a time ("10:30")."""
        raise NotImplementedError


class Mouse(Hands):
    """A mouse or a finger, and keys to write with."""

    def press(self, thing: Locator) -> None:
        thing.click()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def choose(self, option: Locator) -> None:
        # On the words, as people do: the whole tile must work, not the dot alone.
        self.page.locator(f"label[for='{option.get_attribute('id')}']").click()
        expect(option).to_be_checked()

    def pick(self, field: Locator, label: str) -> None:
        field.select_option(label=label)

    def set(self, field: Locator, value: str) -> None:
        field.fill(value)


class Keyboard(Hands):
    """Keys only; and what has the focus must show it."""

    def press(self, thing: Locator) -> None:
        self._reach(thing)
        self.page.keyboard.press("Space" if thing.evaluate("e => e.tagName") == "BUTTON" else "Enter")

    def write(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def choose(self, option: Locator) -> None:
        if option.get_attribute("type") == "checkbox":
            self._reach(option)
            self.page.keyboard.press("Space")
        else:
            group = self.page.locator(f"input[type=radio][name='{option.get_attribute('name')}']")
            self._reach(group)
            if not option.is_checked() and option.evaluate("e => e === document.activeElement"):
                self.page.keyboard.press("Space")
            for _ in range(group.count()):
                if not option.is_checked():
                    self.page.keyboard.press("ArrowDown")
        expect(option).to_be_checked()

    def pick(self, field: Locator, label: str) -> None:
        self._reach(field)
        self.page.keyboard.type(label)
        expect(field.locator("option:checked")).to_have_text(label)

    def set(self, field: Locator, value: str) -> None:
        self._reach(field)
        for keys in _spellings(value):
            self.page.keyboard.type(keys)
            if field.input_value() == value:
                break
            for _ in range(3):  # back to the first part
                self.page.keyboard.press("ArrowLeft")
        expect(field).to_have_value(value)

    def _reach(self, things: Locator) -> None:
        """Press Tab until one of `things` has the focus."""
        for _ in range(TABS_MAX):
            if things.evaluate_all("all => all.includes(document.activeElement)"):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"the Tab key does not get to {things}")
        assert self.page.locator(":focus").evaluate(SIGN), f"no sign that {things} has the focus"


def _spellings(value: str) -> list[str]:
    """Return the keys for a day or a time as browsers ask for it: in Dutch order, or in American."""
    if ":" in value:
        at = datetime.strptime(value, "%H:%M")  # noqa: DTZ007 - keys, not a moment
        return [f"{at:%H%M}", f"{at:%I%M%p}"]
    day = date.fromisoformat(value)
    return [f"{day:%d%m%Y}", f"{day:%m%d%Y}"]


class Person:
    """Somebody with a browser of their own, on a phone unless `viewport` says otherwise."""

    def __init__(self, site: Site, browser: Browser, hands: type[Hands] = Mouse, **options: Any):
        self.site = site
        self.scripts = options.get("java_script_enabled", True)
        self.context = browser.new_context(
            base_url=site.url, **{"viewport": PHONE, "locale": "nl-NL", "timezone_id": "Europe/Amsterdam", **options}
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(WATCH_POLICY)
        self.page = self.context.new_page()
        self.hands = hands(self.page)
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("response", self._answered)

    @property
    def path(self) -> str:
        """Return where this browser is."""
        return urlsplit(self.page.url).path

    @property
    def main(self) -> Locator:
        """Return the part of the page that differs from others."""
        return self.page.locator("main")

    def go(self, path: str) -> None:
        """Open an address."""
        answer = self.page.goto(path)
        assert answer is not None and answer.status < 500, f"{path} answered {answer and answer.status}"

    def press(self, name: str, *, within: str = "main", inside: Locator | None = None) -> None:
        """Press the button or link that is called `name`, and wait for the page behind it."""
        with self.page.expect_navigation():
            self.hands.press(self.control(name, inside or self.page.locator(within)))

    def control(self, name: str, part: Locator) -> Locator:
        """Return the button or link in `part` that is called `name`; the whole name when there are several."""
        either = part.get_by_role("button", name=name).or_(part.get_by_role("link", name=name))
        if either.count() > 1:
            whole = part.get_by_role("button", name=name, exact=True).or_(
                part.get_by_role("link", name=name, exact=True)
            )
            return whole.first if whole.count() else either.first
        return either

    def write(self, label: str, text: str) -> None:
        """Write in the field with this label."""
        self.hands.write(self.main.get_by_label(label), text)

    def choose(self, label: str) -> None:
        """Choose the radio button, or tick the box, with this label."""
        option = self.main.get_by_role("radio", name=label).or_(self.main.get_by_role("checkbox", name=label))
        self.hands.choose(option.first)

    def pick(self, field: str, label: str) -> None:
        """Pick a line of a list."""
        self.hands.pick(self.main.get_by_label(field), label)

    def set(self, field: str, value: str) -> None:
        """Set a day or a time."""
        self.hands.set(self.main.get_by_label(field), value)

    def reads(self, words: str) -> None:
        """Check that `words` can be read on the page."""
        expect(self.main.get_by_text(words).first).to_be_visible()

    def does_not_read(self, words: str) -> None:
        """Check that `words` are nowhere on the page."""
        expect(self.page.get_by_text(words)).to_have_count(0)

    def headed(self, words: str) -> None:
        """Check what the page is called."""
        expect(self.page.locator("h1")).to_contain_text(words)

    def leave(self) -> list[str]:
        """Close the browser; return what went wrong in it."""
        self.context.close()
        return self.complaints

    def _heard(self, message: ConsoleMessage) -> None:
        # A refused form (422) is an answer, not an error; Chromium logs it as one.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"{self.page.url}: {message.text}")

    def _answered(self, response: Response) -> None:
        missing = response.status in (404, 410) and response.request.resource_type != "document"
        if response.status >= 500 or missing:
            self.complaints.append(f"{response.url} answered {response.status}")
