"""How a target is named in messages."""


def without_password(url: str) -> str:
    """A URL as it may be shown: that of a server without a password, which may also stand among its options."""
    scheme, mark, rest = url.partition("://")
    if not mark or rest.startswith("/"):
        return url
    account, at, place = rest.rpartition("@")
    return f"{scheme}{mark}{account.partition(':')[0]}{at}{place.partition('?')[0]}"
