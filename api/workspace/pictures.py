"""Logos: read from a body, checked, made small, and stripped of what a picture need not carry."""

from io import BytesIO
from typing import Annotated

from fastapi import Depends, Request
from PIL import Image, ImageOps

from api.errors import TooLarge, WrongType
from domain.errors import Invalid

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 40_000_000
LARGEST = (1600, 800)
TYPES = ("image/png", "image/jpeg")


async def _picture(request: Request) -> bytes:
    """The body, read here because the endpoint's thread cannot; no more of it than is taken."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in TYPES:
        raise WrongType("Send a logo as Content-Type: image/png or image/jpeg.")
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > MOST_BYTES:
            raise TooLarge("A logo has at most 2 MB.")
    return bytes(read)


Picture = Annotated[bytes, Depends(_picture)]


def logo(data: bytes) -> tuple[bytes, str]:
    """A PNG or JPEG made anew within 1600 × 800 pixels, upright, without metadata; and its type."""
    try:
        image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            raise Invalid("", "This picture has too many pixels; 1600 × 800 is plenty for a logo.")
        kind = image.format or "PNG"
        upright = ImageOps.exif_transpose(image)
        clean = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, MemoryError, Image.DecompressionBombError) as error:
        raise Invalid("", "This is not a PNG or JPEG picture that can be read.") from error
    clean.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    written = BytesIO()
    if kind == "JPEG":
        clean.convert("RGB").save(written, "JPEG", quality=92, optimize=True)
        return written.getvalue(), "image/jpeg"
    clean.save(written, "PNG", optimize=True)
    return written.getvalue(), "image/png"
