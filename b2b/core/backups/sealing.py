"""The file itself: compressed, encrypted in pieces of 64 KiB, and read only when the whole of it is sound."""

import json
import os
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

PIECE = 64 * 1024
"""Bytes handled at a time: memory does not grow with the database."""
_GZIP = 31
"""zlib's number for the format of gzip."""
_VERSION = 1

NO_BACKUP = "Dit bestand is geen reservekopie van Buurthulp."
WRONG_KEY = "Deze sleutel past niet op deze reservekopie."
NO_KEY = "Hier staat geen sleutel voor reservekopieën. Een sleutel begint met AGE-SECRET-KEY-1."
NO_PUBLIC_KEY = "B2B_BACKUP_TO is geen sleutel. Hij begint met age1: maak er een met `b2b keys backup BESTAND`."
BROKEN = "Deze reservekopie is niet heel: er mist een stuk, of er is iets in veranderd. Er is niets teruggezet."
NEWER = "Deze reservekopie is van een nieuwere versie van het programma. Werk eerst het programma bij."


class BadBackup(Exception):
    """This file cannot be made or read; the message is a sentence for who runs the site."""


@dataclass(frozen=True)
class Label:
    """What a copy is of: `kind` of database (sqlite, postgresql), `revision` of its schema, `made_at` (ISO, UTC)."""

    kind: str
    revision: str
    made_at: str


def new_key() -> str:
    """Return a new secret key, which opens what was sealed with its public half."""
    from pyrage import x25519

    return str(x25519.Identity.generate())


def public_half(key: str) -> str:
    """Return what seals for `key`; raises BadBackup when that is no key."""
    return str(_identity(key).to_public())


def seal(path: Path, label: Label, pieces: Iterable[bytes], public_key: str) -> int:
    """Write a sealed file and return its size in bytes. `path` is there when all of it is on the disk, or not at all."""
    import pyrage

    source, recipient = _Source(_compressed(_labelled(label, pieces))), _recipient(public_key)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".backup-") as file:
        try:
            pyrage.encrypt_io(source, file, [recipient])
        except pyrage.EncryptError as problem:
            raise source.problem or problem from None
        file.flush()
        os.fsync(file.fileno())
        os.link(file.name, path)  # unlike a rename, this never writes over an older copy
    return path.stat().st_size


@contextmanager
def opened(path: Path, key: str, folder: Path) -> Iterator[tuple[Label, IO[bytes]]]:
    """Open a copy: its label, and what follows it. Nothing is handed on before all of it proved sound.

    It is decrypted to a file without a name in `folder`, which is gone when the block ends, whatever happens.
    """
    with tempfile.TemporaryFile(dir=folder) as plain:
        sink = _Expander(plain)
        _decrypt(path, key, sink)
        sink.close()
        plain.seek(0)
        yield _label(plain.readline(4096)), plain


def _decrypt(path: Path, key: str, sink: "_Expander") -> None:
    import pyrage

    identity = _identity(key)
    with path.open("rb") as file:
        if not file.read(21).startswith(b"age-encryption.org/v1"):
            raise BadBackup(NO_BACKUP)
        file.seek(0)
        try:
            pyrage.decrypt_io(file, sink, [identity])
        except pyrage.DecryptError as problem:
            raise BadBackup(WRONG_KEY if "matching" in str(problem) else BROKEN) from None
        except zlib.error:
            raise BadBackup(NO_BACKUP) from None
        except OSError as problem:
            if problem.errno is not None:  # a disk that is full, not a copy that is broken
                raise
            raise BadBackup(BROKEN) from None


def _label(line: bytes) -> Label:
    try:
        said = json.loads(line)
        version, label = said.pop("b2b"), Label(**said)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BadBackup(NO_BACKUP) from None
    if version != _VERSION:
        raise BadBackup(NEWER)
    return label


def _labelled(label: Label, pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield json.dumps({"b2b": _VERSION, **asdict(label)}).encode() + b"\n"
    yield from pieces


def _compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(3, wbits=_GZIP)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def _identity(key: str) -> "pyrage.x25519.Identity":  # type: ignore[name-defined] # noqa: F821 - imported when used
    import pyrage

    lines = [line.strip() for line in key.splitlines() if line.strip() and not line.startswith("#")]
    try:
        return pyrage.x25519.Identity.from_str(lines[0])
    except (IndexError, pyrage.IdentityError):
        raise BadBackup(NO_KEY) from None


def _recipient(public_key: str) -> "pyrage.x25519.Recipient":  # type: ignore[name-defined] # noqa: F821
    import pyrage

    try:
        return pyrage.x25519.Recipient.from_str(public_key.strip())
    except pyrage.RecipientError:
        raise BadBackup(NO_PUBLIC_KEY) from None


class _Source:
    """A file to read from, made of pieces. `problem` is what went wrong: the library would keep only its words."""

    def __init__(self, pieces: Iterator[bytes]):
        self._pieces, self._left = pieces, b""
        self.problem: Exception | None = None

    def read(self, size: int = PIECE) -> bytes:
        """Return at most `size` bytes, and none only at the end."""
        while not self._left:
            try:
                piece = next(self._pieces, None)
            except Exception as problem:
                self.problem = problem
                raise
            if piece is None:
                return b""
            self._left = piece
        answer, self._left = self._left[:size], self._left[size:]
        return answer


class _Expander:
    """A file to write to, that unpacks what it gets."""

    def __init__(self, plain: IO[bytes]):
        self._plain, self._unpacker = plain, zlib.decompressobj(wbits=_GZIP)

    def write(self, piece: bytes) -> int:
        """Unpack `piece`, a little at a time: a small piece can hold a large emptiness."""
        rest = bytes(piece)
        while rest:
            self._plain.write(self._unpacker.decompress(rest, PIECE))
            rest = self._unpacker.unconsumed_tail
        return len(piece)

    def flush(self) -> None:
        """Do nothing: the file is flushed when it is read."""

    def close(self) -> None:
        """Write what was left; raises BadBackup when the last piece is missing."""
        self._plain.write(self._unpacker.flush())
        if not self._unpacker.eof:
            raise BadBackup(BROKEN)
