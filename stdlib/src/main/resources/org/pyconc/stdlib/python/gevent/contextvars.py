"""The module contextvars: every greenlet has a context of its own."""

from contextvars import Context, ContextVar, Token, copy_context

__implements__ = ['Context', 'ContextVar', 'Token', 'copy_context']
__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']
