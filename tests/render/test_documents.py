"""Each printed document, held by a golden page; what is not known is never made up."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from render.document_samples import SAMPLES, manual, policy_book, policy_leaflet
from render.samples import FOLDERS

from jiuye_cli.errors import RefusedError, RuleFileError
from jiuye_cli.render.documents.kinds import KINDS, kind_of
from jiuye_cli.render.documents.leaflet import policy_leaflet_page
from jiuye_cli.render.documents.manual import manual_page, manual_pages
from jiuye_cli.render.documents.policies import index_by_kind, policy_book_page
from jiuye_cli.render.documents.public import public_page
from jiuye_cli.render.documents.shape import shaped
from jiuye_cli.render.paper.template import render

WORDS = [kind.word for kind in KINDS]


def body(html: str) -> str:
    """The page without its stylesheet, one tag a line where that helps reading a diff."""
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))


def page(word: str, data: Any = None) -> str:
    return kind_of(word).page(SAMPLES[word] if data is None else data, FOLDERS)


@pytest.mark.parametrize("word", WORDS)
def test_the_document_is_as_it_was_last_read(word: str, golden: Callable[[str, str], None]) -> None:
    golden(f"{kind_of(word).name}.html", body(page(word)))


def test_the_leaflet_of_a_policy_is_as_it_was_last_read(golden: Callable[[str, str], None]) -> None:
    golden("政策明白纸.html", body(policy_leaflet_page(policy_leaflet(), FOLDERS)))


@pytest.mark.parametrize("word", WORDS)
def test_a_page_is_whole_in_itself(word: str) -> None:
    html = page(word)
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"|url\(|@import', html) == []
    assert html.lstrip().startswith("<!doctype html>")
    assert "None" not in html
    assert "Undefined" not in html


@pytest.mark.parametrize("word", WORDS)
def test_every_page_carries_its_number_and_when_it_was_printed(word: str) -> None:
    html = page(word)
    number = "1123" if word == "callbacks" else "P20261121-07"
    printed = "2026-11-20 18:00" if word == "callbacks" else "2026-11-21 18:00"
    assert f"编号 {number}" in html
    assert f"打印 {printed}" in html


@pytest.mark.parametrize("word", WORDS)
def test_a_page_takes_no_name_for_markup(word: str) -> None:
    html = page(word, with_every_text(SAMPLES[word], "<b>&{{x}}"))
    assert "<b>&{{" not in html
    assert "&lt;b&gt;&amp;{{x}}" in html


def with_every_text(value: Any, text: str) -> Any:
    """The same data with a nasty text in place of each name."""
    if isinstance(value, dict):
        return {
            key: text
            if key in ("name", "village", "title", "employer")
            else with_every_text(one, text)
            for key, one in value.items()
        }
    return [with_every_text(one, text) for one in value] if isinstance(value, list) else value


# Declared for the index, the file name or the action, and not printed on the page itself
NOT_PRINTED = {
    ("policies", "policies.0.id"),
    ("policies", "policies.0.kinds"),
    ("callbacks", "rows.0.row"),
    ("callbacks", "visits.0.row"),
    ("registration", "matters.label"),
    ("leaflet", "coordinator.name"),
    ("leaflet", "coordinator.role"),
    ("leaflet", "to_do.0.papers"),
    ("leaflet", "to_do.0.where"),
    ("leaflet", "to_do.0.phone"),
    ("bus", "driver.role"),
    ("bus", "leader.role"),
    ("referral", "employer_contact.role"),
    ("referral", "coordinator.role"),
}


def paths(value: Any, at: str = "") -> Iterator[str]:
    """The place of each key: all of the data, and of the first record of each list."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield f"{at}{key}"
            yield from paths(one, f"{at}{key}.")
    elif isinstance(value, list) and value:
        yield from paths(value[0], f"{at}0.")


def without(value: Any, path: str) -> Any:
    left = copy.deepcopy(value)
    inner = left
    *way, last = path.split(".")
    for step in way:
        inner = inner[int(step)] if step.isdigit() else inner[step]
    del inner[last]
    return left


def prepared(word: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Any]:
    """The template's name and data as the document hands them to the template."""
    seen: list[tuple[str, Any]] = []

    def spy(name: str, data: Any, folders: Any) -> Any:
        seen.append((name, data if isinstance(data, dict) else data[0]))
        return [""] if isinstance(data, list) else ""

    for module in ("callback.sheet", "documents.shape", "documents.policies", "documents.report"):
        monkeypatch.setattr(f"jiuye_cli.render.{module}.render", spy)
    monkeypatch.setattr("jiuye_cli.render.documents.manual.render_all", spy)
    page(word)
    return seen[0]


@pytest.mark.parametrize("word", WORDS)
def test_whatever_is_missing_is_an_error_with_file_and_line(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, data = prepared(word, monkeypatch)
    silent = set()
    for path in paths(data):
        try:
            render(name, without(data, path), FOLDERS)
        except RuleFileError as error:
            assert re.search(r"\.html:\d+: ", str(error))
        else:
            silent.add((word, path))
    assert silent == {one for one in NOT_PRINTED if one[0] == word}


def test_a_key_that_is_not_declared_never_reaches_the_page() -> None:
    data = SAMPLES["roster"] | {"身份证号": "999999197001010019"}
    assert page("roster", data) == page("roster")


def test_a_declared_key_must_be_there() -> None:
    with pytest.raises(KeyError, match="purpose"):
        page("roster", {key: one for key, one in SAMPLES["roster"].items() if key != "purpose"})


def test_large_type_is_the_same_manual_in_another_size() -> None:
    assert body(manual_page(manual(large=True), FOLDERS)) == body(manual_page(manual(), FOLDERS))
    assert "font-size: 16pt" in manual_page(manual(large=True), FOLDERS)


def test_many_manuals_are_the_manuals_one_by_one() -> None:
    many = [manual(number) for number in (1, 2, 3)]
    assert manual_pages(many, FOLDERS) == [manual_page(one, FOLDERS) for one in many]


def test_the_index_lists_policies_by_kind_of_person() -> None:
    policies = [
        {"name": "甲", "anchor": "p1", "number": 1, "kinds": ["脱贫人口", "残疾人"]},
        {"name": "乙", "anchor": "p2", "number": 2, "kinds": ["残疾人"]},
    ]
    assert index_by_kind(policies) == [
        {"kind": "脱贫人口", "policies": [{"name": "甲", "anchor": "p1", "number": 1}]},
        {
            "kind": "残疾人",
            "policies": [
                {"name": "甲", "anchor": "p1", "number": 1},
                {"name": "乙", "anchor": "p2", "number": 2},
            ],
        },
    ]


def test_every_policy_of_the_handbook_stands_in_its_contents() -> None:
    html = policy_book_page(policy_book(5), FOLDERS)
    contents = html.partition('id="index"')[0]
    assert re.findall(r'<h2 id="(p\d)"', html) == re.findall(r'<li><a href="#(p\d)"', contents)


def test_where_no_page_is_known_the_contents_draw_nothing_that_waits_for_a_number() -> None:
    html = policy_book_page(policy_book(5), FOLDERS)
    rules = re.findall(r"^(.*?)\{[^}]*attr\(data-p\)", html, re.M)
    assert [rule.strip() for rule in rules] == [".toc a[data-p]::after"]
    assert "data-p=" not in html


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"phone": "19900000001"}, "公示只能有姓名、组、项目、金额，不能有“phone”；没有打印"),
        ({"身份证号": None}, "公示只能有姓名、组、项目、金额，不能有“身份证号”；没有打印"),
        ({"item": "补贴 19900000001"}, "公示第1行里有一串长数字，像是电话或证件号；没有打印"),
        (
            {"name": "王广军999999197001010019"},
            "公示第1行里有一串长数字，像是电话或证件号；没有打印",
        ),
        (
            {"item": "残疾人创业补贴"},
            "公示第1行里有“残疾”，会说出别人的私事；把项目换个说法（比如“就业补贴”）再打印",
        ),
    ],
)
def test_a_public_notice_refuses_what_may_not_hang_on_the_board(
    change: dict[str, Any], sentence: str
) -> None:
    data = copy.deepcopy(SAMPLES["public"])
    data["rows"][0] |= change
    with pytest.raises(RefusedError, match=f"^{re.escape(sentence)}$"):
        public_page(data, FOLDERS)


def test_a_public_notice_holds_no_number_of_a_person() -> None:
    text = re.sub(r"<[^>]+>", " ", body(page("public")))
    assert re.findall(r"1990000\d{4}|999999\d{11}[\dX]|残疾|低保|慢性病", text) == []


def test_the_call_sheet_shows_phones_and_nothing_sensitive() -> None:
    sheet = copy.deepcopy(SAMPLES["callbacks"])
    sheet["rows"][0] |= {"身份证号": "999999197001010019", "残疾类别": "肢体", "低保": "是"}
    text = page("callbacks", sheet)
    assert re.findall(r"999999\d{11}[\dX]|残疾|低保|肢体", text) == []
    assert "19900000001" in text


def test_a_shape_keeps_what_it_declares() -> None:
    from jiuye_cli.render.documents.plan import Plan

    kept = shaped(Plan, SAMPLES["plan"] | {"x": 1})
    assert set(kept) == set(SAMPLES["plan"])
    assert kept["posts"][0] == SAMPLES["plan"]["posts"][0]
