"""Where a request comes from: our own pages or another site's, this machine or another one."""

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

from api.auth.credentials import cookie_of
from api.settings import Settings
from domain.errors import NotAllowed

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_PROXY_HEADERS = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-real-ip",
)


def refuse_foreign_origin(request: Request) -> None:
    """Unsafe methods must come from our own pages where a browser sends them (CSRF)."""
    if request.method not in UNSAFE:
        return
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        is_ours = site in ("same-origin", "none")
    elif origin is not None:
        is_ours = _is_own(origin, request)
    else:
        is_ours = cookie_of(request) is None
        if not is_ours:
            raise NotAllowed(
                "A request with the session cookie must say where it comes from: send the header "
                "Origin with this installation's address, or use an API key."
            )
    if not is_ours:
        raise NotAllowed("This request came from another site's page, so it was not carried out.")


def _is_own(origin: str, request: Request) -> bool:
    settings: Settings = request.app.state.settings
    own = {request.headers.get("host"), urlsplit(settings.public_url).netloc}
    return origin.partition("://")[2] in own - {None, ""}


def machine_of(request: Request) -> str:
    """The address of the calling machine; of IPv6 the network, which one machine has to itself."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return address.exploded[:19]
    return host


def is_from_this_machine(request: Request) -> bool:
    """Whether a request was made on this machine, to this machine, and through no proxy.

    The name it calls must be this machine's too: a page elsewhere may point its own name here.
    """
    if any(header in request.headers for header in _PROXY_HEADERS):
        return False
    settings: Settings = request.app.state.settings
    named = _name_in(request.headers.get("host", ""))
    public = _name_in(urlsplit(settings.public_url).netloc)
    return _is_loopback(request.client.host if request.client else "") and (
        _is_loopback(named) or named == public
    )


def _name_in(host: str) -> str:
    """The machine's name in `name:port` or `[address]:port`."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0].lower()


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
