"""What a sentence says: from the parts that the grammar found to an expression."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import structs

from spec_parser.fields.qualifications import degrees, schooling, substitution
from spec_parser.fields.qualifications.experience import experience
from spec_parser.fields.qualifications.joining import CLOSEST, Joint, group
from spec_parser.fields.qualifications.kinds import STRONGEST
from spec_parser.fields.qualifications.lists import Listing
from spec_parser.fields.qualifications.sentence import Found, Uncertain
from spec_parser.fields.qualifications.words import Word
from spec_parser.model.expression import (
    AllOf,
    AnyOf,
    Credential,
    Degree,
    Experience,
    Expression,
    Interpretation,
    Service,
    Substitution,
)
from spec_parser.model.expression_parts import Phrases

if TYPE_CHECKING:
    from spec_parser.fields.reading import Stretch

_RULES: dict[str, Callable[[Found, str], Expression]] = {
    "degree": degrees.degree,
    "credential": schooling.credential,
    "training": schooling.training,
    "attestation": schooling.attestation,
    "interpretation": substitution.interpretation,
    "definition": substitution.definition,
    "elsewhere": substitution.elsewhere,
}


def _may_share(one: Expression, other: Expression) -> bool:
    """Whether what is said of the second may be said of the first too: "a license or certificate in plumbing"."""
    match one, other:
        case Credential(names=None, issuer=None), Credential(names=Phrases()):
            return True
        case Degree(fields=None, institution=None), Degree(fields=Phrases()):
            return True
    return False


def _dividing(one: Expression, other: Expression, joint: Joint) -> int:
    """How much divides two requirements: nothing divides experience from a part of it (", two (2) of which ...")."""
    if not isinstance(other, Experience | Service) or other.of != "preceding":
        return joint.strength
    if isinstance(one, Experience | Service):
        return CLOSEST
    if joint.word == "including":
        return joint.strength
    raise Uncertain


def _is_uncertain(found: Found, items: Sequence[Expression]) -> bool:
    """Whether the parts of a requirement do not fit each other."""
    if found.has("EITHER") and len(items) == 1 and not isinstance(items[0], AnyOf):
        return True
    # "Experience at the level of a Sample Examiner is required": how long is not said.
    if found.has("REQUIRED") and any(isinstance(item, Service) and item.amount is None for item in items):
        return True
    return len(items) > 1 and any(_may_share(one, other) for one, other in pairwise(items))


class Meaning:
    """Says what the parts of one sentence mean.

    Args:
        text: the whole text.
        lists: the lists in it, by the place where they begin.
        read: understands a stretch of the text by itself.
    """

    def __init__(self, text: str, lists: Mapping[int, Listing], read: "Callable[[Stretch], Expression]") -> None:
        self._text = text
        self._lists = lists
        self._read = read
        self._rules: dict[str, Callable[[Found], Expression]] = {
            "requirement": self._requirement,
            "experience": self._experience,
            "service": self._experience,
            "part": self._experience,
            "bare": self._experience,
            "clauses": self._clauses,
            "substitution": lambda found: substitution.substitution(found, text, self.expression),
        }

    def sentence(self, found: Found) -> Expression:
        """The expression of a whole sentence.

        Raises:
            Uncertain: it is of the grammar, and not certain all the same.
        """
        (body,) = found.all("requirement", "substitution", "interpretation", "definition", "elsewhere")
        node = self.expression(body)
        if found.has("STATE_EMPLOYEES"):
            if not isinstance(node, Service | Substitution | Interpretation):
                raise Uncertain
            node = structs.replace(node, state_employees=True)
        states = found.word("STATE_EMPLOYEES")
        return structs.replace(node, start=states.start) if states else node

    def expression(self, found: Found) -> Expression:
        """The expression of what a rule found."""
        own = self._rules.get(found.rule)
        return own(found) if own else _RULES[found.rule](found, self._text)

    def _requirement(self, found: Found) -> Expression:
        items: list[Expression] = []
        joints: list[Joint] = []
        for part in found.parts:
            if isinstance(part, Found):
                item = self.expression(part)
                if joints and joints[-1].word == "including":
                    if isinstance(item, Experience | Service) and item.of is None:
                        item = structs.replace(item, of="preceding")
                    joints[-1] = Joint("and", _dividing(items[-1], item, joints[-1]))
                elif joints and not joints[-1].word and isinstance(item, Experience | Service) and item.of:
                    joints[-1] = Joint("and", _dividing(items[-1], item, joints[-1]))
                items.append(item)
            elif part.type == "JOIN":
                joints.append(self._joint(part))
        if _is_uncertain(found, items):
            raise Uncertain
        node = group(items, joints)
        if found.start < node.start or isinstance(node, AllOf | AnyOf):
            node = structs.replace(node, start=found.start)
        return node

    def _joint(self, word: Word) -> Joint:
        """A joint; an `OR` in capitals divides more than any mark."""
        said = word.value or ""
        joint = Joint(said[:-1], int(said[-1]))
        printed = self._text[word.start : word.end]
        return Joint(joint.word, STRONGEST) if printed.endswith("OR") else joint

    def _experience(self, found: Found) -> Expression:
        clauses = found.word("CLAUSES")
        if clauses is None:
            return experience(found, self._text, ())
        listing = self._lists[clauses.start]
        if found.one("measure") is None and not found.has("AMOUNT"):
            return self._clauses(found)
        joined = "or" if found.has("ONE_OF") else "and" if found.has("ALL_OF") else listing.joined
        if joined is None:
            raise Uncertain
        said = [self._text[start:end] for start, end in listing.items]
        return experience(found, self._text, said, joined)

    def _clauses(self, found: Found) -> Expression:
        """A list, each item understood by itself."""
        clauses = found.word("CLAUSES")
        if clauses is None:
            raise Uncertain
        listing = self._lists[clauses.start]
        joined = "or" if found.has("ONE_OF") else "and" if found.has("ALL_OF") else listing.joined
        if joined is None:
            raise Uncertain
        items = tuple(self._read(item) for item in listing.items)
        kind = AllOf if joined == "and" else AnyOf
        return kind(found.start, listing.stretch[1], items)
