"""The committed description of the API, and the program that writes it."""
