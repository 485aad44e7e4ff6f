"""The process in which a user's own template is filled in, under limits.

Standard input carries one JSON object `{name, folders, data}`, `data` being a
list; standard output answers `{pages}` or `{problem: [message, file, line]}`.
"""

from __future__ import annotations

import json
import sys

from jiuye_cli.errors import RuleFileError
from jiuye_cli.render.paper.child import limit_memory

MEGABYTES = 512


def main() -> None:
    """Fill in the template once for each piece of data, and answer with the pages."""
    limit_memory(MEGABYTES)
    task = json.load(sys.stdin)

    from jiuye_cli.render.paper.engine import fill_in

    try:
        answer: dict[str, object] = {
            "pages": [fill_in(task["name"], one, tuple(task["folders"])) for one in task["data"]]
        }
    except RuleFileError as error:
        problem = error.problems[0]
        answer = {"problem": [problem.message, problem.file, problem.line]}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
