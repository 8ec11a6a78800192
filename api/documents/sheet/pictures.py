"""Logos and drawn signatures, made small and plain enough to be embedded."""

from io import BytesIO

from PIL import Image, ImageOps

from api.documents.sheet.marks import Picture

MOST_PIXELS = 40_000_000
DOTS_PER_POINT = 300 / 72


def picture(data: bytes | None, x: float, y: float, width: float, height: float) -> Picture | None:
    """Fit a PNG or JPEG into a box of points from its upper left corner; none where unreadable."""
    image = _opened(data) if data else None
    if image is None:
        return None
    scale = min(width / image.width, height / image.height)
    drawn_width, drawn_height = image.width * scale, image.height * scale
    most = (round(drawn_width * DOTS_PER_POINT) or 1, round(drawn_height * DOTS_PER_POINT) or 1)
    if most[0] < image.width:
        image = image.resize(most, Image.Resampling.LANCZOS)
    return Picture(x, y, drawn_width, drawn_height, image)


def _opened(data: bytes) -> Image.Image | None:
    try:
        image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > MOST_PIXELS:
            return None
        image.load()
        upright = ImageOps.exif_transpose(image)
        return upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, MemoryError):
        return None
