"""What a service standard may ask for: the words of the service log, and 培训 for classes."""

from __future__ import annotations

POSTS, GUIDANCE, TRAINING, POLICY = "岗位推荐", "职业指导", "培训", "政策宣介"
COUNTED = (POSTS, GUIDANCE, TRAINING, POLICY)
