"""File objects; see gevent.fileobject."""

from gevent.fileobject import FileObjectBase, FileObjectBlock, FileObjectClosed, FileObjectThread
