"""Rule files as they were read last time, kept as JSON in the workspace's `cache/rules`.

A kept file is used only while the seal on its first line fits the rule file's
bytes, the program that reads it, and every byte that was kept; else the rule
file is read anew and kept again. So the folder may be missing, old, damaged or
not writable, and only the clock tells. What is refused is never kept: a faulty
file is read, and explained, every time.
"""

from __future__ import annotations

import os
from contextlib import suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from jiuye_cli.core.rules.node import Node
from jiuye_cli.files.bounded import bounded_bytes

_FOLDER: ContextVar[Path | None] = ContextVar("kept", default=None)


def keep_in(folder: Path | None) -> None:
    """Keep what is read from now on in `folder`, made when it is needed; None keeps nothing."""
    _FOLDER.set(folder)


def read_kept(path: Path, shown: str, *, cases: bool = True) -> Node:
    """The nodes of a rule file, under the name `shown`; `cases=False` leaves its 样例 out.

    Raises `OSError` where it cannot be opened, `RuleFileError` for what `read_yaml` refuses.
    """
    data = bounded_bytes(path, shown)
    folder = _folder()
    if folder is None:
        return _read(data, shown, cases=cases)
    place = folder / f"{_digest(os.fsencode(path), str(cases).encode())[:24]}.json"
    source = (_reader(), shown.encode("utf-8", "replace"), str(cases).encode(), data)
    node = _kept(place, source, shown)
    if node is None:
        node = _read(data, shown, cases=cases)
        _keep(place, source, node)
    return node


def _folder() -> Path | None:
    folder = _FOLDER.get()
    # Without its own source, as in a frozen program, nobody knows who read what is kept
    return folder if Path(__file__).is_file() else None


def _read(data: bytes, shown: str, *, cases: bool) -> Node:
    from jiuye_cli.files.deferred_cases import without_cases
    from jiuye_cli.files.strict_yaml import decoded, read_yaml

    return read_yaml(data if cases else without_cases(decoded(data, shown)), shown)


@cache
def _reader() -> bytes:
    """The program that reads: what an older or newer one kept is not used."""
    here = Path(__file__)
    parts = (here, here.with_name("strict_yaml.py"), here.with_name("deferred_cases.py"))
    return b"".join(part.read_bytes() for part in parts)


def _kept(place: Path, source: tuple[bytes, ...], shown: str) -> Node | None:
    import json

    try:
        seal, _, body = place.read_bytes().partition(b"\n")
        return _node(json.loads(body), shown) if seal == _seal(source, body) else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _keep(place: Path, source: tuple[bytes, ...], node: Node) -> None:
    import json

    body = json.dumps(_plain(node), ensure_ascii=False, separators=(",", ":"))
    kept = body.encode("utf-8", "surrogatepass")
    writing = place.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            writing.write_bytes(_seal(source, kept) + b"\n" + kept)
            writing.replace(place)
        finally:
            writing.unlink(missing_ok=True)


def _plain(node: Node) -> list[Any]:
    value: Any = node.value
    if node.items is not None:
        value = [_plain(one) for one in node.items]
    elif node.entries is not None:
        value = {key: _plain(one) for key, one in node.entries.items()}
    return [value, node.line, node.column, node.key_line]


def _node(kept: list[Any], shown: str) -> Node:
    value, line, column, key_line = kept
    if isinstance(value, list):
        value = tuple([_node(one, shown) for one in value])
    elif isinstance(value, dict):
        value = {key: _node(one, shown) for key, one in value.items()}
    return Node(value, shown, line, column, key_line)


def _seal(source: tuple[bytes, ...], body: bytes) -> bytes:
    return _digest(*source, body).encode()


def _digest(*parts: bytes) -> str:
    import hashlib

    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
