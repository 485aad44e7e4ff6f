"""The root command: the table of commands, and the one boundary for errors."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from jiuye_cli.cli import complaints, desk
from jiuye_cli.cli.arguments import refuse_identity_numbers
from jiuye_cli.cli.commands import COMMANDS
from jiuye_cli.cli.lazy import RootGroup
from jiuye_cli.errors import JiuyeError


class JiuyeGroup(RootGroup):
    """The root of all commands; every error ends here as one sentence and an exit code."""

    entries = COMMANDS

    def main(self, args: Any = None, prog_name: str | None = None, *_: Any, **extra: Any) -> Any:
        """Run a command line and leave with the promised exit code."""
        extra["standalone_mode"] = False
        try:
            refuse_identity_numbers(sys.argv[1:] if args is None else args)
            code = super().main(args, "jiuye", **extra)
            if code == complaints.INTERRUPTED:
                complaints.interrupted()
        except JiuyeError as error:
            code = complaints.tell(error)
        except typer.Abort:
            code = complaints.interrupted()
        except Exception as error:
            code = complaints.explain(error)
        sys.exit(code if isinstance(code, int) else 0)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The root's help: the day's commands first, each with its Chinese name."""
        from jiuye_cli.cli.help import write_root_help

        write_root_help(formatter, self.entries)


app = typer.Typer(
    cls=JiuyeGroup,
    add_completion=True,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from jiuye_cli import __version__

        typer.echo(f"jiuye {__version__}")
        raise typer.Exit


@app.callback()
def root(
    ctx: typer.Context,
    home: Annotated[
        str | None,
        typer.Option("--home", metavar="文件夹", help="用哪个工作文件夹（默认 ~/jiuye）"),
    ] = None,
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="显示版本号")
    ] = False,
) -> None:
    """就业：一个村协理员的整张办公桌。"""
    desk.choose_home(home)
    if ctx.invoked_subcommand is None:
        from jiuye_cli.cli.front_page import front_page
        from jiuye_cli.cli.output import emit

        emit(front_page(has_village=desk.workspace().database.is_file()))
        return
    desk.learn_own_fields()
