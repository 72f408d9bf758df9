"""A sealed file: as small a memory for a large database as for a small one."""

import tracemalloc

import pytest

from b2b.core import backups
from b2b.core.backups import Label

LABEL = Label("sqlite", "0001", "2026-11-23T09:00:00+00:00")
MEGABYTE = bytes(1024 * 1024)


def test_memory_does_not_grow_with_what_is_sealed_or_opened(tmp_path):
    key = backups.new_key()
    tracemalloc.start()
    backups.seal(tmp_path / "copy", LABEL, (MEGABYTE for _ in range(64)), backups.public_half(key))
    with backups.opened(tmp_path / "copy", key, tmp_path) as (label, plain):
        assert label == LABEL
        assert sum(len(piece) for piece in iter(lambda: plain.read(65536), b"")) == 64 * len(MEGABYTE)
    assert tracemalloc.get_traced_memory()[1] < 8 * len(MEGABYTE)
    tracemalloc.stop()


def test_what_fails_half_way_leaves_no_file(tmp_path):
    def breaking():
        yield MEGABYTE
        raise ConnectionError

    with pytest.raises(ConnectionError):
        backups.seal(tmp_path / "copy", LABEL, breaking(), backups.public_half(backups.new_key()))
    assert list(tmp_path.iterdir()) == []
