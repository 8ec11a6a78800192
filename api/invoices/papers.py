"""PDFs as responses."""

from fastapi.responses import Response

from api.documents.printing import file_name


def pdf_response(content: bytes, name: str) -> Response:
    """A PDF to be shown or saved under its number."""
    shown = file_name(name.removesuffix(".pdf"))
    return Response(
        content,
        media_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{shown}"'},
    )
