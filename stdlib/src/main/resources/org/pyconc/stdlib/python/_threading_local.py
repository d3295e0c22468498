"""Data of threads."""
from threading import local

__all__ = ['local']
