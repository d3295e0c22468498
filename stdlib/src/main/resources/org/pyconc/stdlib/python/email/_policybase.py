"""What policies have in common, and the one that messages have by default."""

__all__ = ['Policy', 'Compat32', 'compat32']


class Policy:
    """How messages are read and written; never changes."""

    raise_on_defect = False
    linesep = '\n'
    cte_type = '8bit'
    max_line_length = 78
    mangle_from_ = False
    message_factory = None
    verify_generated_headers = True

    def __init__(self, **kw):
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError('%r is an invalid keyword argument for %s'
                                % (name, self.__class__.__name__))
            object.__setattr__(self, name, value)

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__,
                           ', '.join(['%s=%r' % item for item in self.__dict__.items()]))

    def clone(self, **kw):
        """A policy like this one, with some other values."""
        new = self.__class__.__new__(self.__class__)
        for name, value in self.__dict__.items():
            object.__setattr__(new, name, value)
        for name, value in kw.items():
            if not hasattr(self, name):
                raise TypeError('%r is an invalid keyword argument for %s'
                                % (name, self.__class__.__name__))
            object.__setattr__(new, name, value)
        return new

    def __setattr__(self, name, value):
        raise AttributeError(('%r object attribute %r is read-only' if hasattr(self, name) else
                              '%r object has no attribute %r') % (self.__class__.__name__, name))

    def __add__(self, other):
        return self.clone(**other.__dict__)

    def handle_defect(self, obj, defect):
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        return None


class Compat32(Policy):
    """Headers are texts as they were read."""

    mangle_from_ = True

    def _sanitize(self, name, value):
        from email.utils import _has_surrogates
        if isinstance(value, str) and _has_surrogates(value):
            from email import charset, header
            return header.Header(value, charset=charset.UNKNOWN8BIT, header_name=name)
        return value

    def header_source_parse(self, sourcelines):
        name, value = sourcelines[0].split(':', 1)
        return name, (value.lstrip(' \t') + ''.join(sourcelines[1:])).rstrip('\r\n')

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        return self._sanitize(name, value)

    def fold(self, name, value):
        return self._fold(name, value, True)

    def fold_binary(self, name, value):
        return self._fold(name, value, self.cte_type == '7bit').encode('ascii', 'surrogateescape')

    def _fold(self, name, value, sanitize):
        from email import charset, header
        from email.utils import _has_surrogates
        parts = ['%s: ' % name]
        if isinstance(value, str):
            if _has_surrogates(value):
                if sanitize:
                    h = header.Header(value, charset=charset.UNKNOWN8BIT, header_name=name)
                else:
                    parts.append(value)
                    h = None
            else:
                h = header.Header(value, header_name=name)
        else:
            h = value
        if h is not None:
            parts.append(h.encode(linesep=self.linesep, maxlinelen=self.max_line_length or 0))
        parts.append(self.linesep)
        return ''.join(parts)


compat32 = Compat32()
