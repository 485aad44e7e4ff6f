"""`python -m jiuye_cli` and the `jiuye` command."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line; whatever files are made are private to the user."""
    os.umask(0o077)
    _open_streams()
    # Nearly all that a start makes lives to the end; looking through it for rubbish costs 5 %
    gc.set_threshold(20_000)
    try:
        from jiuye_cli.cli.main import app

        app()
    except KeyboardInterrupt:
        # Before the command line was read, or after everything was done
        sys.exit(130)


def _open_streams() -> None:
    """Without a console (Task Scheduler, `>&-`) Python has no streams to write to at all."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - for as long as the program runs


if __name__ == "__main__":
    main()
