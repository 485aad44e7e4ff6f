"""Documents from templates: the user's own come first, the shipped ones behind them.

A template gets plain dicts, lists, text and numbers, and nothing that can do
anything. What is missing is an error with file and line, never a blank.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.render.json_ import Plain, plain
from jiuye_cli.render.paper.child import Ended, run_module
from jiuye_cli.render.paper.template_reach import first_reach, without_orders
from jiuye_cli.render.screen.text import printable_lines

SECONDS = 5.0  # for a user's template, and a little more for each further page
SECONDS_A_PAGE = 0.1


def render(name: str, data: Mapping[str, object], folders: Sequence[Path]) -> str:
    """The document that template `name` makes of `data`.

    `folders` are looked through in turn; the last one holds the templates that
    came with the program, those before it the user's own. RuleFileError (exit
    4) names file and line of whatever is wrong in a template.
    """
    return render_all(name, [data], folders)[0]


def render_all(
    name: str, data: Iterable[Mapping[str, object]], folders: Sequence[Path]
) -> list[str]:
    """Like `render`, once for each piece of data, at the price of one child process at most."""
    *own, shipped = folders
    own = [folder for folder in own if _holds_files(folder)]
    for folder in own:
        _refuse_reaching(folder)
    places = tuple(str(folder) for folder in (*own, shipped))
    values = [template_data(one) for one in data]
    if own:
        return _filled_in_child(name, values, places)

    from jiuye_cli.render.paper.engine import fill_in

    return [fill_in(name, one, places) for one in values]


def template_data(value: object) -> Plain:
    """The value as templates get it: plain data, every text safe to print."""
    return _printable(plain(value))


def _printable(value: Plain) -> Plain:
    if isinstance(value, str):
        return printable_lines(value)
    if isinstance(value, list):
        return [_printable(one) for one in value]
    if isinstance(value, dict):
        return {printable_lines(key): _printable(one) for key, one in value.items()}
    return value


def _holds_files(folder: Path) -> bool:
    return folder.is_dir() and any(path.is_file() for path in folder.rglob("*"))


def _filled_in_child(name: str, values: Sequence[Plain], places: Sequence[str]) -> list[str]:
    task = json.dumps({"name": name, "folders": places, "data": values})
    seconds = SECONDS + SECONDS_A_PAGE * len(values)
    ended = run_module(
        "jiuye_cli.render.paper.template_child", task.encode("utf-8"), seconds=seconds
    )
    answer = _answer(ended, name, places)
    if "problem" in answer:
        message, file, line = answer["problem"]
        raise RuleFileError([Problem(message, file, line)])
    for page in answer["pages"]:
        _refuse_reach(page, _file_of(name, places))
    return list(answer["pages"])


def _refuse_reaching(folder: Path) -> None:
    """Raise RuleFileError for the first of a user's templates that runs, fetches or lies elsewhere."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise RuleFileError([Problem("这是个链接，请把文件本身放进来", str(path))])
        if path.suffix != ".html":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        _refuse_reach(without_orders(text), str(path), known=True)


def _refuse_reach(page: str, file: str, *, known: bool = False) -> None:
    found = first_reach(page)
    if found:
        what, line = found
        raise RuleFileError(
            [Problem(f"{what}，模板里不能有；图片要写成 data:image", file, line if known else 0)]
        )


def _file_of(name: str, places: Sequence[str]) -> str:
    return next((str(path) for place in places if (path := Path(place) / name).is_file()), name)


def _answer(ended: Ended, name: str, places: Sequence[str]) -> Plain:
    if ended.code == 0:
        return json.loads(ended.out)
    fault = (
        "太久还没写完，像是停不下来的循环" if ended.code is None else "占的内存太多，或中途出错停了"
    )
    raise RuleFileError(
        [Problem(f"这份模板{fault}；请改回来，或先把它移出模板文件夹", _file_of(name, places))]
    )
