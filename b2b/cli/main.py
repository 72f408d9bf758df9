"""`b2b`: one group of commands per file in this package, found by name and loaded when used."""

import importlib
import sys
from pathlib import Path

import click

from b2b import __version__
from b2b.cli.installation import Installation
from b2b.config import BadSettings


class Commands(click.Group):
    """`b2b places` is the command `places` in places.py: a start does not pay for the other files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the files that hold a command of their own name."""
        names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
        return [name.replace("_", "-") for name in names if self.get_command(ctx, name) is not None]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load one command; None when there is no such file, or when it only helps others."""
        name = name.replace("-", "_")
        if not (name.isidentifier() and (Path(__file__).parent / f"{name}.py").is_file()):
            return None
        found = getattr(importlib.import_module(f"b2b.cli.{name}"), name, None)
        return found if isinstance(found, click.Command) and found is not ctx.command else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--database-url", metavar="URL", help="Een andere database dan B2B_DATABASE_URL.")
@click.version_option(__version__, prog_name="b2b")
@click.pass_context
def b2b(ctx: click.Context, database_url: str | None) -> None:
    """Buurthulp: buren helpen buren."""
    ctx.obj = Installation(database_url)
    ctx.call_on_close(ctx.obj.close)


def main() -> None:
    """Run the command line; what cannot be is said in one sentence."""
    from b2b.core.crypto import WrongKey
    from b2b.core.errors import Refusal

    try:
        b2b(prog_name="b2b")
    except (BadSettings, Refusal, WrongKey) as problem:
        click.echo(str(problem), err=True)
        sys.exit(1)
