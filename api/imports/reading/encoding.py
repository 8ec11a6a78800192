"""From the bytes of a file to its physical lines, whatever its encoding and line ends."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from api.imports.reading.formats import refuse_other_formats

# Stands where bytes could not be decoded; no encoding can produce it by itself.
UNREADABLE = "\udcff"
# A line that is longer than any row can be is replaced by this one.
TOO_LONG = "\udcfe"
LONGEST_LINE = 1_000_000

_BYTES_AT_ONCE = 1 << 16
_ERRORS = "throughline.unreadable"
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_UNUSED_IN_WINDOWS_1252 = b"\x81\x8d\x8f\x90\x9d"


def _leave_a_mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNREADABLE, error.end


codecs.register_error(_ERRORS, _leave_a_mark)


class _Pass(io.RawIOBase):
    """One reading of a shared file from its beginning, at a position of its own."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._file.seek(self._at)
        piece = self._file.read(len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def encoding_of(file: BinaryIO) -> str:
    """Name the encoding by its mark, its zero bytes, or by trying UTF-8 over the whole file.

    Other formats than text are refused by name.
    """
    file.seek(0)
    head = file.read(4096)
    refuse_other_formats(head)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    return _unmarked_utf16(head) or _utf8_or_older(file)


def _unmarked_utf16(head: bytes) -> str | None:
    pairs = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if pairs < 2 or max(even, odd) < 0.4 * pairs or min(even, odd) > 0.05 * pairs:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _utf8_or_older(file: BinaryIO) -> str:
    """Count what is UTF-8 and what cannot be; a few broken bytes do not unmake a UTF-8 file."""
    decoder = codecs.getincrementaldecoder("utf-8")(_ERRORS)
    foreign = broken = 0
    unused = False
    for piece in _pieces(file):
        text = decoder.decode(piece, final=not piece)
        if not text.isascii():
            foreign += len(text) - len(text.encode("ascii", "ignore"))
            broken += text.count(UNREADABLE)
            unused = unused or len(piece.translate(None, _UNUSED_IN_WINDOWS_1252)) < len(piece)
    if foreign - broken >= broken:
        return "utf-8"
    return "latin-1" if unused else "cp1252"


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """The file in pieces, and an empty one at its end."""
    file.seek(0)
    while piece := file.read(_BYTES_AT_ONCE):
        yield piece
    yield b""


def lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    r"""Yield each physical line with its line end (`\n`, `\r\n` or `\r`), one at a time."""
    buffered = io.BufferedReader(_Pass(file), _BYTES_AT_ONCE)
    with io.TextIOWrapper(buffered, encoding, errors=_ERRORS, newline="") as text:
        while line := text.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
                while (rest := text.readline(LONGEST_LINE)) and rest[-1] not in "\r\n":
                    pass
                line = TOO_LONG + "\n"
            yield line
