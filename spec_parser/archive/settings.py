"""How an archive is converted: all that the records depend on, and the name that stands for it."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from spec_parser import __version__
from spec_parser.limits import DEFAULT, Limits
from spec_parser.model import SCHEMA_VERSION
from spec_parser.profiles.conventions import Conventions
from spec_parser.profiles.loading import load
from spec_parser.profiles.profile import Profile
from spec_parser.readers import options

# Of what stands in a shard beside records, which the schema tells of.
_SHARD_VERSION = "3"


class Settings(NamedTuple):
    """What is chosen once for a whole archive; small enough to be sent to any worker.

    Attributes:
        profile: name of a shipped profile, or the path of one.
        limits: sizes and times beyond which a file is refused.
        how: how files are read.
    """

    profile: str | Path = "us-ct"
    limits: Limits = DEFAULT
    how: options.Options = options.DEFAULT

    def versions(self) -> str:
        """One word that changes whenever a record could: parser, profile, schema, shards, limits and options."""
        parts = (
            __version__,
            SCHEMA_VERSION,
            _SHARD_VERSION,
            sha256(msgspec.json.encode(_read_with(self.profile))).hexdigest(),
            repr(self.limits),
            repr(self.how),
        )
        return f"{__version__}-{sha256('|'.join(parts).encode()).hexdigest()[:12]}"


def _read_with(profile: str | Path) -> Profile:
    """A profile without its conventions: rules know them, and no record depends on them."""
    return msgspec.structs.replace(load(profile), conventions=Conventions())
