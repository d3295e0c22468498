"""What a coroutine is."""

from .tasks import iscoroutine, iscoroutinefunction

__all__ = ('iscoroutinefunction', 'iscoroutine')

# A function with this as its _is_coroutine counts as one that makes coroutines.
_is_coroutine = object()
