"""What can be waited for; see gevent.event and gevent.lock."""

from gevent._linkable import AbstractLinkable

__all__ = ['AbstractLinkable']
