"""What Jinja complains of, said in her language."""

from __future__ import annotations

import re

from jinja2.exceptions import SecurityError, TemplateNotFound

_SENTENCES = (
    (r"'(?P<a>.+)' is undefined", "没有“{a}”这一项，是不是写错了字？"),
    (r"'.*' has no attribute '(?P<a>.+)'", "这里面没有“{a}”这一项，是不是写错了字？"),
    (r"No filter named '(?P<a>.+)'", "没有“{a}”这种写法（竖线 | 后面）"),
    (r"No test named '(?P<a>.+)'", "没有“{a}”这种判断（is 后面）"),
    (r"Encountered unknown tag '(?P<a>.+?)'", "不认识 {{% {a} %}}；常用的只有 for、if、else、include"),
    (r"Unexpected end of template.*'(?P<a>end\w+)'", "到末尾还缺一个 {{% {a} %}}"),
    (r"expected token '(?P<a>.+?)', got '(?P<b>.+?)'", "这里应是“{a}”，却写着“{b}”"),
    (r"unexpected '(?P<a>.+?)'", "多出一个“{a}”"),
    (r"unexpected char '(?P<a>.+?)'", "不认识符号“{a}”，是不是全角符号？"),
    (r"unexpected end of template", "花括号没有配成对"),
)  # fmt: skip


def sentence(error: Exception) -> str:
    """One Chinese sentence on what is wrong in the template.

    >>> sentence(ValueError("'nmae' is undefined"))
    '没有“nmae”这一项，是不是写错了字？'
    """
    if isinstance(error, TemplateNotFound):
        return f"找不到模板“{error.name}”，请看看 templates 文件夹里的文件名"
    if isinstance(error, RecursionError):
        return "模板自己套自己，停不下来"
    if isinstance(error, MemoryError):
        return "这份模板占的内存太多"
    text = str(error)
    for pattern, words in _SENTENCES:
        if found := re.search(pattern, text, re.DOTALL):
            return words.format(**found.groupdict())
    if isinstance(error, SecurityError):
        return "模板里只能写出数据，不能调用别的东西"
    return text if re.search("[\u4e00-\u9fff]", text) else f"这一行写得不对（{text}）"
