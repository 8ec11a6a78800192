"""Products over HTTP."""

from typing import Any

from fastapi.testclient import TestClient

from tests.factories import Staff

PATH = "/api/v1/products"


def a_product(client: TestClient, **fields: Any) -> dict[str, Any]:
    """A product on the price list."""
    body = {"code": "GTX-B", "name": "GTX Basic", "unit_price": "550", "tax_rate": "19", **fields}
    answer = client.post(PATH, json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def test_what_post_answers_get_answers(admin: TestClient) -> None:
    product = a_product(admin, description="Entry model", tax_category="standard")
    assert admin.get(f"{PATH}/{product['id']}").json() == product
    assert admin.get(PATH).json()["items"] == [product]
    assert product["unit_price"] == "550.00"
    assert product["unit"] == "pc"
    assert product["currency"] == "EUR"


def test_two_products_never_share_a_code(admin: TestClient) -> None:
    a_product(admin)
    other = a_product(admin, code="GTX-P", name="GTX Pro")
    answer = admin.post(PATH, json={"code": "GTX-B", "name": "Again"})
    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/product-code-taken"
    assert admin.patch(f"{PATH}/{other['id']}", json={"code": "GTX-B"}).status_code == 409
    assert admin.patch(f"{PATH}/{other['id']}", json={"code": "GTX-P"}).status_code == 200


def test_a_product_without_a_code_stands_beside_others_without(admin: TestClient) -> None:
    a_product(admin, code=None)
    a_product(admin, code="", name="Another")
    assert len(admin.get(PATH).json()["items"]) == 2


def test_a_renamed_product_is_found_by_its_new_name_only(admin: TestClient) -> None:
    product = a_product(admin)
    changed = admin.patch(f"{PATH}/{product['id']}", json={"name": "Hydra", "code": None}).json()
    assert changed["version"] == product["version"] + 1
    assert admin.get(PATH, params={"q": "hyd"}).json()["items"] == [changed]
    assert admin.get(PATH, params={"q": "gtx"}).json()["items"] == []


def test_an_archived_product_is_listed_apart_until_restored(admin: TestClient) -> None:
    product = a_product(admin)
    path = f"{PATH}/{product['id']}"
    assert admin.delete(path).json()["archived_at"] is not None
    assert admin.get(PATH).json()["items"] == []
    assert len(admin.get(PATH, params={"archived": True}).json()["items"]) == 1
    assert admin.post(f"{path}/restore").json()["archived_at"] is None
    assert len(admin.get(PATH).json()["items"]) == 1


def test_what_a_product_always_has_cannot_be_emptied(admin: TestClient) -> None:
    path = f"{PATH}/{a_product(admin)['id']}"
    for change in ({"name": None}, {"unit": None}, {"unit_price": None}):
        assert admin.patch(path, json=change).status_code == 422
    assert admin.patch(path, json={"unit_price": "-1"}).json()["errors"][0]["field"] == "unit_price"
    assert admin.patch(path, json={"tax_rate": "100.5"}).status_code == 422
    assert admin.patch(path, json={"currency": "USD"}).status_code == 422
    assert admin.patch(path, json={"unit_price": 12}).status_code == 422


def test_a_stale_version_is_refused(admin: TestClient) -> None:
    path = f"{PATH}/{a_product(admin)['id']}"
    mark = admin.get(path).headers["ETag"]
    assert admin.patch(path, json={"unit": "h"}, headers={"If-Match": mark}).status_code == 200
    assert admin.patch(path, json={"unit": "d"}, headers={"If-Match": mark}).status_code == 412


def test_finance_prices_products_and_reps_read_them(company: Staff) -> None:
    product = a_product(company.client("finance"))
    rep = company.client("rep")
    assert rep.get(f"{PATH}/{product['id']}").json() == product
    for answer in (
        rep.post(PATH, json={"name": "X"}),
        rep.patch(f"{PATH}/{product['id']}", json={"name": "X"}),
        rep.delete(f"{PATH}/{product['id']}"),
    ):
        assert answer.status_code == 403
