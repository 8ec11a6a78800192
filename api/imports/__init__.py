"""Imports: files of leads, companies, contacts, products and users, brought in over HTTP."""
