"""How the business is asked and answered: HTTP, PDF, CSV, mail and the command line."""
