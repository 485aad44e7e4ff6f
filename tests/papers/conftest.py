"""One hamlet for all tests of paper, built once: typing it in takes some seconds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Said
from papers.gathering import gathered
from papers.hamlet import people_the_hamlet
from papers.rules import write_rules

PAGES = {
    "manual": ["1", "2", "3", "6"],
    "leaflet": ["1", "2", "6"],
    "plan": [],
    "claim": [],
    "registration": ["1", "2", "3"],
    "lists": [],
    "public": [],
    "policies": [],
}
"""Which pages of each kind are looked at: those of the people paper is hard on."""


@pytest.fixture(scope="package")
def hamlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The workspace of the hamlet, at hand for as long as the tests of this folder run."""
    from typer.testing import CliRunner

    from jiuye_cli.actions.safe.make_workspace import make_workspace
    from jiuye_cli.cli.main import app
    from jiuye_cli.workspace import Workspace

    def run(*words: str, stdin: str = "") -> Said:
        result = CliRunner().invoke(app, list(words), input=stdin)
        return Said(result.exit_code, result.stdout, result.stderr)

    home = tmp_path_factory.mktemp("hamlet") / "jiuye"
    make_workspace(Workspace(home), "柳树屯", "山东/聊城/临清")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIUYE_HOME", str(home))
        patch.setenv("JIUYE_USER", "王芳")
        people_the_hamlet(run, home, lambda day: patch.setenv("JIUYE_TODAY", day))
    yield home


@pytest.fixture(scope="package")
def pages(hamlet: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The gathered pages of each kind, judged by the hamlet's own rules."""
    shelf = write_rules(tmp_path_factory.mktemp("rules"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIUYE_HOME", str(hamlet))
        patch.setenv("JIUYE_TODAY", "2026-11-21")
        found = {kind: gathered(kind, who, shelf) for kind, who in PAGES.items()}
        found["leaflet of a policy"] = gathered("leaflet", ["每月生活补贴"], shelf)
    return found
