"""The entry in the system's own timer: a cron line, or a task of the Windows scheduler.

The night's work runs every evening; nights before days off find their list made.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from xml.sax.saxutils import escape

from jiuye_cli.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Task:
    """The night's work of one workspace, at a time of day."""

    home: Path
    hour: int
    minute: int

    @property
    def command(self) -> tuple[str, ...]:
        """The words that run it, wherever the timer starts."""
        return (sys.executable, "-m", "jiuye_cli", "--home", str(self.home), "nightly")


class Timer(Protocol):
    """What both systems' timers can do."""

    def entry(self, task: Task) -> str:
        """The entry as it would be installed."""

    def state(self, task: Task) -> bool:
        """Whether an entry for this workspace is installed."""

    def install(self, task: Task) -> None:
        """Put the entry in, in place of an earlier one for the same workspace."""

    def remove(self, task: Task) -> None:
        """Take the entry out."""

    def told(self, task: Task, *, installed: bool) -> str:
        """What the user reads."""


def of_this_system() -> Timer:
    """The timer of the system this runs on."""
    return WindowsTasks() if os.name == "nt" else Cron()


class Cron:
    """crontab(1) of the user who runs this."""

    def entry(self, task: Task) -> str:
        """One cron line that ends in a mark by which it is found again."""
        # cron reads % as the end of the line
        words = shlex.join(task.command).replace("%", "\\%")
        return f"{task.minute} {task.hour} * * * {words}  {self._mark(task)}"

    def state(self, task: Task) -> bool:
        """Whether the line stands in the crontab."""
        return any(line.endswith(self._mark(task)) for line in self._lines())

    def install(self, task: Task) -> None:
        """Write the line into the crontab."""
        self._write([*self._others(task), self.entry(task)])

    def remove(self, task: Task) -> None:
        """Take the line out of the crontab."""
        if self.state(task):
            self._write(self._others(task))

    def told(self, task: Task, *, installed: bool) -> str:
        """The line, and how to put it in."""
        if installed:
            return f"定时装好了，每晚跑夜班：\n  {self.entry(task)}\n拆掉：jiuye schedule --remove"
        return f"还没装。装上：jiuye schedule --install\n或者自己用 crontab -e 加这一行：\n  {self.entry(task)}"

    @staticmethod
    def _mark(task: Task) -> str:
        return f"# jiuye 夜班 {task.home}"

    def _others(self, task: Task) -> list[str]:
        return [line for line in self._lines() if not line.endswith(self._mark(task))]

    @staticmethod
    def _lines() -> list[str]:
        # An empty crontab is an error to crontab -l, and no crontab at all is empty
        done = _run(["crontab", "-l"], may_fail=True)
        return done.splitlines()

    @staticmethod
    def _write(lines: Sequence[str]) -> None:
        _run(["crontab", "-"], text="".join(f"{line}\n" for line in lines))


class WindowsTasks:
    """schtasks.exe; a task that catches up when the computer was off."""

    NAME = "jiuye夜班"

    def entry(self, task: Task) -> str:
        """The task as the XML that schtasks takes."""
        program, *words = task.command
        arguments = subprocess.list2cmdline(words)
        return (
            '<?xml version="1.0" encoding="UTF-16"?>\n'
            '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">\n'
            "  <Triggers><CalendarTrigger>"
            f"<StartBoundary>2026-01-01T{task.hour:02d}:{task.minute:02d}:00</StartBoundary>"
            "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>\n"
            "  <Settings><StartWhenAvailable>true</StartWhenAvailable>"
            "<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>"
            "<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy></Settings>\n"
            f"  <Actions><Exec><Command>{escape(program)}</Command>"
            f"<Arguments>{escape(arguments)}</Arguments></Exec></Actions>\n"
            "</Task>\n"
        )

    def state(self, task: Task) -> bool:
        """Whether the task stands in the scheduler."""
        return bool(_run(["schtasks", "/Query", "/TN", self.NAME], may_fail=True))

    def install(self, task: Task) -> None:
        """Hand the task to the scheduler."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "task.xml"
            path.write_text(self.entry(task), encoding="utf-16")
            _run(["schtasks", "/Create", "/TN", self.NAME, "/XML", str(path), "/F"])

    def remove(self, task: Task) -> None:
        """Take the task out of the scheduler."""
        if self.state(task):
            _run(["schtasks", "/Delete", "/TN", self.NAME, "/F"])

    def told(self, task: Task, *, installed: bool) -> str:
        """Where the task stands, and how to put it in by hand."""
        if installed:
            return f"定时装好了：任务计划程序里的“{self.NAME}”。拆掉：jiuye schedule --remove"
        words = subprocess.list2cmdline(task.command)
        by_hand = f'schtasks /Create /TN {self.NAME} /SC DAILY /ST {task.hour:02d}:{task.minute:02d} /TR "{words}"'
        return f"还没装。装上：jiuye schedule --install\n或者自己在命令提示符里打：\n  {by_hand}"


def _run(words: Sequence[str], *, text: str = "", may_fail: bool = False) -> str:
    """Run the system's own timer program; what it says."""
    try:
        done = subprocess.run(words, input=text, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        if may_fail:
            return ""
        raise RefusedError(f"这台电脑上没有 {words[0]}，请把上面那一行交给管电脑的人装。") from None
    if done.returncode and not may_fail:
        raise RefusedError(f"定时没装成：{done.stderr.strip() or words[0]}")
    return done.stdout if not done.returncode else ""
