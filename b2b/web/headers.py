"""What every answer says about itself, and which requests are not ours to serve."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, request

from b2b.web.transactions import SAFE, current_actor

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "manifest-src 'self'",
    ]
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Frame-Options": "DENY",
}


def add_headers(response: Response) -> Response:
    """Put the security headers on `response`; what a view set itself stays."""
    said = {name.lower() for name, _ in response.headers}
    if "frame-ancestors 'none'" not in response.headers.get("Content-Security-Policy", CONTENT_SECURITY_POLICY):
        said.add("x-frame-options")  # it knows no list of sites: browsers that know frame-ancestors pass it over
    response.headers.extend((name, value) for name, value in HEADERS.items() if name.lower() not in said)
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers.setdefault("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
    if response.mimetype == "text/html":
        # Signed-in pages leave no copy behind on a shared phone.
        signed_in = current_actor().member_id is not None
        response.headers.setdefault("Cache-Control", "no-store" if signed_in else "no-cache, private")
        if "Cookie" not in response.headers.get("Vary", ""):
            response.vary.add("Cookie")
    return response


def refuse_strangers() -> None:
    """Refuse an unsafe request that another site makes a browser send (Fetch Metadata, Origin)."""
    if request.method in SAFE:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site in ("cross-site", "same-site"):
        abort(403)
    if site is None and not _same_origin(request.headers.get("Origin") or request.headers.get("Referer")):
        abort(403)


def _same_origin(address: str | None) -> bool:
    """A request without any sign of where it comes from is left to the CSRF token."""
    return address is None or urlsplit(address).netloc == request.host


def init_app(app: Flask) -> None:
    """Watch every request and sign every answer."""
    app.before_request(refuse_strangers)
    app.after_request(add_headers)
