"""What may reach another ear, and what a day's reasons may say on paper."""

import pytest

from jiuye_cli.core.callback.asking import Ask, asked, usual_questions
from jiuye_cli.core.callback.cover import cover_line, sensitive_word
from jiuye_cli.core.callback.reading import read_call_rules
from jiuye_cli.core.fields.value import NONE, Facts
from jiuye_cli.files.strict_yaml import read_yaml
from jiuye_cli.workspace import shipped

RULES, _ = read_call_rules(read_yaml((shipped("policies") / "回访.yaml").read_bytes()))


def test_no_shipped_sentence_for_another_ear_tells_anything():
    told = [RULES.cover, *(c.cover for c in RULES.cadences), *(c.cover for c in RULES.checkpoints)]
    assert [sentence for sentence in told if sensitive_word(sentence)] == []


@pytest.mark.parametrize(
    "word", ["低保", "残疾", "肢体", "长期慢性病", "补贴", "失业", "丧失劳动力"]
)
def test_words_of_illness_hardship_and_money_are_known(word):
    assert sensitive_word(f"想说说您家{word}的事")


def test_the_sentence_names_the_village_and_the_person_only():
    line = cover_line([], RULES.cover, name="李广军", village="柳树屯")
    assert line == "我是柳树屯的，请李广军回个电话"
    assert cover_line([], RULES.cover, name="李广军", village="").startswith("我是村里的")


def test_only_what_is_not_known_is_asked_and_known_none_counts_as_known():
    first = usual_questions(Facts(), RULES)
    assert [ask.fact for ask in first] == list(RULES.ask_order[:2])
    told = Facts({first[0].fact: NONE})
    assert first[0].fact not in [ask.fact for ask in usual_questions(told, RULES)]


def test_questions_with_money_behind_them_come_first():
    ask = Ask("就业困难认定日期", "认定过就业困难人员吗，哪天？", 3, 18000)
    assert asked([ask], Facts(), RULES)[0] == ask
    assert len(asked([ask], Facts(), RULES)) == RULES.ask_at_most
