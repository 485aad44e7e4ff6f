"""The template engine: Jinja in a sandbox that has no methods, only data and filters."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateRuntimeError, Undefined
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from jiuye_cli.errors import Problem, RuleFileError
from jiuye_cli.render import words
from jiuye_cli.render.paper.template_faults import sentence

# Left out: what makes long text out of nothing, what switches escaping off, what turns a
# missing or misspelt value into a blank, a zero or the word None (default, int, string …)
JINJA_FILTERS = (
    *("abs", "batch", "count", "dictsort", "first", "groupby", "items", "join", "last", "length"),
    *("list", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select"),
    *("selectattr", "slice", "sort", "sum", "trim", "unique"),
)
BIGGEST = 10**12  # of a product or a power
LIFELESS = (str, int, float, list, tuple)
MAPPING_WORDS = ("items", "keys", "values", "get")


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which data are data: a mapping's keys come before its methods."""

    intercepted_binops = frozenset(("*", "**"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`: the entry of that name where `obj` is a mapping."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        if isinstance(obj, LIFELESS):
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Text, numbers and lists have no methods here; mappings may be walked through."""
        if isinstance(obj, Mapping):
            return attr in MAPPING_WORDS
        if isinstance(obj, LIFELESS):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Products and powers of numbers of a size that paper has."""
        numbers = all(isinstance(one, int | float) for one in (left, right))
        if not numbers or (operator == "**" and abs(right) > 8) or abs(left) > BIGGEST:
            raise SecurityError("乘法只能用在不太大的数上")
        return super().call_binop(context, operator, left, right)


def fill_in(name: str, data: Mapping[str, Any], folders: tuple[str, ...]) -> str:
    """The page that template `name` in the first folder that has it makes of plain `data`.

    RuleFileError tells file and line of anything wrong.
    """
    try:
        return environment(folders).get_template(name).render(_with_gaps(data))
    except Exception as error:
        raise RuleFileError([_problem(error, name, folders)]) from error


@lru_cache(maxsize=8)
def environment(folders: tuple[str, ...]) -> Sandbox:
    """The engine for templates in these folders, the first one winning."""
    engine = Sandbox(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    engine.filters = {name: engine.filters[name] for name in JINJA_FILTERS} | {
        name: _of_a_value(each) for name, each in FILTERS.items()
    }
    engine.filters["或"] = _or_else
    for name in ("lipsum", "cycler", "joiner"):
        del engine.globals[name]
    return engine


FILTERS: dict[str, Callable[..., str]] = {
    "日期": words.chinese_date,
    "月日": words.short_date,
    "年月": words.month,
    "星期": words.weekday,
    "元": words.yuan,
    "千分": words.grouped,
    "遮电话": words.masked_phone,
    "序号": words.numeral,
    "连": words.together,
}


class NotKnown(Undefined):
    """A value that is not known: false in an `if`, an error wherever it would be written."""

    __iter__ = __str__ = __len__ = Undefined._fail_with_undefined_error


def _with_gaps(value: Any, name: str = "") -> Any:
    if value is None:
        return NotKnown(
            f'“{name}”还不知道，纸上不能空着；可以写 {{{{ …|或("未问到") }}}}', name=name
        )
    if isinstance(value, dict):
        return {key: _with_gaps(one, key) for key, one in value.items()}
    return [_with_gaps(one, name) for one in value] if isinstance(value, list) else value


def _of_a_value(each: Callable[..., str]) -> Callable[..., str]:
    @wraps(each)
    def checked(value: Any) -> str:
        str(value)  # raises where it is missing, and says what
        return each(value)

    return checked


def _or_else(value: Any, otherwise: str) -> Any:
    if isinstance(value, NotKnown) or value == "":
        return otherwise
    str(value)
    return value


def _printed(value: Any) -> Any:
    """What stands on paper for a value written between double braces."""
    if isinstance(value, str | Undefined):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if value is None or isinstance(value, list | dict):
        raise TemplateRuntimeError(
            "这里不是一个字或一个数，写不到纸上；一张表要用 {% for %} 一行一行写"
        )
    return value


def _problem(error: Exception, name: str, folders: tuple[str, ...]) -> Problem:
    """What is wrong, in which file, on which line."""
    if isinstance(error, TemplateSyntaxError):
        return Problem(sentence(error), error.filename or name, error.lineno)
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders)
    ]
    if frames:
        return Problem(sentence(error), frames[-1].filename, frames[-1].lineno or 0)
    if isinstance(error, TemplateNotFound):
        return Problem(sentence(error), name)
    return Problem(sentence(error), str(_found(name, folders)))


def _found(name: str, folders: tuple[str, ...]) -> Path:
    paths = (Path(folder) / name for folder in folders)
    return next((path for path in paths if path.is_file()), Path(name))
