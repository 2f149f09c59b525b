"""Law: how statutes are cited, and wordings that are laid down."""
