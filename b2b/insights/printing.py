"""Set a report as a tagged PDF (PDF/UA-1), in a process of its own that may take so long and no longer.

`python -m b2b.insights.printing` reads a report as JSON and writes a PDF. The words of a report reach the typesetter
as values, never as markup, and the only letters are those inside its wheel: a server may have no fonts at all.
"""

import json
import subprocess
import sys
from pathlib import Path

from b2b.core.errors import Unavailable
from b2b.core.words import N_
from b2b.insights.paper import Paper

SECONDS = 20
"""A report of forty pages takes less than one."""
FRAME = Path(__file__).with_name("paper.typ")


class NotPrinted(Unavailable):
    """The typesetter did not answer in time, or refused."""

    sentence = N_("Het lukt nu niet om de PDF te maken. Print de pagina, of probeer het zo opnieuw.")


def as_pdf(paper: Paper) -> bytes:
    """Return the report as a PDF; raises NotPrinted."""
    words = json.dumps(paper.as_data()).encode()
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
    import typst

    words = sys.stdin.buffer.read().decode()
    pdf = typst.compile(
        FRAME.read_bytes(), sys_inputs={"paper": words}, pdf_standards=["ua-1"], ignore_system_fonts=True
    )
    sys.stdout.buffer.write(pdf)


if __name__ == "__main__":
    main()
