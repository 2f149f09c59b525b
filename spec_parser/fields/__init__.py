"""Readers of short structured texts, one Lark grammar each (grammars/NAME.lark).

This package imports no reader, and a reader loads its grammar when it first reads: see readers.FieldReaders.
"""
