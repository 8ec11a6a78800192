"""The workspace's logo over HTTP."""

from io import BytesIO
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from tests.factories import Staff

PATH = "/api/v1/workspace/logo"


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 100), mode: str = "RGB") -> bytes:
    written = BytesIO()
    Image.new(mode, size, "#2f4bd8").save(written, kind)
    return written.getvalue()


def put(client: TestClient, data: bytes, type: str = "image/png", **headers: str) -> Any:
    return client.put(PATH, content=data, headers={"Content-Type": type, **headers})


def shown(client: TestClient) -> Image.Image:
    answer = client.get(PATH)
    assert answer.status_code == 200
    return Image.open(BytesIO(answer.content))


@pytest.mark.parametrize(("kind", "type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_what_is_put_is_shown_to_everybody(company: Staff, kind: str, type: str) -> None:
    answer = put(company.client("admin"), picture(kind), type)
    assert answer.status_code == 200, answer.text
    assert answer.json()["has_logo"] is True
    for who in company.ids:
        client = company.client(who)
        assert client.get(PATH).headers["Content-Type"] == type
        assert shown(client).size == (300, 100)
        assert client.get(PATH, params={"version": 7}).status_code == 200


def test_large_pictures_are_made_small(admin: TestClient) -> None:
    put(admin, picture(size=(4000, 1000)))
    assert shown(admin).size == (1600, 400)


def test_what_is_transparent_stays_transparent(admin: TestClient) -> None:
    put(admin, picture(mode="RGBA"))
    assert shown(admin).mode == "RGBA"


def test_pictures_lose_what_they_carry_besides(admin: TestClient) -> None:
    written = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    Image.new("RGB", (10, 10)).save(written, "JPEG", exif=exif)
    put(admin, written.getvalue(), "image/jpeg")
    assert b"taken at home" not in admin.get(PATH).content


def test_another_type_is_refused(admin: TestClient) -> None:
    for type in ("image/svg+xml", "image/gif", "application/json", "text/html"):
        answer = put(admin, picture(), type)
        assert answer.status_code == 415
        assert answer.json()["type"] == "/problems/wrong-type"


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:60]]
)
def test_what_is_no_picture_is_refused(admin: TestClient, data: bytes) -> None:
    answer = put(admin, data)
    assert answer.status_code == 422
    assert admin.get(PATH).status_code == 404


def test_a_picture_of_another_format_is_refused_whatever_it_is_called(admin: TestClient) -> None:
    assert put(admin, picture("GIF")).status_code == 422


def test_more_than_2_mb_are_refused(admin: TestClient) -> None:
    answer = put(admin, picture() + bytes(2 * 1024 * 1024))
    assert answer.status_code == 413
    assert answer.json()["type"] == "/problems/too-large"


def test_a_bomb_of_pixels_is_refused_unopened(admin: TestClient) -> None:
    bomb = picture(size=(9000, 9000), mode="1")
    assert len(bomb) < 2 * 1024 * 1024
    assert put(admin, bomb).status_code == 422


@pytest.mark.parametrize("who", ["manager", "rep", "finance", "viewer"])
def test_only_admins_change_the_logo(company: Staff, who: str) -> None:
    assert put(company.client(who), picture()).status_code == 403
    assert company.client(who).delete(PATH).status_code == 403


def test_a_removed_logo_is_gone(admin: TestClient) -> None:
    put(admin, picture())
    assert admin.delete(PATH).status_code == 204
    assert admin.get(PATH).status_code == 404
    assert admin.get("/api/v1/workspace").json()["has_logo"] is False
    assert admin.delete(PATH).status_code == 204


def test_a_stale_change_of_the_logo_is_refused(admin: TestClient) -> None:
    mark = admin.get("/api/v1/workspace").headers["ETag"]
    assert put(admin, picture(), **{"If-Match": mark}).status_code == 200
    assert put(admin, picture(), **{"If-Match": mark}).status_code == 412
    assert admin.delete(PATH, headers={"If-Match": mark}).status_code == 412


def test_the_log_tells_of_the_logo_without_its_bytes(admin: TestClient) -> None:
    put(admin, picture())
    put(admin, picture(size=(20, 20)))
    audit = admin.get("/api/v1/audit", params={"action": "workspace.logo_set"}).json()["items"]
    assert [entry["after"] for entry in audit] == [{}, {"logo_type": "image/png"}]
