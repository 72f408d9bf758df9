"""`ui.post_card(post)` in any template is the macro in components/post_card.html."""

from typing import Any

from jinja2 import Environment

PURE = frozenset(
    {"action_pair", "back_link", "breadcrumbs", "button", "button_link", "chips", "feed_filter"}
    | {"icon", "kind_label", "page_footer", "page_header", "pager", "search_box", "status_badge"}
)
"""Components whose HTML depends on their arguments alone: made once, then remembered."""
REMEMBERED = 1024


class Components:
    """Reach every component by name, in a page and in a fragment alike.

    A block rendered alone cannot see `{% from ... import %}` at the top of its file, so
    components are a global instead of an import. Macros are kept once compiled, unless
    templates reload.
    """

    def __init__(self, env: Environment):
        self._env = env
        self._macros: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        macro = self._macros.get(name)
        if macro is None or self._env.auto_reload:
            macro = getattr(self._env.get_template(f"components/{name}.html").module, name)
            self._macros[name] = macro = _remembering(macro) if name in PURE else macro
        return macro


def _remembering(macro: Any) -> Any:
    """Keep what a macro made of what it was given; types count, for "<b>" is not Markup("<b>")."""
    known: dict[Any, Any] = {}

    def remembered(*args: Any, **options: Any) -> Any:
        key = _key((args, options))
        try:
            html = known.get(key)
        except TypeError:  # something that cannot be a key: a caller with a context of its own
            return macro(*args, **options)
        if html is None:
            if len(known) >= REMEMBERED:
                known.clear()
            html = known[key] = macro(*args, **options)
        return html

    return remembered


def _key(given: Any) -> Any:
    """Return lists and dictionaries, as templates write them, as something that can be compared."""
    if isinstance(given, list | tuple):
        return (given.__class__, *map(_key, given))
    if isinstance(given, dict):
        return (dict, *[(name, _key(value)) for name, value in given.items()])
    return given.__class__, given
