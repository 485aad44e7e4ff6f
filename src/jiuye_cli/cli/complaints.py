"""What the user reads when a command cannot go on, and the exit code that goes with it."""

from __future__ import annotations

import errno
import os
import sys
from typing import Any

from jiuye_cli.errors import JiuyeError

FAULT, USAGE, INTERRUPTED = 1, 2, 130


def say(text: str) -> None:
    """A line for the person at the screen, on stderr, safe in any code page."""
    from jiuye_cli.render.screen.text import printable

    lines = "\n".join(printable(line) for line in text.splitlines())
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(lines.encode(encoding, "replace").decode(encoding) + "\n")


def tell(error: JiuyeError) -> int:
    """Say what the user can mend."""
    say(str(error))
    return error.exit_code


def interrupted() -> int:
    """Say that nothing was kept of what was being done."""
    say("已停下，没做完的没有写进台账。")
    return INTERRUPTED


def explain(error: Exception) -> int:
    """Say what is wrong with a command line; anything else is a fault of ours."""
    sentence = _usage(error)
    if sentence is not None:
        say(sentence)
        return USAGE
    if isinstance(error, OSError):
        return _system(error)
    if os.environ.get("JIUYE_DEBUG"):
        raise error
    say(
        f"程序出了毛病（{type(error).__name__}），台账没有动。请把这行和您打的命令记下来，报给维护的人；加 JIUYE_DEBUG=1 再运行一次能看到细节。"
    )
    return FAULT


def _system(error: OSError) -> int:
    what = f"{error.filename}：" if error.filename else ""
    say(f"{what}{reason(error)}。这次没有做完，台账没有动。")
    return 5


def reason(error: OSError) -> str:
    """Why the system would not, in her words."""
    return _REASONS.get(error.errno or 0, error.strerror or "系统不让")


_REASONS = {
    errno.ENOSPC: "磁盘满了，先腾出空间",
    errno.EACCES: "没有权限",
    errno.ENOENT: "没有这个文件",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "路径里有一段是文件，不是文件夹",
    errno.EFBIG: "文件太大，系统不让再写",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
    errno.ENAMETOOLONG: "名字太长",
    errno.EBUSY: "别的程序正在用",
}


def _usage(error: Any) -> str | None:
    """A Chinese sentence for Typer's complaints about a command line, or None."""
    kind = type(error).__name__
    tail = _usage_tail(error)
    match kind:
        case "NoSuchOption":
            near = "、".join(getattr(error, "possibilities", None) or [])
            return f"没有 {error.option_name} 这个选项{f'，是不是 {near}' if near else ''}。{tail}"
        case "MissingParameter":
            return f"还缺：{_parameter(error)}。{tail}"
        case "BadParameter":
            return f"{_parameter(error)} 不对：{_reason(error.message)}。{tail}"
        case "BadOptionUsage":
            return f"{error.option_name} 后面要跟一个值。{tail}"
        case "NoArgsIsHelpError":
            return str(error.message)
        case "UsageError" | "BadArgumentUsage":
            return _plain_usage(error) + tail
    return None


def _plain_usage(error: Any) -> str:
    text = str(error.message)
    if "No such command" in text:
        word = text.split("'")[1] if "'" in text else ""
        return f"没有“{word}”这个命令{_near(error, word)}。"
    if "Got unexpected extra" in text:
        return f"多打了：{text.rpartition('(')[2].rstrip(').')}。"
    if "Missing command" in text:
        return "后面还要跟一个命令。"
    return text


def _near(error: Any, word: str) -> str:
    from difflib import get_close_matches

    known = list(getattr(getattr(error.ctx, "command", None), "commands", {}))
    near = get_close_matches(word, known, n=2, cutoff=0.6)
    return f"，是不是 {' 或 '.join(near)}" if near else ""


def _parameter(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or "参数")
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.human_readable_name)


def _reason(message: str) -> str:
    if "is not a valid" in message:
        return f"“{message.split(chr(39))[1]}”不是{'整数' if 'int' in message else '数'}"
    if "is not in the range" in message:
        from jiuye_cli.cli.help import limits

        number, _, range_ = message.partition(" is not in the range ")
        return f"{number} 不行，{limits(range_.rstrip('.'))}"
    if "is not one of" in message:
        return "只能是 " + message.partition("is not one of")[2].strip().rstrip(".")
    if "does not exist" in message:
        return f"没有 {message.split(chr(39))[1]} 这个文件"
    return message.rstrip(".。")


def _usage_tail(error: Any) -> str:
    ctx = getattr(error, "ctx", None)
    return f"看用法：{ctx.command_path} --help" if ctx is not None else ""
