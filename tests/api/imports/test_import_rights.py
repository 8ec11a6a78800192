"""Who may import what, and what an import may not betray."""

import pytest

from tests.api.answers import assert_problem
from tests.api.imports.importing import counts, imported, importing, leads, the_lead
from tests.factories import Staff, a_lead

FILES = {
    "leads": "title\nA\n",
    "companies": "name\nAcme\n",
    "contacts": "name,email\nAnn,ann@acme.example\n",
    "products": "name,price\nBolt,5\n",
    "users": "name,email\nNew,new@example.com\n",
}
ALLOWED = {
    "leads": {"admin", "manager", "rep"},
    "companies": {"admin", "manager", "rep", "finance"},
    "contacts": {"admin", "manager", "rep", "finance"},
    "products": {"admin", "manager", "finance"},
    "users": {"admin"},
}


@pytest.mark.parametrize("noun", FILES)
def test_each_role_imports_what_it_may_write(company: Staff, noun: str) -> None:
    for who in ("admin", "manager", "rep", "finance", "viewer"):
        answer = importing(company.client(who), FILES[noun], noun=noun)
        if who in ALLOWED[noun]:
            assert answer.status_code == 200, answer.text
        else:
            assert_problem(answer, 403, "not-allowed")
    assert importing(company.stranger(), FILES[noun], noun=noun).status_code == 401


def test_a_rep_imports_leads_of_their_own_only(company: Staff) -> None:
    rep = company.client("rep")
    report = imported(rep, "title,owner\nMine,Rita Rep\nHis,Otto Rep\n")
    assert counts(report) == (1, 0, 0, 1)
    assert report["errors"][0]["column"] == "owner"
    assert the_lead(rep)["title"] == "Mine"


def test_a_rep_makes_no_users(company: Staff) -> None:
    answer = importing(company.client("rep"), FILES["leads"], {"create_users": "true"})
    assert_problem(answer, 403, "not-allowed")
    manager = company.client("manager")
    assert importing(manager, FILES["leads"], {"create_users": "true"}).status_code == 200


def test_a_colleagues_lead_is_not_changed_by_a_rep(company: Staff) -> None:
    imported(company.client("admin"), "external_id,title,value,owner\n1,A,5,Otto Rep\n")
    rep = company.client("rep")
    report = imported(rep, "external_id,title,value\n1,A,6\n")
    assert counts(report) == (0, 0, 0, 1)
    assert the_lead(rep)["value"] == "5.00"


def test_an_external_id_of_a_hidden_lead_is_taken_and_no_more_is_said(company: Staff) -> None:
    other = company.client("other_rep")
    hidden = a_lead(other, external_id="X-1", visibility="private", title="Secret")
    rep = company.client("rep")
    report = imported(rep, "external_id,title\nX-1,Mine\nX-2,Mine too\n")
    assert counts(report) == (1, 0, 0, 1)
    (error,) = report["errors"]
    assert (error["line"], error["column"], error["value"]) == (2, "external_id", "X-1")
    assert error["message"] == "Another lead has this id."
    assert the_lead(other, external_id="X-1") == hidden


def test_rows_that_a_colleague_imported_in_private_are_new_to_others(company: Staff) -> None:
    other, rep = company.client("other_rep"), company.client("rep")
    file = "title,company,email,visibility\nDeal,Acme,ann@acme.example,private\n"
    assert counts(imported(other, file)) == (1, 0, 0, 0)
    assert counts(imported(rep, file)) == (1, 0, 0, 0)
    assert counts(imported(rep, file)) == (0, 0, 1, 0)
    assert counts(imported(other, file)) == (0, 0, 1, 0)
    theirs, ours = the_lead(other), the_lead(rep)
    assert theirs["contact"]["id"] != ours["contact"]["id"]
    assert theirs["company"]["id"] != ours["company"]["id"]
    assert len(leads(company.client("admin"))) == 2


def test_matching_by_email_sees_no_hidden_lead(company: Staff) -> None:
    a_lead(company.client("other_rep"), visibility="private")
    rep = company.client("rep")
    report = imported(rep, "email,title\nnadia@northwind.example,Mine\n", {"match": "email"})
    assert counts(report) == (1, 0, 0, 0)
    assert the_lead(rep)["title"] == "Mine"


def test_a_source_that_only_hidden_leads_have_is_new(company: Staff) -> None:
    a_lead(company.client("other_rep"), visibility="private", source="Secret fair")
    report = imported(company.client("rep"), "title,source\nA,Secret fair\n")
    assert report["new_sources"] == ["Secret fair"]


def test_an_import_is_read_by_who_started_it_and_by_those_who_see_everything(
    company: Staff,
) -> None:
    rep = company.client("rep")
    report = imported(rep, "title,value\nA,5\nB,x\n")
    assert rep.get(f"/api/v1/imports/{report['id']}").json() == report
    (listed,) = rep.get("/api/v1/imports").json()["items"]
    assert listed.items() <= report.items()
    assert company.client("admin").get(f"/api/v1/imports/{report['id']}").json() == report
    other = company.client("other_rep")
    assert other.get("/api/v1/imports").json()["items"] == []
    assert other.get(f"/api/v1/imports/{report['id']}").status_code == 404
