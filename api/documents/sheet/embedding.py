"""Embedded fonts whose letters can be searched and copied."""

import re
import unicodedata
from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

MAPPING = re.compile("<([0-9A-F]{2})> <([0-9A-F]{4,6})>")


class EmbeddedFont(TTFont):
    """A font that tells readers which text its glyphs stand for.

    ReportLab's own table has no room for signs beyond U+FFFF and knows joined Arabic only by its
    shapes; here signs are written in UTF-16 and shapes as the letters that were typed.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Add the font to a finished document, then correct its table of meanings."""
        super().addObjects(doc)
        ending = f"+{self.face.name.decode()}"
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:") and name.endswith(ending):
                stream.content = MAPPING.sub(_meaning, stream.content)


def _meaning(mapping: re.Match[str]) -> str:
    code, sign = mapping.groups()
    letters = chr(int(sign, 16))
    if "\ufb50" <= letters <= "\ufefc":
        letters = unicodedata.normalize("NFKC", letters)
    return f"<{code}> <{letters.encode('utf-16-be').hex().upper()}>"
