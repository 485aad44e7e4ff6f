"""The paper of the coordinator's own desk, gathered from a file: read again, looked at, kept discreet."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from conftest import Said
from papers.gathering import MOMENT, TEMPLATES, gathered, papers
from papers.hamlet import IDENTITY
from render.looking import (
    chromium,
    needs_chromium,
    needs_poppler,
    outside,
    overlaps,
    pages_of,
    printed_text,
    squeezed,
    texts_of,
)

from jiuye_cli.render.paper.fonts import missing_glyphs
from jiuye_cli.render.paper.pdf import Document, bind, can_make_pdf

Pages = dict[str, list[str]]
KINDS = (
    "callbacks", "weekly", "monthly", "referral", "roster", "signin", "bus", "assessment", "continuity", "responsible",
)  # fmt: skip
TYPED = (
    "training add 电工初级班 职业=电工 等级=五级 机构=临清技工学校 学时=40 起=2026-11-16 止=2026-11-27 地点=镇文化站 名额=30",
    "training enrol 1 1 3 4",
    "event add 青岛直通车 类别=专车 日期=2026-11-24",
    "event bus 1 座位=49 带队=王芳 带队电话=19900001111 发车=6:30 到=青岛市城阳区流亭工业园 上车点=村口、镇政府",
    "event seat 1 1 3 4 5 --stop 村口",
    "event add 招聘会 类别=招聘会 日期=2026-11-20 单位数=8 岗位数=120",
    "event invite 2 1 4",
    "event signin 2 1 --done",
    "event intend 2 1 青岛一厂",
    "welfare approve 6 --months 12 --from 2026-10-01 --yes",
    "welfare days --all 20 --month 11月",
    "welfare grade 6 出勤=40 履职=36 群众评价=18 --month 11月",
    "plan responsible 4 李静 --since 2026-6-1",
    "target set 转移就业 4",
)
MACHINE = re.compile(r"\b(None|True|False|null|nan|Decimal|UNKNOWN)\b|\d{4}-\d\d-\d\d(?! \d\d:)")
FACTS = re.compile(r"\d{15,}|慢性病|肢体|四级残疾|残疾人|脱贫人口|怕人嫌|重体力|银行")
"""What a paper of the desk never tells of anybody: numbers, illness, hardship, confidences."""
FOOT = 11.5


@pytest.fixture(scope="module")
def office(hamlet: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The hamlet with a class, a bus, a fair, a term of public-welfare work and two who answer for people."""
    from typer.testing import CliRunner

    from jiuye_cli.cli.main import app

    home = tmp_path_factory.mktemp("office") / "jiuye"
    shutil.copytree(hamlet, home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JIUYE_HOME", str(home))
        patch.setenv("JIUYE_USER", "王芳")
        patch.setenv("JIUYE_TODAY", "2026-11-21")
        for line in TYPED:
            result = CliRunner().invoke(app, line.split())
            said = Said(result.exit_code, result.stdout, result.stderr)
            assert said.code == 0, f"{line}\n{said.err}"
        yield home


@pytest.fixture(scope="module")
def pages(office: Path) -> Pages:
    """The gathered pages of each kind; the sheets of the responsible are a kind of roster."""
    found = {
        kind: gathered(kind, ["1号"] if kind == "referral" else [])
        for kind in KINDS
        if kind not in ("callbacks", "responsible")
    }
    found["continuity"] = [one.replace(str(office), "C:/jiuye") for one in found["continuity"]]
    return found | {"callbacks": [_call_sheet()], "responsible": gathered("roster", ["责任人"])}


def _call_sheet() -> str:
    from jiuye_cli.actions.callback.callbacks import preview
    from jiuye_cli.cli import desk
    from jiuye_cli.cli.callback.calling import calling
    from jiuye_cli.render.callback.call_paper import paper
    from jiuye_cli.render.callback.sheet import call_sheet_page

    with desk.reading() as conn:
        sheet = preview(conn, calling(), date(2026, 11, 23), MOMENT)
    return call_sheet_page(paper(sheet, "柳树屯"), TEMPLATES)


def text(html: str) -> str:
    """The words of a page, one piece a line."""
    shown = re.sub(r"<(style|title)>.*?</\1>", "", html, flags=re.S)
    pieces = (unescape(one).strip() for one in re.split(r"<[^>]*>", shown))
    return "\n".join(one for one in pieces if one) + "\n"


@pytest.mark.parametrize("kind", KINDS)
def test_the_desks_paper_is_as_it_was_last_read(
    pages: Pages, kind: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"{kind}.txt", "\n".join(map(text, pages[kind])))


@pytest.mark.parametrize("kind", KINDS)
def test_no_machine_value_stands_on_the_desks_paper(pages: Pages, kind: str) -> None:
    assert [MACHINE.findall(text(page)) for page in pages[kind]] == [[]] * len(pages[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_the_desks_paper_tells_no_illness_hardship_or_number(pages: Pages, kind: str) -> None:
    told = "".join(map(text, pages[kind]))
    asked = re.sub("家里是低保、脱贫户、监测户，或有残疾证吗？", "", told)
    assert FACTS.findall(asked) == []
    assert [one for one in IDENTITY.values() if one in told] == []


def test_slips_printed_together_come_in_one_file(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIUYE_HOME", str(office))
    together, alone = papers("referral", ["1号", "2号"]), papers("referral", ["2号"])[:1]
    assert {one.bundle for one in together} == {"推荐单-11-21"}
    assert len({one.stem for one in together}) == len(together) > len(alone)


@pytest.fixture(scope="module")
def printed(pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A PDF of each kind."""
    folder = tmp_path_factory.mktemp("printed")
    for kind in KINDS:
        papers = [Document(kind, html) for html in pages[kind]]
        outcomes = bind(papers, {"flat": folder / f"{kind}.pdf"})
        assert [one.problem for one in outcomes] == [""] * len(papers)
    return {kind: folder / f"{kind}.pdf" for kind in KINDS}


needs_a_printer = pytest.mark.skipif(not can_make_pdf(), reason="no layout engine on this machine")


@needs_poppler
@needs_a_printer
@pytest.mark.page
@pytest.mark.parametrize("kind", KINDS)
def test_the_desks_paper_is_printed_as_it_was_written(
    pages: Pages, printed: dict[str, Path], kind: str
) -> None:
    seen = pages_of(printed[kind])
    assert [overlaps(one) + outside(one) for one in seen] == [[]] * len(seen)
    lines = [line for one in seen for line in one.lines]
    assert [line for line in lines if re.search("^[，。；：、！？）》”’…％]|[（《“‘]$", line)] == []
    told = printed_text(printed[kind], FOOT)
    wanted = [words for html in pages[kind] for words in texts_of(html)]
    assert [words for words in wanted if words not in told] == []
    assert [missing_glyphs(html) for html in pages[kind]] == [{}] * len(pages[kind])


@needs_poppler
@needs_a_printer
@pytest.mark.page
@pytest.mark.parametrize("kind", ["weekly", "continuity", "referral"])
def test_what_is_to_fit_on_a_page_does(pages: Pages, printed: dict[str, Path], kind: str) -> None:
    assert len(pages_of(printed[kind])) == len(pages[kind])


@needs_chromium
@needs_poppler
@needs_a_printer
@pytest.mark.page
@pytest.mark.parametrize(
    "kind",
    [one if one == "callbacks" else pytest.param(one, marks=pytest.mark.prove) for one in KINDS],
)
def test_the_browser_prints_the_desks_paper_alike(
    pages: Pages, printed: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    page, pdf = tmp_path / "x.html", tmp_path / "browser.pdf"
    page.write_text(pages[kind][0], encoding="utf-8")
    chromium(["--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()], tmp_path)
    seen = pages_of(pdf)
    assert [overlaps(one, slack=7) for one in seen] == [[]] * len(seen)
    theirs = squeezed(printed_text(pdf, FOOT))
    ours = printed_text(printed[kind], FOOT)
    wanted = texts_of(pages[kind][0])
    assert [words for words in wanted if words not in theirs or words not in ours] == []
