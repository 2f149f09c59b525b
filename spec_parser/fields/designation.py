"""Read the job class designation: classified or not, and how positions are filled."""

from spec_parser.fields.parsing import FieldParser, stretch_of
from spec_parser.fields.reading import Part, Problem, Reading
from spec_parser.lalr import Token
from spec_parser.model import Designation
from spec_parser.profiles.profile import Profile


class _Builder:
    """Gives service and selection of what grammars/designation.lark finds."""

    def start(self, children: list[Token | None]) -> tuple[Token, Token | None]:
        service, selection, *_ = children
        assert service is not None  # noqa: S101 - the grammar has it in every text
        return service, selection


class DesignationReader:
    """Reads designations such as `Classified/Competitive`, with the profile's words for the service."""

    def __init__(self, profile: Profile) -> None:
        self._parser: FieldParser[tuple[Token, Token | None]] = FieldParser(
            "designation", profile.grammar_terminals("designation"), _Builder()
        )
        self._services = {word.casefold(): service for word, service in profile.designation_services.items()}
        self._known = ", ".join(profile.designation_services)

    def read(self, text: str) -> Reading[Designation]:
        """Read service and selection; a text that cannot be read is kept, with the problem `designation-unread`."""
        found = self._parser.parse(text)
        if isinstance(found, Problem):
            return Reading(Designation(text=text, service=None, selection=None), (), (found,))
        first, second = found
        parts: list[Part] = []
        problems: list[Problem] = []
        service = self._services.get(first.casefold())
        if service is None:
            message = f'"{first}" is no service that the profile knows ({self._known}): add it to designation_services.'
            problems.append(self._parser.problem(message, stretch_of(first)))
        else:
            parts.append(Part("/service", service, (stretch_of(first),)))
        selection = None if second is None else second.lower()
        if second is not None and selection is not None:
            parts.append(Part("/selection", selection, (stretch_of(second),)))
        value = Designation(text=text, service=service, selection=selection)
        return Reading(value, tuple(parts), tuple(problems))
