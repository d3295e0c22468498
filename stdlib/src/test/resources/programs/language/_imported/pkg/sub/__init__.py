from .. import a
from ..a import value
from . import deep
from .deep import x as y
