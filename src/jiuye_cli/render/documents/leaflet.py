"""明白纸: one page a person (what you can get), or one page a policy (who gets it, how)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jiuye_cli.render.documents.manual import Rights
from jiuye_cli.render.documents.policies import Policy
from jiuye_cli.render.documents.shape import Contact, Paper, document


class PersonLeaflet(Paper, Rights):
    """What one person can get now, and what is one paper away."""

    name: str
    group: str | None
    coordinator: Contact
    contacts: Sequence[Contact]


class PolicyLeaflet(Paper):
    """One policy on one page, and whom to ask."""

    policy: Policy
    contacts: Sequence[Contact]


def leaflet_page(leaflet: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The leaflet of a policy where the data hold one, else that of a person."""
    page = policy_leaflet_page if "policy" in leaflet else person_leaflet_page
    return page(leaflet, folders)


def person_leaflet_page(leaflet: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The leaflet of one person, A4."""
    return document("明白纸.html", PersonLeaflet, leaflet, folders)


def policy_leaflet_page(leaflet: Mapping[str, Any], folders: Sequence[Path]) -> str:
    """The leaflet of one policy, A4."""
    return document("政策明白纸.html", PolicyLeaflet, leaflet, folders)
