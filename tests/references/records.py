"""Records for tests: what references are looked for in."""

from typing import Any


def record(*texts: str, own: str | None = None) -> dict[str, Any]:
    """A record without provenance whose special requirements are these texts, of a class with this title."""
    series = None if own is None else own.split(" (")[0].rstrip("0123456789 ")
    return {
        "jurisdiction": "us-ct",
        "job_class": {"code": None, "title": own, "series": series, "level": None, "qualifiers": []},
        "duties": [],
        "knowledge_skill_ability": [],
        "minimum_qualifications": {
            "general_experience": None,
            "special_experience": None,
            "substitutions": [],
            "notes": [],
            "other": [],
        },
        "special_requirements": list(texts),
        "cancellation": None,
        "bargaining_unit": None,
        "sections": [],
    }
