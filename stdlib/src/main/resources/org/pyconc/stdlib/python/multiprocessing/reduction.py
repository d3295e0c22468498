"""Objects as the bytes that are sent between programs.

Within a program objects travel without becoming bytes: what is registered here counts for
ForkingPickler alone.
"""

import copyreg
import io
import pickle

__all__ = ['ForkingPickler', 'register', 'dump']

HAVE_SEND_HANDLE = False


class ForkingPickler(pickle.Pickler):
    """A pickler with reductions of its own."""

    _extra_reducers = {}
    _copyreg_dispatch = copyreg.dispatch_table

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**self._copyreg_dispatch, **self._extra_reducers}

    @classmethod
    def register(cls, type, reduce):
        """Registers a function that says how objects of a type are made again."""
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        buf = io.BytesIO()
        cls(buf, protocol).dump(obj)
        return buf.getbuffer()

    loads = pickle.loads


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """Writes an object to a file."""
    ForkingPickler(file, protocol).dump(obj)
