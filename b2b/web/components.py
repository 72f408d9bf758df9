"""`ui.post_card(post)` in any template is the macro in components/post_card.html."""

from functools import lru_cache
from typing import Any

from jinja2 import Environment

PURE = frozenset(
    {"action_pair", "back_link", "breadcrumbs", "button", "button_link", "feed_filter", "icon"}
    | {"kind_label", "page_footer", "page_header", "pager", "search_box", "status_badge"}
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
    """Keep what a macro made of arguments that can be compared; `typed`, for "<b>" is not Markup("<b>")."""
    known = lru_cache(maxsize=REMEMBERED, typed=True)(macro)

    def remembered(*args: Any, **options: Any) -> Any:
        try:
            return known(*args, **options)
        except TypeError:  # an argument that cannot be a key: a list, a caller with a context
            return macro(*args, **options)

    return remembered
