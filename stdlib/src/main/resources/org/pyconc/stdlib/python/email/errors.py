"""Errors and defects of messages."""


class MessageError(Exception):
    """Base of the errors of this package."""


class MessageParseError(MessageError):
    """A message cannot be parsed."""


class HeaderParseError(MessageParseError):
    """A header cannot be parsed or written."""


class BoundaryError(MessageParseError):
    """A boundary is missing."""


class MultipartConversionError(MessageError, TypeError):
    """A payload cannot become one of several parts."""


class CharsetError(MessageError):
    """An illegal character set."""


class MessageDefect(ValueError):
    """What is wrong with a message that could be parsed."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
    """A multipart message names no boundary."""


class StartBoundaryNotFoundDefect(MessageDefect):
    """The boundary never begins a part."""


class CloseBoundaryNotFoundDefect(MessageDefect):
    """The last boundary is missing."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
    """The first header begins with a space."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
    """A line 'From ' among the headers."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
    """No empty line behind the headers."""


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect):
    """A multipart message without parts."""


class InvalidMultipartContentTransferEncodingDefect(MessageDefect):
    """A multipart message that is encoded."""


class UndecodableBytesDefect(MessageDefect):
    """Bytes that the header's character set does not have."""


class InvalidBase64PaddingDefect(MessageDefect):
    """Base64 without its last characters."""


class InvalidBase64CharactersDefect(MessageDefect):
    """Base64 with other characters in it."""


class InvalidBase64LengthDefect(MessageDefect):
    """Base64 of an impossible length."""


class HeaderDefect(MessageDefect):
    """What is wrong with a header."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


class InvalidHeaderDefect(HeaderDefect):
    """A header that is not valid."""


class HeaderMissingRequiredValue(HeaderDefect):
    """A header without its value."""


class NonPrintableDefect(HeaderDefect):
    """Control characters in a header."""

    def __init__(self, non_printables):
        super().__init__(non_printables)
        self.non_printables = non_printables

    def __str__(self):
        return 'the following ASCII non-printables found in header: %s' % (self.non_printables,)


class ObsoleteHeaderDefect(HeaderDefect):
    """A header in an old form."""


class NonASCIILocalPartDefect(HeaderDefect):
    """An address that needs SMTPUTF8."""


class InvalidDateDefect(HeaderDefect):
    """A date that is none."""
