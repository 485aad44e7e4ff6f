"""`python -m jiuye_cli` and the `jiuye` command."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """Run the command line; whatever files are made are private to the user."""
    os.umask(0o077)
    # Nearly all that a start makes lives to the end; looking through it for rubbish costs 5 %
    gc.set_threshold(20_000)
    from jiuye_cli.cli.main import app

    app()


if __name__ == "__main__":
    main()
