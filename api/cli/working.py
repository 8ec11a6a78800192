"""`throughline worker`."""

import typer


def worker() -> None:
    """Deliver mails and run the daily jobs, until stopped; any number may run."""
    from api.adapters import post
    from api.cli.installation import clock, ready
    from api.cli.logs import show_logs
    from api.cli.stopping import Stop
    from api.settings import Settings
    from api.worker import hired

    settings = Settings()
    show_logs(settings.log_level)
    post(settings)
    database = ready(settings)
    try:
        stop = Stop()
        hand = hired(settings, database, clock)
        hand.start()
        typer.echo("The worker is running. Stop it with Ctrl+C.", err=True)
        stop.wait()
        hand.stop()
    finally:
        database.close()
    typer.echo("The worker has stopped.", err=True)
