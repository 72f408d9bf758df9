"""What hundreds of apps in one process would each do again: compile the same templates and the same addresses.

Nothing is left out and nothing is replaced: the same code is made once and then remembered.
"""

import gc
from copy import copy

from jinja2.bccache import BytecodeCache
from werkzeug.routing import Rule

from b2b.features import warm_up
from b2b.web.transactions import App

COMPILED, BUILDERS = ("_parts", "_trace", "_converters", "arguments"), ("_build", "_build_unknown")
"""What a rule of addresses knows after it was compiled."""


class Compiled(BytecodeCache):
    """Templates of this process, by language: what is constant in a language is in the compiled template."""

    def __init__(self):
        self._known = {}

    def load_bytecode(self, bucket):
        bucket.code = self._known.get(self._key(bucket))

    def dump_bytecode(self, bucket):
        self._known[self._key(bucket)] = bucket.code

    def _key(self, bucket):
        return bucket.environment.language, bucket.key, bucket.checksum


def remember():
    """Let every app of this process share what was compiled before."""
    App.jinja_options = {"bytecode_cache": Compiled()}
    compile_rule, compiled = Rule.compile, {}

    def remembered(self):
        if self.host or self.subdomain or self.defaults:  # what else the result would depend on; we have none
            compile_rule(self)
        elif self.rule in compiled:
            known, builders = compiled[self.rule]
            for name, value in known.items():
                setattr(self, name, copy(value))
            for name, builder in builders.items():
                setattr(self, name, builder.__get__(self))
        else:
            compile_rule(self)
            builders = {name: getattr(self, name).__func__ for name in BUILDERS}
            compiled[self.rule] = {name: copy(getattr(self, name)) for name in COMPILED}, builders

    Rule.compile = remembered
    warm_up()
    # What was imported stays: the garbage collector need not look at all of it again and again.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
