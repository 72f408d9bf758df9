"""`ui.post_card(post)` in any template is the macro in components/post_card.html."""

from typing import Any

from jinja2 import Environment


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
            self._macros[name] = macro
        return macro
