"""Pages about people. Each module is one part of the story; together they are one blueprint."""

from b2b.accounts.views import codes, joining, me, people, profiles, second_step, sign_in
from b2b.accounts.views.blueprint import accounts

__all__ = ["accounts", "codes", "joining", "me", "people", "profiles", "second_step", "sign_in"]
