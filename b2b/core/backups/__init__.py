"""Copies of a whole database, made while the site writes: sealed files of the age format, the same way for both kinds.

A file holds one line of JSON (`Label`) and then what the kind of database gives, compressed and encrypted. Making one
takes the public half of a key; only who has the other half reads it, so the server that makes copies cannot open them.
"""

from b2b.core.backups.sealing import BadBackup, Label, new_key, opened, public_half, seal

__all__ = ["BadBackup", "Label", "new_key", "opened", "public_half", "seal"]
