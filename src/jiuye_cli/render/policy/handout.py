"""What goes out as a file: xlsx, csv, json or parquet, plain or in an AES-sealed zip."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from jiuye_cli.core.fields.field import Field
from jiuye_cli.core.fields.value import Value
from jiuye_cli.errors import RefusedError
from jiuye_cli.render.files import part_beside, settle, write_file
from jiuye_cli.render.words import shown

FORMATS = ("xlsx", "csv", "parquet", "json")
NO_PARQUET = (
    "这台电脑上没有 pyarrow，写不了 parquet。装上它（pip install pyarrow），或改用 --format csv。"
)


class Handout(Protocol):
    """Heads, the fields they hold, and rows of values in their order."""

    @property
    def heads(self) -> Sequence[str]: ...
    @property
    def fields(self) -> Sequence[Field | None]: ...
    @property
    def rows(self) -> Sequence[Sequence[Value | None]]: ...


def write_handout(path: Path, handout: Handout, kind: str) -> Path:
    """Write the rows as one of `FORMATS`, whole or not at all; RefusedError says why it could not be."""
    if kind == "xlsx":
        from jiuye_cli.render.workbooks.workbook import WorkSheet, write_workbook

        return write_workbook(path, [WorkSheet("名册", handout.heads, _cells(handout))])
    if kind == "csv":
        from jiuye_cli.render.csv_ import csv_text

        return write_file(path, csv_text(handout.heads, _cells(handout)))
    if kind == "json":
        from jiuye_cli.render.json_ import dumps

        people = [dict(zip(handout.heads, row, strict=True)) for row in handout.rows]
        return write_file(path, dumps(people))
    return _parquet(path, handout)


def write_sealed(path: Path, handout: Handout, kind: str, passphrase: str) -> Path:
    """Write the file inside a zip that only the passphrase opens (AES-256); nothing plain is left behind."""
    import pyzipper

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=path.parent, prefix=".") as folder:
        plain = write_handout(Path(folder) / f"{path.stem}.{kind}", handout, kind)
        part = part_beside(path)
        try:
            with pyzipper.AESZipFile(
                part, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
            ) as book:
                book.setpassword(passphrase.encode())
                book.write(plain, plain.name)
            settle(part, path)
        finally:
            part.unlink(missing_ok=True)
    return path


def _cells(handout: Handout) -> list[list[object]]:
    return [[_cell(value) for value in row] for row in handout.rows]


def _cell(value: Value | None) -> object:
    if isinstance(value, tuple):
        return "、".join(_short(record) for record in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return shown(value)


def _short(record: object) -> str:
    items = record.items() if hasattr(record, "items") else ()
    return " ".join(shown(value) for name, value in items if name != "id")


def _parquet(path: Path, handout: Handout) -> Path:
    if find_spec("pyarrow") is None:
        raise RefusedError(NO_PARQUET)
    from jiuye_cli.render.parquet import write_parquet

    return write_parquet(path, handout)
