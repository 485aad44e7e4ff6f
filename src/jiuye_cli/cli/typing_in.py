"""Words typed for `add` and `set`: names, questions on a terminal, numbers kept off the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from jiuye_cli.cli import desk
from jiuye_cli.errors import RefusedError, UsageError

SECRET = "身份证号"  # noqa: S105 - a field's name
FIRST_QUESTIONS = ("姓名", "身份证号", "组", "电话", "文化程度", "就业状态", "意向工种", "回访嘱咐")


def named_words(words: Sequence[str]) -> list[str]:
    """Words with a bare first word read as the name."""
    if words and "=" not in words[0] and "＝" not in words[0]:
        if any(word.replace("＝", "=").startswith("姓名=") for word in words[1:]):
            raise UsageError(f"姓名写了两次：“{words[0]}”和后面的 姓名=…，留一个。")
        return [f"姓名={words[0]}", *words[1:]]
    return list(words)


def with_secrets(words: Sequence[str]) -> list[str]:
    """Words in which an identity number given as `-` has been typed or read from standard input.

    A number written out as an argument is refused: it would stay in the shell's history.
    """
    return [_filled(word) for word in words]


def _filled(word: str) -> str:
    from jiuye_cli.core.people.typed import read_word

    field, sign, text = read_word(word)
    if field.name != SECRET or sign != "=" or text in ("", "?", "？") or word.startswith("\x00"):
        return word.removeprefix("\x00")
    if text != "-":
        raise UsageError("身份证号不要写在命令里，会留在记录中。写 身份证号=-，回车后再输入。")
    return f"{SECRET}={_read_secret()}"


def _read_secret(question: str = SECRET) -> str:
    import typer

    typed = typer.prompt(question, err=True) if sys.stdin.isatty() else sys.stdin.readline()
    if not str(typed).strip():
        raise RefusedError(f"没有读到{question}，什么都没有动。")
    return str(typed).strip()


def typed_or_read(word: str | None) -> str | None:
    """Who or what is meant; `-` is asked for, or read as a line of standard input.

    So that an identity number can be looked up without standing on the command line.
    """
    return _read_secret("要找的人") if word == "-" else word


def typed_or_read_all(words: list[str] | None) -> list[str] | None:
    """The words as `typed_or_read` takes each."""
    return [typed_or_read(word) or "" for word in words] if words else words


def asked() -> list[str]:
    """The first questions of a file, asked one by one; an empty answer stays unknown.

    Raises `UsageError` where nobody is there to answer.
    """
    if not desk.interactive():
        raise UsageError("要写姓名，如：jiuye add 李小满 组=3组")
    import typer

    from jiuye_cli.core.people.typed import typed_field

    words = []
    for name in FIRST_QUESTIONS:
        question = typed_field(name).question or name
        answer = typer.prompt(
            f"{name}（{question}）", default="", show_default=False, err=True
        ).strip()
        if answer:
            words.append(f"\x00{name}={answer}" if name == SECRET else f"{name}={answer}")
    return words
