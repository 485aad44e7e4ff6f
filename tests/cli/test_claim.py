"""A claim from the verdict to the money, typed as she types it; the two policies are invented."""

from datetime import date
from pathlib import Path

import pytest

from jiuye_cli.store.course.claim import grants_by_person
from jiuye_cli.store.file.connection import connect
from jiuye_cli.store.people.people import read_person

TODAY = date(2026, 11, 21)
SOURCE = "{文号: 柳树屯村公约, 出处: 村公告栏, 可信度: 读过原文, 核实: 2026-11-01}"

ONCE = f"""
编号: 学艺补贴
名称: 学艺补贴
地区: 山东/聊城/临清
受益人: 本人
逐件: 证书
版本:
  - 起: 2025-01-01
    依据: {SOURCE}
    条件: {{证书.等级: [五级, 四级]}}
    金额: {{按档: 证书.等级, 五级: 1000, 四级: 1500}}
    发放: 一次
申请: {{期限: {{自: 证书.发证日期, 内: 6个月}}, 材料: [身份证, 证书原件]}}
样例:
  - {{说明: 能领, 日期: 2026-01-01, 情况: {{证书: {{等级: 五级, 发证日期: 2025-12-01}}}}, 结论: 符合}}
"""
MONTHLY = f"""
编号: 看护补贴
名称: 看护补贴
地区: 山东/聊城/临清
受益人: 本人
版本:
  - 起: 2025-01-01
    依据: {SOURCE}
    条件: {{就业状态: 登记失业, 人工: 村民代表民主评议通过}}
    金额: 300
    发放: 每月
    最长: 3个月
申请: {{材料: [身份证]}}
样例:
  - {{说明: 能领, 日期: 2026-01-01, 情况: {{就业状态: 登记失业}}, 结论: 待核实}}
"""


@pytest.fixture
def village(home, jiuye):
    (home / "policies" / "学艺补贴.yaml").write_text(ONCE, encoding="utf-8")
    (home / "policies" / "看护补贴.yaml").write_text(MONTHLY, encoding="utf-8")
    jiuye(
        "add",
        "李广军",
        "组=2组",
        "电话=19900001234",
        "就业状态=登记失业",
        "证书=电工 五级 2026-10-08",
    )
    jiuye("add", "孙秀芳", "组=1组", "电话=19900003555", "就业状态=在职", "证书=无")
    return home


def open_to_read(home):
    return connect(home / "jiuye.db", read_only=True)


def through(jiuye, *words):
    """Run a command that must succeed."""
    said = jiuye(*words)
    assert said.code == 0, said.err
    return said


STARTED = """\
1 号申领　1 号 李广军 2组 尾号1234
学艺补贴　电工 五级 2026-10-08　备材料
期限：2027-04-08（剩138天）
金额：1,000元
  ☐ 1 身份证
  ☐ 2 证书原件
"""


def test_a_verdict_becomes_a_claim_with_papers_and_a_last_day(village, jiuye):
    assert through(jiuye, "补贴", "开单", "lgj", "学艺补贴").out == STARTED


def test_the_list_keeps_the_promised_keys(village, jiuye):
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    (claim,) = through(jiuye, "claim", "list", "--json").json["claims"]
    promised = {"id", "policy", "who", "stage", "missing", "deadline", "amount"}
    assert {key: claim[key] for key in promised} == {
        "id": 1, "policy": "学艺补贴", "who": 1, "stage": "started", "missing": ["身份证", "证书原件"],
        "deadline": "2027-04-08", "amount": 1000,
    }  # fmt: skip


def test_who_is_not_eligible_is_refused_with_the_way_to_the_reason(village, jiuye):
    said = jiuye("claim", "start", "sxf", "学艺补贴")
    assert said.code == 5
    assert said.err == (
        "孙秀芳 的学艺补贴现在是“不符合”，没有开。看为什么：jiuye why 2 学艺补贴；一定要报，用 --anyway 写明理由。\n"
    )


def test_a_human_may_overrule_with_a_reason_that_stays_on_the_claim(village, jiuye):
    through(jiuye, "claim", "start", "sxf", "学艺补贴", "--anyway", "证书补办中，镇里同意先报")
    assert "说明：证书补办中，镇里同意先报" in through(jiuye, "claim", "show", "1").out


def test_the_same_thing_is_not_claimed_twice(village, jiuye):
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    said = jiuye("claim", "start", "lgj", "学艺补贴")
    assert (said.code, said.err) == (5, "李广军 的学艺补贴已经在办：1 号申领，备材料。\n")


def test_papers_are_ticked_by_name_part_or_place_and_missing_ones_hold_the_claim_back(
    village, jiuye
):
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    through(jiuye, "claim", "tick", "1", "原件")
    held = jiuye("claim", "submit", "1")
    assert (held.code, held.err) == (
        5, "1 号申领还缺：身份证。先 jiuye claim tick 1 材料；缺着也交就加 --yes。\n",
    )  # fmt: skip
    through(jiuye, "claim", "tick", "1", "1", "--copy")
    assert through(jiuye, "claim", "submit", "1").out == "交了 1 份。\n"


def test_a_paper_that_is_not_on_the_list_is_answered_with_the_list(village, jiuye):
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    said = jiuye("claim", "tick", "1", "户口本")
    assert (said.code, said.err) == (3, "材料里没有“户口本”。清单：1 身份证、2 证书原件。\n")


def submitted(jiuye, who="lgj", policy="学艺补贴"):
    through(jiuye, "claim", "start", who, policy)
    through(jiuye, "claim", "tick", "1")
    through(jiuye, "claim", "submit", "1")


def test_once_approved_the_rules_count_it_as_received(village, jiuye):
    submitted(jiuye)
    through(jiuye, "claim", "result", "1", "公示", "--on", "昨天")
    through(jiuye, "claim", "result", "1", "批准")
    (grant,) = grants_by_person(open_to_read(village))[1]
    assert (grant.policy, grant.on, grant.item) == (
        "学艺补贴", TODAY, {"职业": "电工", "等级": "五级", "发证日期": date(2026, 10, 8)},
    )  # fmt: skip
    verdicts = through(jiuye, "check", "lgj", "--json").json["verdicts"]
    assert [v["verdict"] for v in verdicts if v["policy"] == "学艺补贴"] == ["received"]


def test_a_returned_claim_needs_a_reason_and_can_go_in_again(village, jiuye):
    submitted(jiuye)
    said = jiuye("claim", "result", "1", "退回")
    assert (said.code, said.err) == (5, "要写明退回的原因，用 --reason。\n")
    through(jiuye, "claim", "result", "1", "退回", "--reason", "证书编号不清")
    assert through(jiuye, "claim", "list", "--json").json["claims"][0]["stage"] == "returned"
    assert jiuye("claim", "submit", "1").code == 0


def test_a_stage_cannot_be_skipped(village, jiuye):
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    said = jiuye("claim", "result", "1", "发放")
    assert (said.code, said.err) == (
        5, "1 号申领现在是“备材料”，不能改成“已发放”。接下来可以是：已提交、终止。\n",
    )  # fmt: skip


def on_a_running_monthly_claim(jiuye):
    through(jiuye, "claim", "confirm", "lgj", "民主评议", "是", "--by", "村民代表会议")
    submitted(jiuye, policy="看护补贴")
    through(jiuye, "claim", "result", "1", "批准", "--on", "2026-09-15")


def test_a_human_decision_opens_the_gate_and_is_recorded_with_its_full_words(village, jiuye):
    before = through(jiuye, "check", "lgj", "--json").json["verdicts"]
    said = through(jiuye, "claim", "confirm", "lgj", "民主评议通过", "是")
    after = through(jiuye, "check", "lgj", "--json").json["verdicts"]
    found = [
        next(v["verdict"] for v in all_ if v["policy"] == "看护补贴") for all_ in (before, after)
    ]
    assert found == ["confirm", "eligible"]
    assert said.out == "李广军：村民代表民主评议通过——是。\n"


def test_months_are_paid_one_after_the_other_and_never_twice(village, jiuye):
    on_a_running_monthly_claim(jiuye)
    through(jiuye, "claim", "result", "1", "发放")
    through(jiuye, "claim", "result", "1", "发放", "--months", "10月")
    twice = jiuye("claim", "result", "1", "发放", "--months", "2026-10..2026-11")
    assert (twice.code, twice.err) == (5, "看护补贴 2026-10 已经记过发放，没有再记。\n")
    (claim,) = through(jiuye, "claim", "list", "lgj", "--json").json["claims"]
    assert (claim["stage"], claim["months_used"], claim["months"]) == ("paid", 2, 3)
    (grant,) = grants_by_person(open_to_read(village))[1]
    assert (grant.start, grant.end, grant.months) == (date(2026, 9, 1), None, 2)


def test_when_the_months_are_used_up_the_grant_has_an_end(village, jiuye):
    on_a_running_monthly_claim(jiuye)
    through(
        jiuye, "claim", "result", "1", "发放", "--months", "2026-09..2026-11", "--amount", "900"
    )
    (grant,) = grants_by_person(open_to_read(village))[1]
    assert (grant.end, grant.months) == (date(2026, 11, 30), 3)


def test_what_must_stay_true_is_looked_at_again(village, jiuye):
    on_a_running_monthly_claim(jiuye)
    assert through(jiuye, "claim", "recheck").out == "正在领的，条件都还成立。\n"
    through(jiuye, "placement", "start", "lgj", "单位=诚安物业", "起=昨天")
    (found,) = through(jiuye, "claim", "recheck", "--json").json["claims"]
    assert (found["broken"], found["why"]) == (True, "就业状态 登记失业，现在是在职")


def test_what_was_received_before_the_file_was_kept_counts_too(village, jiuye):
    through(jiuye, "claim", "had", "lgj", "看护补贴", "--months", "2026-01..2026-03")
    (grant,) = grants_by_person(open_to_read(village))[1]
    assert (grant.start, grant.end, grant.months) == (date(2026, 1, 1), date(2026, 3, 31), 3)


def test_many_people_are_claimed_for_at_once_with_one_cover_list(village, jiuye):
    for name in ("王建国", "赵有田"):
        through(jiuye, "add", name, "证书=焊工 四级 2026-09-01")
    said = through(jiuye, "补贴", "集中申报", "学艺补贴", "--json").json
    assert (said["total"], [c["who"] for c in said["claims"]]) == (4000, [1, 3, 4])
    through(jiuye, "claim", "tick", "1")
    handed = through(jiuye, "claim", "submit", "--batch", "1")
    assert (handed.out, handed.err) == (
        "交了 1 份。\n", "没交：2 号 王建国，缺身份证、证书原件。\n没交：3 号 赵有田，缺身份证、证书原件。\n",
    )  # fmt: skip


def test_a_batch_is_printed_as_one_cover_list_with_its_sum(village, jiuye):
    through(jiuye, "add", "王建国", "证书=焊工 四级 2026-09-01")
    through(jiuye, "claim", "batch", "学艺补贴")
    (file,) = through(jiuye, "print", "花名册", "1批", "--html", "--json").json["files"]
    page = Path(file).read_text(encoding="utf-8")
    for told in (
        "学艺补贴 2026-11 集中申报",
        "李广军",
        "王建国",
        "1,500元",
        "2,500元",
        "缺身份证、证书原件",
    ):
        assert told in page


def test_a_batch_of_nobody_is_not_made(village, jiuye):
    said = jiuye("claim", "batch", "学艺补贴", "--where", "组=1组")
    assert (said.code, said.err) == (5, "现在没有人能申领学艺补贴，没有建批次。\n")
    assert through(jiuye, "claim", "batch", "--json").json == {"batches": []}


def test_an_approved_recognition_moves_the_file(village, jiuye):
    through(jiuye, "claim", "start", "lgj", "就业困难人员认定", "--anyway", "镇里已受理")
    through(jiuye, "claim", "submit", "1", "--yes")
    said = through(jiuye, "claim", "result", "1", "批准", "--on", "2026-11-20")
    assert said.err == "档案跟着改了：就业困难认定日期。\n"
    facts = read_person(open_to_read(village), 1, TODAY).facts
    assert facts.value("就业困难认定日期") == date(2026, 11, 20)


def test_a_policy_there_is_not_is_answered_with_the_nearest(village, jiuye):
    said = jiuye("claim", "start", "lgj", "学艺补帖")
    assert (said.code, said.err) == (
        3, "没有叫“学艺补帖”的政策，是不是“学艺补贴”？看有哪些：jiuye policy list\n",
    )  # fmt: skip


def test_only_claims_whose_last_day_is_near_are_pressing(village, jiuye):
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    through(jiuye, "add", "王建国", "证书=焊工 五级 2026-05-30")
    through(jiuye, "claim", "start", "wjg", "学艺补贴")
    due = through(jiuye, "claim", "list", "--due", "--json").json["claims"]
    assert [(c["name"], c["deadline"]) for c in due] == [("王建国", "2026-11-30")]


def test_the_screens(village, jiuye, golden):
    on_a_running_monthly_claim(jiuye)
    through(jiuye, "claim", "start", "lgj", "学艺补贴")
    through(jiuye, "claim", "result", "1", "发放")
    golden("claim.txt", jiuye("claim", "list", "lgj").out + "\n" + jiuye("claim", "show", "1").out)


FOR_HIRING = f"""
编号: 招人补贴
名称: 招人补贴
地区: 山东/聊城/临清
受益人: 用人单位
逐件: 招用
版本:
  - 起: 2025-01-01
    依据: {SOURCE}
    条件: {{招用.合同月数: ≥12, 招用.社保: 是}}
    金额: 1000
    发放: 一次
样例:
  - {{说明: 能领, 日期: 2026-01-01, 情况: {{招用: {{合同月数: 12, 社保: 是}}}}, 结论: 符合}}
"""


def test_an_employer_claims_for_whom_it_hired_and_that_is_no_grant_of_theirs(village, jiuye):
    (village / "policies" / "招人补贴.yaml").write_text(FOR_HIRING, encoding="utf-8")
    through(jiuye, "employer", "add", "诚安物业", "单位类型=小微企业")
    through(
        jiuye,
        "job",
        "add",
        "单位=诚安物业",
        "岗位名称=电工",
        "人数=1",
        "合同=是",
        "合同月数=12",
        "社保=是",
    )
    through(jiuye, "refer", "lgj", "1")
    through(jiuye, "referral", "result", "1", "录用")
    said = through(jiuye, "claim", "start", "lgj", "招人补贴", "--employer", "--json").json
    assert (said["policy"], said["amount"], said["verdict"]) == ("招人补贴", 1000, "eligible")
    through(jiuye, "claim", "submit", "1")
    through(jiuye, "claim", "result", "1", "批准")
    assert grants_by_person(open_to_read(village))[1] == ()


def test_nobody_claims_for_an_employer_that_is_not_on_file(village, jiuye):
    said = jiuye("claim", "start", "lgj", "招人补贴", "--employer")
    assert said.code == 3
    assert said.err.startswith("1 号现在不在登记过的单位上岗，单位报不了。")
