"""File objects; see gevent.fileobject."""

from gevent.fileobject import FileObjectBase, FileObjectPosix

__all__ = ['FileObjectPosix']
