"""The JSON Schema of policy files, made from the catalogue, so that editors complete and check them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jiuye_cli.core.fields import catalogue
from jiuye_cli.core.fields.field import Field, Kind
from jiuye_cli.core.policy.grammar import application as read_application
from jiuye_cli.core.policy.grammar import policy as read_policy
from jiuye_cli.core.policy.grammar import source as read_source
from jiuye_cli.core.policy.grammar import version as read_version
from jiuye_cli.core.policy.policy import BENEFICIARIES, NATURES, PLACES, After, Kept
from jiuye_cli.core.rules.source import Trust

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
DAY: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
TEXTS: dict[str, Any] = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
COMPARED = r"^\s*([≥≤<>=≠＞＜＝!]|非 |包含 |不含 |不?属于|有$|无$)|\.\.|内$"


def policy_schema(
    fields: Mapping[str, Field] | None = None, parameters: Iterable[str] = ()
) -> dict[str, Any]:
    """The schema of one policy file: keys, facts with their values, parameters in the description."""
    named = fields or catalogue.facts()
    return {
        "$schema": DRAFT,
        "title": "就业政策文件",
        "description": "写法见《规则语法》。算式里可用的参数：" + "、".join(parameters),
        "$defs": {
            "条件": _condition(named),
            "依据": _one_or_many(_source()),
            "版本": _version(),
            "样例": _case(named),
        },
        **_object(
            {
                **dict.fromkeys(
                    ("编号", "名称", "地区", "申请人", "取代", "收紧", "复核期", "说明"), TEXT
                ),
                "受益人": {"enum": list(BENEFICIARIES)},
                "性质": {"enum": list(NATURES)},
                "逐件": {"enum": [name for name, one in named.items() if one.kind is Kind.RECORDS]},
                "按地": {"enum": list(PLACES)},
                "版本": {"type": "array", "items": {"$ref": "#/$defs/版本"}, "minItems": 1},
                "样例": _one_or_many({"$ref": "#/$defs/样例"}),
                **_shared(),
            },
            read_policy.KEYS,
            required=("编号", "名称", "地区", "受益人", "版本"),
        ),
    }


def _object(
    properties: Mapping[str, Any], keys: Iterable[str], required: Iterable[str] = ()
) -> dict[str, Any]:
    """A mapping with exactly the reader's keys; one not described may hold anything."""
    listed = {key: properties.get(key, {}) for key in keys}
    return {
        "type": "object",
        "properties": listed,
        "required": list(required),
        "additionalProperties": False,
    }


def _one_or_many(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _shared() -> dict[str, Any]:
    step = {"anyOf": [TEXT, {"type": "object"}]}
    return {
        "申请": _object(
            {"渠道": TEXTS, "电话": TEXT, "窗口": TEXTS}, read_application.APPLICATION_KEYS
        ),
        "次数": _object({"每年": TEXT, "终身": TEXT, "每户": TEXT}, read_application.LIMIT_KEYS),
        "累计": _object({"组": TEXT, "不计": TEXTS, "延至退休": TEXT}, read_application.TALLY_KEYS),
        "互斥": _one_or_many(
            {
                "anyOf": [
                    TEXT,
                    _object(
                        {"组": TEXT, "限": {"enum": [one.value for one in Kept]}}, ("组", "限")
                    ),
                ]
            }
        ),
        "承诺": _one_or_many(step),
        "未查到": TEXTS,
        "说明": TEXT,
    }


def _source() -> dict[str, Any]:
    return _object(
        {
            **dict.fromkeys(read_source.KEYS, TEXT),
            "出处": TEXTS,
            "核实": DAY,
            "可信度": {"enum": list(Trust.__members__)},
        },
        read_source.KEYS,
        required=("文号", "出处", "可信度", "核实"),
    )


def _version() -> dict[str, Any]:
    days = dict.fromkeys(("起", "止", "受理止", "发放止"), DAY)
    return _object(
        {
            **days,
            "止后": {"enum": [one.value for one in After]},
            "按": TEXT,
            "过渡": _object({"至": DAY}, ("至",), required=("至",)),
            "依据": {"$ref": "#/$defs/依据"},
            "条件": _one_or_many({"$ref": "#/$defs/条件"}),
            "发放": {"enum": list(read_version.PAYS)},
            **_shared(),
        },
        read_version.KEYS,
        required=("起",),
    )


def _condition(named: Mapping[str, Field]) -> dict[str, Any]:
    inner = {"$ref": "#/$defs/条件"}
    over = {"type": "object", "additionalProperties": inner}
    joins = {
        "全部": _one_or_many(inner),
        "任一": {"type": "array", "items": inner},
        "非": _one_or_many(inner),
        "其一": over,
        "全都": over,
        "几条": over,
        "人工": TEXTS,
        "空": {"enum": ["是", "否"]},
        "条数": TEXT,
    }
    facts = {name: _test(field) for name, field in named.items()}
    columns: dict[str, Any] = {name.rpartition(".")[2]: {} for name in named if "." in name}
    own = {f"本人.{name}": test for name, test in facts.items() if "." not in name}
    return {
        "type": "object",
        "properties": {**columns, **facts, **own, **joins},
        "additionalProperties": False,
    }


def _test(field: Field) -> dict[str, Any]:
    """What may stand beside a fact: its values and what else means one of them, or a comparison."""
    described = {"description": field.question or field.name}
    if field.kind is Kind.YES_NO:
        return {**described, "enum": ["是", "否", "有", "无"]}
    if not field.values:
        return {**described, **TEXTS}
    words = {"enum": [*field.values, *field.synonyms]}
    compared = {"type": "string", "pattern": COMPARED}
    return {**described, "anyOf": [words, {"type": "array", "items": words}, compared]}


def _case(named: Mapping[str, Field]) -> dict[str, Any]:
    top: dict[str, Any] = {name: {} for name in named if "." not in name}
    facts = {**top, "人工": {"type": "object"}, "已领": {}}
    return _object(
        {
            "说明": TEXT,
            "日期": DAY,
            "情况": {"type": "object", "properties": facts, "additionalProperties": False},
            "结论": {"enum": list(read_policy.VERDICT_WORDS)},
            "截止": DAY,
            "申请日期": DAY,
            "缺": TEXTS,
        },
        read_policy.CASE_KEYS,
        required=("说明", "日期", "情况", "结论"),
    )
