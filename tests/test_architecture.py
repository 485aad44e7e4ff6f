"""The house: which layer may import which, how long a file may be, what a quick start must not load."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "jiuye_cli"
PACKAGE = "jiuye_cli"
LONGEST = 300
GENERATED = {"core/people/_readings.py"}

MAY_IMPORT = {
    "errors": set(),
    "__init__": set(),
    "workspace": {"errors"},
    "core": {"core", "errors"},
    "files": {"files", "core", "errors"},
    "store": {"store", "core", "errors"},
    "actions": {"actions", "store", "core", "errors", "workspace"},
    "render": {"render", "core", "errors"},
    "cli": {
        "cli",
        "actions",
        "store",
        "render",
        "files",
        "core",
        "errors",
        "workspace",
        "__init__",
    },
    "__main__": {"cli"},
}
ONE_ROOM = {
    "sqlite_utils": {"store"},
    "sqlite3": {"store", "actions", "cli"},
    "jinja2": {"render"},
    "typer": {"cli"},
    "yaml": {"files", "cli"},
    "rich": {"render", "cli"},
    "xlsxwriter": {"render"},
    "python_calamine": {"files"},
    "click": set(),
}
BANNED_NAMES = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}
HEAVY = {
    "rich",
    "sqlite_utils",
    "yaml",
    "jinja2",
    "python_calamine",
    "xlsxwriter",
    "plutoprint",
    "pypdf",
    "fontTools",
    "pypinyin",
}


def sources() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def layer(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[0]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a file, read once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every import in a file, those inside functions too: line and dotted name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == PACKAGE:
                yield from ((node.lineno, f"{PACKAGE}.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module


def test_imports_run_down_the_layers() -> None:
    wrong = []
    for path in sources():
        for line, name in imported(path):
            root, _, rest = name.partition(".")
            if root != PACKAGE:
                continue
            target = rest.split(".")[0] or "__init__"
            if target.startswith("__version__"):
                target = "__init__"
            if target not in MAY_IMPORT[layer(path)]:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


def test_no_two_files_need_each_other() -> None:
    files = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(
            ".__init__"
        ): path
        for path in sources()
    }
    needs: dict[str, set[str]] = {
        name: {
            target
            for _, said in imported(path)
            if (target := said if said in files else said.rpartition(".")[0]) in files
            and target != name
        }
        for name, path in files.items()
    }
    TopologicalSorter(needs).prepare()


def test_each_library_has_its_room() -> None:
    wrong = []
    for path in sources():
        for line, name in imported(path):
            rooms = ONE_ROOM.get(name.split(".")[0])
            if rooms is not None and layer(path) not in rooms:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in sources()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST
        and path.relative_to(SOURCE).as_posix() not in GENERATED
    }
    assert long == {}


def test_no_room_is_named_after_nothing() -> None:
    named = [path for path in SOURCE.rglob("*") if path.stem.strip("_") in BANNED_NAMES]
    assert named == []


def test_core_knows_no_clock() -> None:
    wrong = []
    for path in (SOURCE / "core").rglob("*.py"):
        for node in ast.walk(tree(path)):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in ("today", "now", "utcnow")
                and isinstance(node.value, ast.Name)
                and node.value.id in ("date", "datetime")
            ):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["show", "--help"], ["policy", "--help"]]
)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    probe = (
        "import sys, contextlib\n"
        "from jiuye_cli.cli.main import app\n"
        "with contextlib.suppress(SystemExit):\n"
        f"    app({words!r})\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, encoding="utf-8", check=True
    )
    loaded = set(done.stderr.rpartition("LOADED ")[2].split())
    assert loaded & HEAVY == set()
    assert "jiuye_cli" in loaded


def test_the_root_help_loads_no_command() -> None:
    probe = (
        "import sys, contextlib\n"
        "from jiuye_cli.cli.main import app\n"
        "from jiuye_cli.cli.commands import COMMANDS\n"
        "with contextlib.suppress(SystemExit):\n"
        "    app(['--help'])\n"
        "print([e.module for e in COMMANDS if 'jiuye_cli.cli.' + e.module in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stderr.strip() == "[]"
