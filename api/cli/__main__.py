"""`python -m api.cli`, where the command `throughline` is not installed."""

from api.cli.main import main

if __name__ == "__main__":
    main()
