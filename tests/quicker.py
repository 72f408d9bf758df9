"""What hundreds of apps in one process would each do again: compile the same templates and the same addresses.

Nothing is left out and nothing is replaced: the same code is made once and then remembered.
"""

import gc
from functools import cache

from jinja2.bccache import BytecodeCache
from werkzeug.routing import Rule

from b2b.features import warm_up
from b2b.web.transactions import App


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
    compile_builder = Rule._compile_builder

    @cache
    def shared(rule, append_unknown):
        return compile_builder(first[rule], append_unknown)

    first = {}

    def remembered(self, append_unknown=True):
        if self.host or self.subdomain or self.defaults:  # what else the code would depend on; we have none
            return compile_builder(self, append_unknown)
        first.setdefault(self.rule, self)
        return shared(self.rule, append_unknown)

    Rule._compile_builder = remembered
    warm_up()
    # What was imported stays: the garbage collector need not look at all of it again and again.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
