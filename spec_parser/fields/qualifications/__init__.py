"""Sentences of the minimum qualifications, as expressions (docs/qualifications.md).

`words` tells what each word is, `frames` puts words together to tokens, grammars/qualifications.lark says how these
make a sentence (`sentence`), `requirement` and its neighbours what that means, `text` what sentences and lists make of
a text. Whether a phrase is a list, `phrases` tells.
"""

from spec_parser.fields.qualifications.reader import ExpressionReader, Understanding

__all__ = ["ExpressionReader", "Understanding"]
