"""The shipped 回访.yaml, and what is said of a faulty one."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiuye_cli.core.callback.contact import Outcome
from jiuye_cli.core.callback.reading import read_call_rules
from jiuye_cli.core.callback.rules import Situations, cadence_of, quiet_of
from jiuye_cli.core.fields.catalogue import fact
from jiuye_cli.core.fields.value import NONE, PartialSet
from jiuye_cli.core.rules.reading import reading_of
from jiuye_cli.files.strict_yaml import read_yaml
from jiuye_cli.workspace import shipped

TEXT = (shipped("policies") / "回访.yaml").read_bytes()
RULES, PROBLEMS = read_call_rules(read_yaml(TEXT, "回访.yaml"))
TODAY = date(2026, 11, 23)


def cadence(**values):
    found = cadence_of(reading_of(values, TODAY), RULES)
    return (found.name, str(found.every)) if found else None


def job(begun: date) -> dict:
    return {"就业状态": "在职", "就业经历": ({"单位": "宏达机械", "起": begun},)}


def test_the_shipped_file_has_no_fault():
    assert PROBLEMS == []


def test_every_rule_of_the_shipped_file_names_its_source_or_says_that_it_is_ours():
    sources = [r.source for r in (*RULES.cadences, RULES.when_unclear, *RULES.checkpoints)]
    assert all(sources)
    assert "人社厅发〔2020〕79号（只见摘录）" in sources


@pytest.mark.parametrize("state", fact("就业状态").values)
def test_no_answer_about_work_falls_between_the_rules(state):
    """Who is in none of the cadences and not left in peace on purpose would never be called."""
    reading = reading_of({"就业状态": state}, TODAY)
    assert cadence_of(reading, RULES) or quiet_of(reading, RULES)


def test_the_offsets_after_being_hired_are_those_of_the_practice():
    spans = [str(r.span) for r in RULES.checkpoints if r.event == "上岗"]
    assert spans == ["7天", "30天", "90天", "180天"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"就业状态": "登记失业"}, ("登记失业", "1个月")),
        ({"就业状态": "无业"}, ("没有活干", "1个月")),
        ({"就业状态": "公益性岗位"}, ("公益岗", "1个月")),
        (job(date(2026, 5, 24)), ("上岗不满半年", "1个月")),
        (job(date(2026, 5, 23)), ("干稳当了", "3个月")),
        ({**job(date(2025, 1, 1)), "人员类别": frozenset({"脱贫人口"})}, ("务工监测", "1个月")),
        ({"就业状态": "务农"}, ("在家务农", "3个月")),
        ({"就业状态": "在职"}, ("近况还没问清", "1个月")),
        ({}, ("近况还没问清", "1个月")),
        ({"就业状态": "退休"}, None),
    ],
)
def test_each_situation_has_its_cadence_and_what_is_not_known_is_called_to_be_asked(
    values, expected
):
    assert cadence(**values) == expected


def test_who_cannot_look_for_work_is_not_called_and_nothing_telling_is_said_of_it():
    told = [
        quiet_of(reading_of({"劳动能力": word}, TODAY), RULES)
        for word in ("无劳动力", "普通劳动力")
    ]
    assert told == ["不在求职范围", ""]
    assert quiet_of(reading_of({}, TODAY), RULES) == ""
    assert quiet_of(reading_of({"劳动能力": NONE}, TODAY), RULES) == ""


def test_each_outcome_has_keys_and_only_dead_numbers_change_the_phone():
    assert {o: r.phone_state for o, r in RULES.outcomes.items() if r.phone_state} == {
        Outcome.SUSPENDED: "停机",
        Outcome.NO_SUCH_NUMBER: "空号",
    }
    assert all(RULES.outcomes[o].keys for o in Outcome)


def test_seats_and_weights_are_read_as_exact_numbers():
    assert (RULES.silent_share, RULES.weights.overdue_day) == (Decimal("0.2"), Decimal(2))
    assert (RULES.weights.overdue_days_at_most, RULES.weights.silent_months_at_most) == (30, 12)


FAULTY = """\
多久打一次:
  - {名称: 失业, 当: {就业状态: 登记失业}, 每: 每月, 依据: {文号: 自拟}}
  - {名称: 没条件, 每: 1个月}
有事就打:
  - {事: 入职, 后: 7天, 说: 问问, 依据: 自拟}
  - {事: 上岗, 后: 7天, 前: 7天, 说: 问问, 依据: 自拟, 代接: 问问补贴到账没有}
没打通:
  - {第: 一, 隔: 1个工作日, 说: 再打}
说不清的: {名称: 不清楚, 每: 1个月, 依据: 自拟}
状态: {在岗: {就业状态: 上班}}
要问: {次序: [就业状况]}
频率: 每月
"""


def test_every_fault_of_a_file_is_told_at_once_with_its_line():
    _, problems = read_call_rules(read_yaml(FAULTY, "回访.yaml"))
    assert sorted((p.line, p.message) for p in problems) == [
        (2, "“每: 每月”看不懂，要写成 7天、5个工作日 或 1个月"),
        (3, "多久打一次少了“依据”，没有文件就写 依据: {文号: 自拟}"),
        (3, "多久打一次少了“当”"),
        (5, "“事”不认识“入职”"),
        (6, "“代接”的话别人也听得到，不能带“补贴”"),
        (6, "“后”“前”“内”要写一个，也只能写一个"),
        (8, "“第: 一”看不懂，要写成数，如 20"),
        (10, "“就业状态”不认识“上班”"),
        (11, "“次序”里的“就业状况”没有可问的话，是不是“就业状态”？"),
        (12, "回访规则里不认识“频率”"),
    ]


def test_a_fault_in_a_condition_is_told_with_its_line():
    text = "说不清的: {名称: 不清楚, 每: 1个月, 依据: 自拟}\n不打:\n  - {说: 无, 当: {就业状态: 登纪失业}}\n"
    _, problems = read_call_rules(read_yaml(text, "回访.yaml"))
    assert [(p.line, "登纪失业" in p.message) for p in problems] == [(3, True)]


SITUATIONS = st.fixed_dictionaries(
    {},
    optional={
        "就业状态": st.sampled_from(["在职", "登记失业", "无业", "务农", "退休", "公益性岗位"]),
        "人员类别": st.sampled_from(
            [frozenset(), frozenset({"脱贫人口"}), PartialSet(frozenset({"低保"}))]
        ),
        "劳动能力": st.sampled_from(["无劳动力", "普通劳动力", NONE]),
        "就业困难认定日期": st.sampled_from([date(2026, 1, 1), NONE]),
        "就业经历": st.sampled_from(
            [({"起": date(2026, 9, 1)},), ({"起": date(2024, 9, 1)},), NONE]
        ),
    },
)


@given(st.lists(SITUATIONS, max_size=8))
def test_thinking_each_situation_out_once_gives_the_same_answers(people):
    once = Situations(RULES)
    for values in people:
        reading = reading_of(values, TODAY)
        assert once.of(reading) == (cadence_of(reading, RULES), quiet_of(reading, RULES))
