"""`b2b push`: the key with which push services know us."""

import click


@click.group()
def push() -> None:
    """Meldingen op het scherm van een apparaat."""


@push.command()
def keys() -> None:
    """Maak een sleutel voor B2B_PUSH_KEY. Met een nieuwe sleutel moet ieder apparaat opnieuw ja zeggen."""
    from b2b.core.crypto import new_push_key

    click.echo(new_push_key())
