"""The one error family: each class owns its sentence's kind and its exit code.

A `JiuyeError` is something the user can cause and mend; its message is a
Chinese sentence that says what is wrong, where, and what to do next. Anything
else that escapes a command is a fault of ours (exit 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class JiuyeError(Exception):
    """Something a user can cause and mend; its text is shown as it is."""

    exit_code = 1


class UsageError(JiuyeError):
    """The command line does not say what is wanted."""

    exit_code = 2


class NotFoundError(JiuyeError):
    """Nothing, or more than one thing, answers to what was typed."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file the user wrote: where, and a sentence.

    >>> str(Problem("不认识“年令”，是不是“年龄”？", "policies/a.yaml", 3))
    'policies/a.yaml:3: 不认识“年令”，是不是“年龄”？'
    """

    message: str
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        if not self.file:
            return self.message
        return (
            f"{self.file}:{self.line}: {self.message}"
            if self.line
            else f"{self.file}: {self.message}"
        )


class RuleFileError(JiuyeError):
    """Rule, setting or template files are wrong; carries every problem found."""

    exit_code = 4

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class RefusedError(JiuyeError):
    """The change is not allowed or the input was refused; nothing changed."""

    exit_code = 5


class DatabaseError(JiuyeError):
    """The database needs care: damaged, newer than the program, or locked too long."""

    exit_code = 6
