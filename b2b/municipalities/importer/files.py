"""What lies on the disk: one file, or a zip with files in it. Told apart by content, never by name."""

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from b2b.municipalities.rules import BadFile

MIB = 1024 * 1024
_HEAD = 4096


@dataclass(frozen=True)
class Limits:
    """What a file may be at most. The yearly CBS map is some 700 MB unpacked, the postcode file some 400 MB."""

    entries: int = 200
    unpacked_bytes: int = 3072 * MIB
    ratio: int = 60
    """How many times its packed size a file in a zip may be; only asked of files above `ratio_from`."""
    ratio_from: int = 64 * MIB
    geojson_bytes: int = 256 * MIB
    line_characters: int = MIB
    areas: int = 40_000
    points: int = 4_000_000


class Kind(StrEnum):
    GEOPACKAGE = "GeoPackage"
    GEOJSON = "GeoJSON"
    CSV = "CSV"
    ZIP = "zip"


@dataclass(frozen=True)
class Part:
    """One readable file: on the disk, or an entry of a zip, which is unpacked into `folder` only when it must."""

    name: str
    kind: Kind
    size: int
    path: Path
    entry: zipfile.ZipInfo | None = None
    folder: Path | None = None

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Open the bytes for reading from the front."""
        if self.entry is None:
            with self.path.open("rb") as stream:
                yield stream
            return
        with _readable(self.name), zipfile.ZipFile(self.path) as archive, archive.open(self.entry) as stream:
            yield stream

    def on_disk(self) -> Path:
        """Return a path, for what can only be read from the disk."""
        if self.entry is None or self.folder is None:
            return self.path
        copy = self.folder / f"{self.entry.header_offset}.part"  # our name: an entry may be called ../../x
        if not copy.exists():
            with self.opened() as stream, copy.open("xb") as target:
                shutil.copyfileobj(stream, target, MIB)
        return copy


def parts_of(path: Path, folder: Path, limits: Limits) -> list[Part]:
    """Return the readable files at `path`, GeoPackages first; `folder` is where a zip may be unpacked. Raises BadFile."""
    if not path.is_file():
        raise BadFile(f"Het bestand {path.name} bestaat niet.")
    with path.open("rb") as stream:
        kind = kind_of(path.name, stream.read(_HEAD))
    if kind is not Kind.ZIP:
        return [Part(path.name, kind, path.stat().st_size, path)]
    parts = _parts_of_zip(path, folder, limits)
    if not parts:
        raise BadFile(f"In {path.name} zit geen GeoPackage, GeoJSON of CSV.")
    return sorted(parts, key=lambda part: (list(Kind).index(part.kind), part.name))


def _parts_of_zip(path: Path, folder: Path, limits: Limits) -> list[Part]:
    parts = []
    with _readable(path.name), zipfile.ZipFile(path) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _check_zip(path.name, entries, limits)
        for entry in entries:
            with archive.open(entry) as stream:
                head = stream.read(_HEAD)
            try:
                kind = kind_of(entry.filename, head)
            except BadFile:
                continue  # a manual or a licence beside the data
            if kind is not Kind.ZIP:
                parts.append(Part(entry.filename, kind, entry.file_size, path, entry, folder))
    return parts


def _check_zip(name: str, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Refuse a zip bomb before anything is unpacked; the sizes it states are enforced while reading."""
    if len(entries) > limits.entries:
        raise BadFile(f"In {name} zitten te veel bestanden: {len(entries)}.")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise BadFile(f"{name} is uitgepakt te groot.")
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise BadFile(f"{name} heeft een wachtwoord.")
        too_dense = entry.file_size > limits.ratio * max(entry.compress_size, 1)
        if entry.file_size > limits.ratio_from and too_dense:
            raise BadFile(f"{name} pakt verdacht groot uit. Het bestand is niet gelezen.")


def kind_of(name: str, head: bytes) -> Kind:
    """Return what a file is by its first bytes. Raises BadFile with what to do instead."""
    if head.startswith(b"SQLite format 3\0"):
        return Kind.GEOPACKAGE
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"\x00\x00\x27\x0a"):
        raise BadFile(f"{name} is een shapefile. Neem het GeoPackage van hetzelfde jaar.")
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<"):
        raise BadFile(f"{name} is XML. Neem het GeoPackage, of GeoJSON.")
    if text.startswith((b"{", b"[")):
        return Kind.GEOJSON
    if not text or b"\0" in head:
        raise BadFile(f"{name} is leeg of geen GeoPackage, GeoJSON, CSV of zip.")
    if b";" not in text.split(b"\n")[0] and b"," not in text.split(b"\n")[0] and b"\t" not in text.split(b"\n")[0]:
        raise BadFile(f"{name} heeft geen kolommen.")
    return Kind.CSV


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise BadFile(f"{name} is beschadigd: het kan niet worden uitgepakt.") from error
