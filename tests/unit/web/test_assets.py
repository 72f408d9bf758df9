"""The built style sheet, icons and script: found by name, said aloud when they are not there."""

import gzip
import hashlib
import json
import re
import subprocess
from pathlib import Path

import _assets
import pytest

from b2b.web.assets import DIST, Assets, AssetsMissing
from tests.requirements import missing

ROOT = Path(__file__).parents[3]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
ICONS = set((ROOT / "assets" / "icons.txt").read_text(encoding="utf-8").split())


def built() -> dict[str, str]:
    """Return the manifest of the last build."""
    if not (DIST / "manifest.json").exists():
        missing("The built style sheet")
    names: dict[str, str] = json.loads((DIST / "manifest.json").read_text(encoding="utf-8"))
    return names


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_name_becomes_the_address_of_the_file_with_its_hash(tmp_path):
    assets = Assets(folder(tmp_path, '{"app.css": "app.0123456789.css"}'))
    assert assets("app.css") == "/static/dist/app.0123456789.css"


def test_the_manifest_is_read_once(tmp_path):
    assets = Assets(folder(tmp_path, '{"app.css": "app.1.css"}'))
    assets("app.css")
    (tmp_path / "manifest.json").unlink()
    assert assets("app.css") == "/static/dist/app.1.css"


def test_before_the_first_build_the_error_says_how_to_build(tmp_path):
    with pytest.raises(AssetsMissing, match=r"not built yet.*bin/run"):
        Assets(tmp_path)("app.css")


def test_after_a_build_that_was_cut_off_the_error_says_how_to_build(tmp_path):
    with pytest.raises(AssetsMissing, match=r"cut off.*bin/run"):
        Assets(folder(tmp_path, '{"app.css": '))("app.css")


def test_a_build_that_comes_later_is_found_without_a_new_process(tmp_path):
    assets = Assets(tmp_path)
    with pytest.raises(AssetsMissing):
        assets("app.css")
    folder(tmp_path, '{"app.css": "app.2.css"}')
    assert assets("app.css") == "/static/dist/app.2.css"


def test_an_unknown_name_says_which_names_there_are(tmp_path):
    with pytest.raises(AssetsMissing, match=r"'logo.svg'.*app.css"):
        Assets(folder(tmp_path, '{"app.css": "app.1.css"}'))("logo.svg")


def test_every_file_carries_the_hash_of_what_is_in_it():
    for name, file in built().items():
        digest = hashlib.sha256((DIST / file).read_bytes()).hexdigest()[:10]
        stem, ending = name.rsplit(".", 1)
        assert file == f"{stem}.{digest}.{ending}"


def test_beside_every_file_lie_its_compressed_forms():
    for file in built().values():
        assert gzip.decompress((DIST / f"{file}.gz").read_bytes()) == (DIST / file).read_bytes()
        assert (DIST / f"{file}.br").stat().st_size < (DIST / file).stat().st_size


def test_a_first_visit_stays_small():
    files = built()
    size = {name: (DIST / f"{file}.gz").stat().st_size for name, file in files.items()}
    assert size["app.css"] <= 14 * 1024
    assert size["htmx.js"] <= 17 * 1024
    assert size["icons.svg"] <= 6 * 1024


def test_the_style_sheet_asks_no_other_host_for_anything():
    style = (DIST / built()["app.css"]).read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert "@font-face" not in style


def test_the_style_sheet_reads_no_value_that_nobody_sets():
    style = (DIST / built()["app.css"]).read_text(encoding="utf-8")
    known = set(re.findall(r"(--[\w-]+):", style))
    asked = set(re.findall(r"var\((--[\w-]+)\)", style))
    assert asked - known == set()


def test_every_icon_that_a_template_names_is_in_the_sprite():
    # Named at once, as an argument of a component, or as a value in a table of them.
    named = re.compile(r"ui\.icon\('([a-z0-9-]+)'|\bicon='([a-z0-9-]+)'")
    table = re.compile(r"ui\.icon\(\{(.*?)\}")
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        names = {one or other for one, other in named.findall(text)}
        names |= {name for pairs in table.findall(text) for name in re.findall(r": '([a-z0-9-]+)'", pairs)}
        assert names <= ICONS, f"{path.relative_to(ROOT)} asks for {names - ICONS}"


def test_every_icon_that_the_code_names_is_in_the_sprite():
    for path in sorted((ROOT / "b2b").rglob("*.py")):
        for name in re.findall(r"\bicon\s*=\s*\"([a-z0-9-]+)\"", path.read_text(encoding="utf-8")):
            assert name in ICONS, f"{path.relative_to(ROOT)} asks for {name}"


def test_the_list_of_icons_is_in_order_and_without_doubles():
    names = (ROOT / "assets" / "icons.txt").read_text(encoding="utf-8").split()
    assert names == sorted(set(names))


def test_no_package_of_a_municipality_is_used():
    lock = json.loads((ROOT / "assets" / "package-lock.json").read_text(encoding="utf-8"))
    names = " ".join(lock["packages"])
    for word in ("design-tokens", "rotterdam", "amsterdam", "nijmegen", "denhaag", "rijkshuisstijl", "font"):
        assert word not in names


def test_a_build_keeps_the_files_of_the_one_before(tmp_path):
    """Pages that are open ask for them, and so does a site that still runs."""
    node = _assets.node_on_path()
    if node is None or not (ROOT / "assets" / "node_modules").exists():
        missing("Node.js and the packages of the style sheet")
    for name in ("app.1.css", "app.1.css.br", "app.0.css"):
        (tmp_path / name).touch()
    folder(tmp_path, '{"app.css": "app.1.css"}')
    for _ in range(2):  # building again what was built already takes nobody's place
        subprocess.run([node.program, ROOT / "assets" / "build.mjs", tmp_path], check=True, capture_output=True)
        names = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
        there = {path.name for path in tmp_path.iterdir()}
        assert {"app.1.css", "app.1.css.br", *names.values()} <= there
        assert "app.0.css" not in there
