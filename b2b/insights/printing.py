"""Set a report as a tagged PDF (PDF/UA-1), in a process of its own that may take so long and no longer.

`python -m b2b.insights.printing` reads a report as JSON and writes a PDF. The words of a report reach the typesetter
as values, never as markup, and the only letters are those inside its wheel: a server may have no fonts at all.
A character that those do not have (an emoji, a Chinese name) becomes a question mark: PDF/UA allows no gaps.
"""

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

from b2b.core.errors import Unavailable
from b2b.core.words import N_
from b2b.insights.paper import Paper

SECONDS = 20
"""A report of forty pages takes less than one."""
FRAME = Path(__file__).with_name("paper.typ")
REFUSED = re.compile(r'the text (?:contains the disallowed codepoint )?`"(.+?)"`')
"""How the typesetter names what it cannot set."""
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_BEYOND = 0x2190
"""From here on, what is of one kind (symbols, ideographs) is missing together."""


class NotPrinted(Unavailable):
    """The typesetter did not answer in time, or refused."""

    sentence = N_("Het lukt nu niet om de PDF te maken. Print de pagina, of probeer het zo opnieuw.")


def as_pdf(paper: Paper) -> bytes:
    """Return the report as a PDF; raises NotPrinted."""
    words = json.dumps(paper.as_data(), ensure_ascii=False).encode()
    try:
        # Our own interpreter and our own module; what people wrote goes in by the pipe.
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", __name__], input=words, capture_output=True, timeout=SECONDS, check=True
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise NotPrinted() from error
    return done.stdout


def main() -> None:
    """Read a report from standard input, write its PDF to standard output."""
    sys.stdout.buffer.write(_set(sys.stdin.buffer.read().decode()))


def _set(words: str) -> bytes:
    import typst

    while True:
        try:
            return typst.compile(
                FRAME.read_bytes(), sys_inputs={"paper": words}, pdf_standards=["ua-1"], ignore_system_fonts=True
            )
        except typst.TypstError as refusal:
            missing = _missing(str(refusal), words)
            if not missing:
                raise
            words = words.translate(dict.fromkeys(map(ord, missing), "?"))


def _missing(refusal: str, words: str) -> set[str]:
    """Return the characters of `words` that the typesetter refused, and those that it would refuse next."""
    found = REFUSED.search(refusal)
    named = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""
    kinds = {unicodedata.category(char) for char in named if ord(char) >= _BEYOND}
    return {
        char
        for char in set(words)
        if not char.isascii() and (char in named or (ord(char) >= _BEYOND and unicodedata.category(char) in kinds))
    }


if __name__ == "__main__":
    main()
