"""The logo of the invented company: a cup in a ring, drawn when it is needed."""

from io import BytesIO

from PIL import Image, ImageDraw

SIZE = 160
FINER = 4
BEAN = (111, 62, 38, 255)
CREMA = (214, 158, 96, 255)
CLEAR = (0, 0, 0, 0)


def drawn() -> bytes:
    """A PNG of 160 × 160 pixels on clear ground; the same bytes every time."""
    full = SIZE * FINER
    image = Image.new("RGBA", (full, full), CLEAR)
    pen = ImageDraw.Draw(image)

    def at(*numbers: float) -> list[float]:
        return [number * full / 100 for number in numbers]

    pen.ellipse(at(2, 2, 98, 98), fill=BEAN)
    pen.ellipse(at(62, 42, 84, 64), outline="white", width=int(full * 0.05))
    pen.rounded_rectangle(at(24, 38, 72, 74), radius=full * 0.16, fill="white")
    pen.rectangle(at(24, 38, 72, 52), fill="white")
    pen.ellipse(at(29, 34, 67, 44), fill=CREMA)
    pen.rounded_rectangle(at(20, 78, 78, 82), radius=full * 0.02, fill="white")
    for left in (38, 52):
        pen.arc(at(left - 4, 14, left + 6, 24), 90, 270, fill=CREMA, width=int(full * 0.025))
        pen.arc(at(left - 6, 21, left + 4, 31), 270, 90, fill=CREMA, width=int(full * 0.025))
    small = image.resize((SIZE, SIZE), Image.Resampling.LANCZOS)
    written = BytesIO()
    small.quantize(64, Image.Quantize.FASTOCTREE).save(written, "PNG", optimize=True)
    return written.getvalue()
