"""`throughline migrate`."""

import typer


def migrate() -> None:
    """Bring the database up to date; nothing happens where it is."""
    import migrations
    from api.cli.installation import connected
    from api.settings import Settings

    database = connected(Settings())
    try:
        before, wanted = migrations.present(database.engine), migrations.newest()
        if before == wanted:
            typer.echo("The database is up to date.")
            return
        typer.echo(f"Migrating from {before or 'an empty database'} to {wanted} …")
        migrations.upgrade(database.engine)
        typer.echo("The database is up to date now.")
    finally:
        database.close()
