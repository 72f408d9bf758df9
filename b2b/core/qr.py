"""A QR code to draw in a page: no picture to fetch, and nothing outside learns what it says."""

from dataclasses import dataclass

_QUIET = 4


@dataclass(frozen=True)
class Qr:
    """A QR code as one SVG path, in a square of `size` units."""

    size: int
    path: str


def qr_of(text: str) -> Qr:
    """Return the QR code of a text, with its quiet edge; it still reads with 15 % of it damaged."""
    import segno  # its tables cost every start of the program, and few pages draw a code

    rows = list(segno.make(text, error="m", micro=False).matrix_iter(border=_QUIET))
    dots = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]
    return Qr(len(rows), "".join(dots))
