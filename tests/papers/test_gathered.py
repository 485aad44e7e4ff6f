"""Paper gathered from a file: every kind as it was last read, and what may and may not stand on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from papers.conftest import PAGES
from papers.gathering import papers
from papers.hamlet import IDENTITY, LONG_NAME

Pages = dict[str, list[str]]
MACHINE = re.compile(r"\b(None|True|False|null|nan|Decimal|UNKNOWN)\b|\d{4}-\d\d-\d\d(?! \d\d:)")
INSIDE = {"manual": ("心理疏导", "怕人嫌"), "leaflet": ("肢体", "夜班", "低保")}
"""What somebody else's paper, or the file, may know and this paper may not tell."""


def text(html: str) -> str:
    """The words of a page, one piece a line."""
    shown = re.sub(r"<(style|title)>.*?</\1>", "", html, flags=re.S)
    pieces = (unescape(one).strip() for one in re.split(r"<[^>]*>", shown))
    return "\n".join(one for one in pieces if one) + "\n"


@pytest.mark.parametrize("kind", [*PAGES, "leaflet of a policy"])
def test_gathered_paper_is_as_it_was_last_read(
    pages: Pages, kind: str, golden: Callable[[str, str], None]
) -> None:
    golden(f"{kind}.txt", "\n".join(map(text, pages[kind])))


@pytest.mark.parametrize("kind", [*PAGES, "leaflet of a policy"])
def test_no_machine_value_stands_on_paper(pages: Pages, kind: str) -> None:
    assert [MACHINE.findall(text(page)) for page in pages[kind]] == [[]] * len(pages[kind])


@pytest.mark.parametrize("kind", INSIDE)
def test_paper_for_a_person_does_not_tell_what_the_file_knows(pages: Pages, kind: str) -> None:
    told = "".join(map(text, pages[kind]))
    assert [word for word in (*INSIDE[kind], *IDENTITY.values()) if word in told] == []


def test_a_manual_puts_the_best_legal_bundle_first_and_adds_up_nothing_that_is_shut(
    pages: Pages,
) -> None:
    told = text(pages["manual"][0]).replace("\n", "")
    money = told.partition("现在能领的")[2]
    places = [
        money.index(name) for name in ("每月生活补贴", "残疾人生活补贴", "求职路费补贴", "该办的事")
    ]
    assert places == sorted(places)
    assert "领了这项，就不能再领：一次生活补贴（一次性2,000元）" in money
    assert "往后十二个月一共5,000元以上" in money
    assert money.count("一次生活补贴") == 1


def test_a_manual_says_beside_a_post_what_it_changes_and_else_what_is_missing(
    pages: Pages,
) -> None:
    told = text(pages["manual"][0]).replace("\n", "")
    assert "去了每月比现在" in told
    assert "（工资2,000到2,600元，低保少领0到640元，请人照看要600到900元" in told
    assert "比现在多多少还算不出。还没问清：工资" in told


def test_a_manual_says_which_answer_and_which_paper_opens_more(pages: Pages) -> None:
    told = text(pages["manual"][0]).replace("\n", "").replace("　", "")
    away = told.partition("差一句话就能领的")[2]
    assert away.startswith("早教补贴每年1,000元先跟村里说清：现在领着失业金吗？")
    assert "符合的，带上：户口本、出生证" in away


def test_who_is_known_by_name_alone_still_has_every_form(pages: Pages) -> None:
    for kind, at in (("manual", -1), ("leaflet", 1), ("registration", 1)):
        assert "于静" in text(pages[kind][at])
        assert LONG_NAME not in text(pages[kind][at])


def test_what_hangs_on_the_board_names_no_number_illness_or_hardship(pages: Pages) -> None:
    told = "".join(map(text, pages["public"]))
    assert "孙秀芳" in told
    assert re.findall(r"\d{15,}|慢性|残疾|低保|脱贫|登高|1990000100\d", told) == []


def test_gathering_many_tells_how_far_it_is(hamlet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIUYE_HOME", str(hamlet))
    told: list[tuple[str, int, int]] = []
    papers("manual", ["1", "2", "3"], tell=lambda *one: told.append(one))
    assert told == [("查能领的", done, 3) for done in (1, 2, 3)]
