"""The surface of text: normal form, tokens, quotation marks, sentences, tags and candidates.

Everything here is a pure function of a string and speaks in code-point offsets into it.
"""
