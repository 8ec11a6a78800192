"""`throughline serve`."""

from typing import Annotated

import typer


def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on.", envvar="THROUGHLINE_HOST")
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Port to listen on.", envvar="PORT", min=0, max=65535)
    ] = None,
) -> None:
    """Serve the app and its API, with a worker beside them unless THROUGHLINE_WORKER=off."""
    from api.adapters import post
    from api.cli.installation import ready
    from api.cli.listening import listening, run
    from api.cli.logs import show_logs
    from api.settings import Settings

    wanted = {"host": host, "port": port}
    settings = Settings().model_copy(update={k: v for k, v in wanted.items() if v is not None})
    show_logs(settings.log_level)
    post(settings)
    with listening(settings.host, settings.port) as socket:
        settings = settings.model_copy(update={"port": socket.getsockname()[1]})
        ready(settings).close()
        run(settings, socket)
    typer.echo("Throughline has stopped.", err=True)
