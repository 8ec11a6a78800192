"""A mail about a document: the same words as plain text and as simple, pretty HTML."""

from dataclasses import dataclass
from html import escape

_FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width">'
    '<meta name="color-scheme" content="light dark"></head>'
    f'<body style="margin:0;padding:24px 12px;{_FONT};font-size:15px;line-height:1.55">'
    '<div style="max-width:560px;margin:0 auto">{}</div></body></html>'
)
_PARAGRAPH = '<p style="margin:0 0 16px">{}</p>'
_FACTS = '<table role="presentation" style="border-collapse:collapse;margin:0 0 20px">{}</table>'
_FACT = (
    '<tr><td style="padding:3px 20px 3px 0;opacity:.7">{}</td>'
    '<td style="padding:3px 0;font-weight:600">{}</td></tr>'
)
_BUTTON = (
    '<p style="margin:0 0 20px"><a href="{}" style="display:inline-block;background:#3B4FB8;'
    'color:#ffffff;text-decoration:none;font-weight:600;padding:11px 20px;border-radius:6px">{}'
    "</a></p>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says, in this order; `link` is a label and an address."""

    greeting: str = ""
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    link: tuple[str, str] | None = None
    closing: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The letter as plain text."""
        facts = "\n".join(f"{label}: {value}" for label, value in self.facts)
        link = ":\n".join(self.link) if self.link else ""
        blocks = (self.greeting, *self.paragraphs, facts, link, "\n".join(self.closing))
        return "\n\n".join(block for block in blocks if block) + "\n"

    @property
    def html(self) -> str:
        """The letter as HTML that every mail program shows; what people wrote is always escaped."""
        facts = "".join(_FACT.format(escape(label), escape(value)) for label, value in self.facts)
        link = _BUTTON.format(escape(self.link[1]), escape(self.link[0])) if self.link else ""
        blocks = (
            _paragraph(self.greeting),
            *(_paragraph(text) for text in self.paragraphs),
            _FACTS.format(facts) if facts else "",
            link,
            _paragraph("\n".join(self.closing)),
        )
        return _PAGE.format("".join(blocks))


def paragraphs(text: str) -> tuple[str, ...]:
    """What somebody wrote, divided at its blank lines."""
    return tuple(block.strip() for block in text.split("\n\n") if block.strip())


def _paragraph(text: str) -> str:
    return _PARAGRAPH.format(escape(text).replace("\n", "<br>")) if text else ""
