"""Names that try to do something: control codes, bidi marks, broken halves, among rare Han."""

from __future__ import annotations

import random

LIVE = (
    [chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)]]
    + list("\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066")
    + list("\u2067\u2068\u2069\ufeff\u00ad\u061c\u034f\u115f\u3164\uffa0\u2800\U000e0001\U000e0041")
    + ["\ud800", "\udfff", "\r\n", "\x1b[2J", "\x1b]52;c;aGk=\x07", "\x9b31m", "=1+1", "[/五]"]
)
HAN = [*"李广军王小明欧阳建国䶮㛃㑇㭎㙍𬱖𫖮𬭎𬸚𫓧𬀩〇·", "\U0003134a", "\U000323b0"]


def hostile_names(count: int, seed: int) -> list[str]:
    """So many names, the same for the same seed."""
    dice = random.Random(seed)
    return ["".join(dice.choices(LIVE + HAN, k=dice.randint(1, 12))) for _ in range(count)]
