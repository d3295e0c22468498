from .. import loaded
