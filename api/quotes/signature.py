"""A customer's signature: typed, or drawn and looked at before it is believed."""

import base64
import binascii
from io import BytesIO

from PIL import Image

from domain.errors import Invalid

DRAWN = "data:image/png;base64,"
MOST_BYTES = 200 * 1024
MOST_CHARACTERS = len(DRAWN) + (MOST_BYTES + 2) // 3 * 4
MOST_PIXELS = 4_000_000
LONGEST_TYPED = 200


def checked(signature: str) -> str:
    """A signature as it is kept: typed text on one line, or the drawing as a clean PNG.

    Refused: a drawing that is no PNG, is too large, or is empty.
    """
    if not signature.startswith("data:"):
        return _typed(signature)
    if not signature.startswith(DRAWN):
        raise Invalid("signature", "Send a drawing as data:image/png;base64.")
    kept = BytesIO()
    _drawing(_decoded(signature.removeprefix(DRAWN))).save(kept, "PNG", optimize=True)
    return DRAWN + base64.b64encode(kept.getvalue()).decode()


def is_drawn(signature: str | None) -> bool:
    """Whether a kept signature is a drawing."""
    return signature is not None and signature.startswith(DRAWN)


def drawing(signature: str | None) -> bytes | None:
    """The PNG of a kept signature, if it was drawn."""
    if signature is None or not is_drawn(signature):
        return None
    return base64.b64decode(signature.removeprefix(DRAWN))


def _typed(text: str) -> str:
    name = " ".join(text.split())
    if not name or not name.isprintable() or len(name) > LONGEST_TYPED:
        raise Invalid("signature", "Type your name, or draw your signature.")
    return name


def _decoded(text: str) -> bytes:
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Invalid("signature", "This drawing is not in base64.") from error
    if len(content) > MOST_BYTES:
        raise Invalid("signature", "This drawing is larger than 200 KB.")
    return content


def _drawing(content: bytes) -> Image.Image:
    try:
        image = Image.open(BytesIO(content), formats=("PNG",))
        if image.width * image.height > MOST_PIXELS:
            raise Invalid("signature", "This drawing has more than 4 million points.")
        image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Invalid("signature", "This drawing is not a PNG that can be read.") from error
    drawing = image.convert("RGBA")
    if drawing.getcolors(1) is not None:
        raise Invalid("signature", "This drawing is empty. Draw your signature, or type it.")
    return drawing
