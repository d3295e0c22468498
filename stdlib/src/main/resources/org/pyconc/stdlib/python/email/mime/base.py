"""The base of messages by kind."""

import email._policybase
from email import message

__all__ = ['MIMEBase']


class MIMEBase(message.Message):
    """A message of some type."""

    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        message.Message.__init__(
            self, policy=email._policybase.compat32 if policy is None else policy)
        self.add_header('Content-Type', '%s/%s' % (_maintype, _subtype), **_params)
        self['MIME-Version'] = '1.0'
