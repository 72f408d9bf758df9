"""Sentences, addresses of files and icons are the same on every page: they are put in when a template is compiled.

A page asks for some eighty sentences. Asking costs more than the words around them, and the answer
never changes while a process runs: an environment is of one language (ADR 0010), the files are of one
build. So `_('Menu')`, `asset('app.css')` and `ui.icon('user', 18)` become plain text in the compiled
template. What depends on a value is left as it is.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from flask.templating import Environment as FlaskEnvironment
from jinja2 import nodes, pass_eval_context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

Constants = Mapping[str, Callable[..., str]]
"""What a template calls -> the function that knows the text: "_", "asset", "ui.icon"."""


class Environment(FlaskEnvironment):
    """Jinja as Flask makes it, that puts in what is constant. Templates that reload stay as they are."""

    constants: Constants = {}
    language: str = ""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if self.auto_reload or not self.constants:
            return tree
        folded: nodes.Template = _Folding(self.constants).visit(tree)
        folded.set_environment(self)
        return folded


class _Folding(NodeTransformer):
    def __init__(self, constants: Constants):
        self.constants = constants

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the name that the visitor looks for
        """Return the words instead of the call, when all it is called with is written out."""
        known = self.constants.get(_name(node.node))
        bare = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if known is None or not bare or not all(isinstance(given, nodes.Const) for given in node.args):
            return self.generic_visit(node)
        text = known(*(given.value for given in node.args if isinstance(given, nodes.Const)))
        constant = nodes.Const(str(text), lineno=node.lineno)
        return nodes.MarkSafe(constant, lineno=node.lineno) if isinstance(text, Markup) else constant


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return f"{node.node.name}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else ""


def sentences(gettext: Callable[[str], str]) -> tuple[Callable[[str], Markup], Callable[..., str]]:
    """Return `_()` twice: for a sentence alone, and with values, which a page escapes and a plain text does not.

    It says the same as Jinja's new-style gettext, which looks itself up in the context at each call.
    """

    @lru_cache(maxsize=4096)
    def trusted(message: str) -> Markup:
        return Markup(gettext(message))  # noqa: S704 - from our own templates and catalogues

    @pass_eval_context
    def with_values(context: nodes.EvalContext, message: str, /, **values: Any) -> str:
        sentence = trusted(message)
        return sentence % values if context.autoescape else str(sentence) % values

    return (lambda message: trusted(message) % {}), with_values
