"""The file of an import, taken from the request as it comes, beside the memory."""

import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, BinaryIO, cast

from fastapi import Depends, Request

from api.errors import TooLarge, WrongType
from api.imports.reading import Target

TYPES = ("text/csv", "application/octet-stream", "text/plain", "text/tab-separated-values")
_IN_MEMORY = 1 << 20


@dataclass(frozen=True, slots=True)
class Upload:
    """A whole file; the request remembers the digest of its bytes and of what was asked."""

    file: BinaryIO


async def received(request: Request) -> AsyncIterator[Upload]:
    """Take the body in piece by piece; another type and too large a one are refused."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in TYPES:
        raise WrongType(f"Send the file itself as Content-Type: {TYPES[0]}.")
    most = request.app.state.settings.max_body_mb * 1024 * 1024
    mark = sha256(request.url.query.encode())
    size = 0
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        async for piece in request.stream():
            size += len(piece)
            if size > most:
                raise TooLarge("The file is larger than this installation takes.")
            mark.update(piece)
            file.write(piece)
        request.state.body_digest = mark.digest()
        yield Upload(cast(BinaryIO, file))


TheFile = Annotated[Upload, Depends(received)]

EXAMPLE = {
    Target.LEADS: "title,email,company,stage,value\nRetrofit,ann@acme.example,Acme,qualified,50\n",
    Target.COMPANIES: "name,city,country\nAcme,Hamburg,DE\n",
    Target.CONTACTS: "name,email,company\nAnn Smith,ann@acme.example,Acme\n",
    Target.PRODUCTS: "code,name,unit_price\nGTX-1,GTX Basic,550\n",
    Target.USERS: "name,email,role\nAnn Smith,ann@example.com,rep\n",
}


def documented(target: Target) -> dict[str, Any]:
    """The body as the API's description shows it."""
    shown = {"schema": {"type": "string"}, "example": EXAMPLE[target]}
    return {"required": True, "content": dict.fromkeys(TYPES, shown)}
