"""What may reach a page: the declared keys of a document's shape, and nothing besides.

Each document declares its data as a TypedDict. What is not declared is left
behind, so a page cannot show what nobody meant to print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

from jiuye_cli.render.paper.template import render


class Line(TypedDict):
    """A label and what stands beside it; None leaves room to write on a form."""

    label: str
    value: object


class Contact(TypedDict):
    """Somebody to ring."""

    name: str
    role: str | None
    phone: str | None


class Paper(TypedDict):
    """What every printed document carries: the village, its number, when it was printed."""

    village: str
    print_id: str
    printed_at: str


def document(template: str, shape: type, data: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The self-contained HTML page that a template makes of the declared part of `data`.

    `folders` are the template folders, the shipped one last.
    """
    return render(template, shaped(shape, data), folders)


def shaped(shape: type, value: Mapping[str, Any]) -> dict[str, Any]:
    """The declared keys of `value`, its records treated alike; KeyError names a missing one.

    >>> shaped(Contact, {"name": "周敏", "role": None, "phone": "1", "身份证号": "2"})
    {'name': '周敏', 'role': None, 'phone': '1'}
    """
    return {key: _fitted(hint, value[key]) for key, hint in _hints(shape).items()}


def undeclared(shape: type, value: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """The paths of all keys in `value` that the shape does not declare.

    >>> list(undeclared(Contact, {"name": "周敏", "身份证号": "2"}))
    ['身份证号']
    """
    hints = _hints(shape)
    for key, one in value.items():
        if key not in hints:
            yield where + key
            continue
        inner = _record_shape(hints[key])
        if inner and one is not None:
            for record in one if isinstance(one, Sequence) else (one,):
                yield from undeclared(inner, record, f"{where}{key}.")


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape)


def _fitted(hint: Any, value: Any) -> Any:
    inner = _record_shape(hint)
    if inner is None or value is None:
        return value
    if isinstance(value, Mapping):
        return shaped(inner, value)
    return [shaped(inner, one) for one in value]


@cache
def _record_shape(hint: Any) -> type | None:
    """The TypedDict inside `Shape`, `Shape | None` or `Sequence[Shape]`."""
    if is_typeddict(hint):
        return hint  # type: ignore[no-any-return]
    if get_origin(hint) is None:
        return None
    return next((shape for one in get_args(hint) if one is not NoneType and (shape := _record_shape(one))), None)  # fmt: skip
