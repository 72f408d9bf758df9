"""What every page promises to every eye and hand, asked of a page that is open in Chromium."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.people import DESK, PHONE
from tests.requirements import missing

AXE = Path(__file__).parents[2] / "assets" / "test" / "node_modules" / "axe-core" / "axe.min.js"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},  # axe leaves what is new in WCAG 2.2 off unless asked
    "resultTypes": ["violations"],
}
OF_LAYOUT = {
    "runOnly": {"type": "rule", "values": ["link-in-text-block", "scrollable-region-focusable", "target-size"]},
    "resultTypes": ["violations"],
}
"""What can differ between two widths at which the same elements are seen in the same colours."""
NARROW = {"width": 320, "height": 640}

OPEN_ALL = "() => document.querySelectorAll('details').forEach(each => { each.open = true })"

SEEN = """() => [...document.body.querySelectorAll('*')].map(e => {
  const style = getComputedStyle(e)
  return e.checkVisibility({visibilityProperty: true}) ? style.color + style.backgroundColor + style.fontWeight : '-'
}).join('')"""

AROUND = ["header", "footer"]
FRAME = """names => names.map(name => document.querySelector(name)?.outerHTML ?? '').join('')
  .replace(/ value="[^"]*"/g, '')"""
"""What stands around every page, but for the values of its hidden fields."""

RUN_AXE = """async ([without, rules]) => (await axe.run(
  without.length ? {exclude: without} : document, rules)).violations.map(found =>
  found.id + ': ' + found.nodes.map(node => node.target.join(' ') + ' ' + (node.failureSummary || '').split('\\n')[1])
    .slice(0, 4).join(' | '))"""

TOO_WIDE = """() => {
  const edge = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= edge) return []
  return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > edge + 0.5)
    .map(e => `${e.tagName.toLowerCase()}.${e.className} sticks out ${Math.round(e.getBoundingClientRect().right - edge)} px`)
    .slice(0, 6).concat(['the page scrolls sideways'])
}"""

# What can be pressed, each with the box that takes the press: a whole tile, a whole card.
PRESSABLE = """
const seen = e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0
const pressable = [...document.querySelectorAll(
  'a[href], button, summary, select, textarea, input:not([type=hidden])')].filter(seen)
  .filter(e => !e.closest('.nl-skip-link, svg'))  // a map has shapes, not boxes
const whole = e => e.matches('[type=radio], [type=checkbox]') && e.closest('.b2b-choice, .b2b-tile')
  || e.closest('.b2b-card__title') && e.closest('.b2b-card') || e
const called = e => `${e.tagName.toLowerCase()} "${(e.innerText || e.name || '').trim().slice(0, 40)}"`
"""

OVERLAPPING = (
    "() => {"
    + PRESSABLE
    + """
  const boxes = pressable.flatMap(e => [...(whole(e) === e ? e.getClientRects() : whole(e).getClientRects())]
    .map(box => ({e, part: whole(e), box})))
  const found = []
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, b] = [boxes[i], boxes[j]]
    if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e)) continue
    const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
    const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
    if (wide > 1 && high > 1) found.push(`${called(a.e)} lies over ${called(b.e)}`)
  }
  return [...new Set(found)].slice(0, 6)
}"""
)

# Buttons and what looks like one: 44 px. Links in a sentence are as high as the sentence; axe asks 24 px of the rest.
TOO_SMALL = (
    "() => {"
    + PRESSABLE
    + """
  const button = e => e.matches('button, summary, select, textarea, input, .utrecht-button-link, .b2b-chip, nav a')
  return pressable.filter(button).map(e => [e, whole(e).getBoundingClientRect()])
    .filter(([e, box]) => box.height < 43.5 || box.width < 43.5)
    .map(([e, box]) => `${called(e)} is ${Math.round(box.width)} x ${Math.round(box.height)} px`).slice(0, 6)
}"""
)

# Words that are cut off or lie over each other are the one thing that no rule of axe sees.
CUT_OFF = """() => [...document.querySelectorAll('main *')].filter(e => {
  const style = getComputedStyle(e)
  return e.children.length === 0 && e.textContent.trim() && style.overflow !== 'visible'
    && !e.matches('.b2b-unseen, textarea, input, select') && e.scrollWidth > e.clientWidth + 1
}).map(e => `"${e.textContent.trim().slice(0, 40)}" is cut off`).slice(0, 6)"""


@cache
def axe() -> str:
    """Return the script of axe-core, or report it missing."""
    if not AXE.exists():
        missing("axe-core")
    return AXE.read_text(encoding="utf-8")


def looked_at(page: Page, frames: set[str] | None = None) -> list[str]:
    """Return what is wrong with the open page: on a phone, narrower, with large letters, on a desk.

    A header and a footer that stand in `frames` were looked at before, as they are: axe leaves them out.
    """
    frame = page.evaluate(FRAME, AROUND)
    without = AROUND if frames is not None and frame in frames else []
    if frames is not None:
        frames.add(frame)
    found = [f"{len(page.query_selector_all('h1'))} h1"] if page.locator("h1").count() != 1 else []
    page.evaluate(OPEN_ALL)
    page.set_viewport_size(PHONE)
    found += _labelled("360 px", _axe(page, RULES, without) + _measured(page))
    seen = page.evaluate(SEEN)
    page.set_viewport_size(NARROW)
    found += _labelled("320 px", page.evaluate(TOO_WIDE))
    page.set_viewport_size(PHONE)
    found += _labelled("letters twice as large", _with_large_letters(page))
    page.set_viewport_size(DESK)
    # Every other rule gave its answer already, unless something shows, hides or changes colour at this width.
    rules = OF_LAYOUT if page.evaluate(SEEN) == seen else RULES
    found += _labelled("1280 px", _axe(page, rules, without) + _measured(page))
    return found


def _axe(page: Page, rules: dict[str, Any], without: list[str]) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe())
    found: list[str] = page.evaluate(RUN_AXE, [without, rules])
    return found


def _measured(page: Page) -> list[str]:
    asked = (TOO_WIDE, OVERLAPPING, TOO_SMALL, CUT_OFF)
    return [problem for question in asked for problem in page.evaluate(question)]


def _with_large_letters(page: Page) -> list[str]:
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    found: list[Any] = page.evaluate(TOO_WIDE) + page.evaluate(OVERLAPPING)
    page.evaluate("() => { document.documentElement.style.fontSize = '' }")
    return found


def _labelled(where: str, problems: list[str]) -> list[str]:
    return [f"{where}: {problem}" for problem in problems]
