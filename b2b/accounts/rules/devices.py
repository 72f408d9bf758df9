"""What a device is called in a list: coarse on purpose, so that it identifies nobody. Pure."""

from b2b.core.words import N_

# The first that fits wins: Edge and Opera also say Chrome, Chrome also says Safari.
_BROWSERS = [
    ("SamsungBrowser", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
]
_SYSTEMS = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
]
UNKNOWN = N_("Onbekende browser")


def device_label(user_agent: str) -> str:
    """Return "Chrome op Android", or "Onbekende browser" when nothing is recognised."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), None)
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), None)
    if browser and system:
        return f"{browser} op {system}"
    return browser or system or UNKNOWN
