"""The header lines of a mail in UTF-8, folded by RFC 5322 and RFC 2047.

Ours, because Python's own folding loses blanks and quotation marks of long names and subjects.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator

_LINE = 76
_WORD_BYTES = 39
"""As many bytes of UTF-8 per encoded word as leave room for a header's name before it."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+")


class BadAddress(ValueError):
    """An address to which no mail can be sent."""


def on_one_line(text: str) -> str:
    """A header's text: whatever could end its line is a blank."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def text_header(name: str, text: str) -> str:
    """A header of free text, such as the subject."""
    clean = on_one_line(text)
    words = clean.split(" ") if clean.isascii() and "=?" not in clean else _encoded(clean)
    return _folded(name, words)


def address_header(name: str, people: Iterable[tuple[str, str]]) -> str:
    """A header of addresses, each a name (or nothing) and an address that `address` gave."""
    parts: list[str] = []
    for person, address in people:
        if parts:
            parts[-1] += ","
        parts += [*_phrase(on_one_line(person)), f"<{address}>"] if person else [address]
    return _folded(name, parts)


def address(text: str) -> str:
    """An address as mail servers know it: the domain in ASCII, the rest as it is written."""
    local, at, domain = text.strip().rpartition("@")
    if not local or not at or not domain or re.search(r"[\s<>,;:\"()\[\]\\]", local + domain):
        raise BadAddress(f"“{on_one_line(text)}” is not an e-mail address.")
    return f"{local}@{ascii_domain(domain)}"


def ascii_domain(domain: str) -> str:
    """`müller.example` becomes `xn--mller-kva.example`."""
    try:
        return domain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise BadAddress(f"“{on_one_line(domain)}” is not a domain.") from error


def _phrase(text: str) -> list[str]:
    if text.isascii() and "=?" not in text and len(text) <= 60:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return [text if _ATOMS.fullmatch(text) else f'"{escaped}"']
    return _encoded(text)


def _encoded(text: str) -> list[str]:
    chunks = (chunk.encode() for chunk in _chunks(text))
    return [f"=?utf-8?b?{b64encode(chunk).decode('ascii')}?=" for chunk in chunks]


def _chunks(text: str) -> Iterator[str]:
    """Pieces of whole characters that fit into one encoded word."""
    piece, size = "", 0
    for character in text:
        length = len(character.encode())
        if size + length > _WORD_BYTES:
            yield piece
            piece, size = "", 0
        piece, size = piece + character, size + length
    if piece:
        yield piece


def _folded(name: str, parts: Iterable[str]) -> str:
    lines, line = [], f"{name}:"
    for part in parts:
        if len(line) + 1 + len(part) > _LINE and line.strip() and not line.endswith(":"):
            lines.append(line)
            line = ""
        line += f" {part}"
    return "\r\n".join([*lines, line]) + "\r\n"
