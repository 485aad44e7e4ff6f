"""Fixtures every test may use: a fresh workspace, a fixed day, the command line."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

TODAY = "2026-11-21"


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        """The answer read as JSON."""
        import json

        return json.loads(self.out)


@pytest.fixture(autouse=True)
def _fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIUYE_TODAY", TODAY)
    monkeypatch.setenv("JIUYE_USER", "王芳")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("JIUYE_HOME", raising=False)


@pytest.fixture(scope="session", autouse=True)
def _compiled_children(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Commands started as processes find the program compiled, as on her machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("compiled")))
        yield


@pytest.fixture(scope="session")
def empty_village(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace with the shipped rules read, made once to be copied; nobody works in it."""
    from jiuye_cli.actions.safe.make_workspace import make_workspace
    from jiuye_cli.files.kept import keep_in, read_kept
    from jiuye_cli.files.rule_folder import load_shelf
    from jiuye_cli.workspace import Workspace, shipped

    place = Workspace(tmp_path_factory.mktemp("empty") / "jiuye")
    make_workspace(place, "柳树屯", "山东/聊城/临清")
    keep_in(place.read_rules)
    load_shelf(place.policy_folders)
    for table in shipped("policies").glob("*.yaml"):
        read_kept(table, table.name)
    keep_in(None)
    return place.home


@pytest.fixture
def home(empty_village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace of the invented village 柳树屯."""
    place = shutil.copytree(
        empty_village, tmp_path / "jiuye", ignore=shutil.ignore_patterns("cache")
    )
    # What is kept of the rules goes by what they say, and serves every test
    with suppress(OSError):
        (place / "cache").mkdir()
        (place / "cache" / "rules").symlink_to(empty_village / "cache" / "rules")
    monkeypatch.setenv("JIUYE_HOME", str(place))
    return place


@pytest.fixture
def jiuye(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """Run a command line in this process: `jiuye("find", "李", stdin="")`.

    It does not wait for the disk: a power cut cannot be asked about from inside,
    and whole processes are killed in tests/safety.
    """
    from typer.testing import CliRunner

    from jiuye_cli.cli.main import app
    from jiuye_cli.store.file import connection

    hasty = connection._PRAGMAS.replace("synchronous=EXTRA", "synchronous=OFF")
    monkeypatch.setattr(connection, "_PRAGMAS", hasty)

    def run(*words: str, stdin: str = "") -> Said:
        result = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
        return Said(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], None]]:
    """Compare a text with tests/…/golden/NAME; `--update-golden` writes it anew."""
    folder = Path(request.fspath).parent / "golden"
    update = request.config.getoption("--update-golden")

    def check(name: str, text: str) -> None:
        path = folder / name
        if update:
            folder.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"没有 {path}：先用 --update-golden 写出来，再读一遍"
        assert text == path.read_text(encoding="utf-8")

    yield check


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` rewrites the golden files; read the diff before you accept it."""
    parser.addoption("--update-golden", action="store_true")
