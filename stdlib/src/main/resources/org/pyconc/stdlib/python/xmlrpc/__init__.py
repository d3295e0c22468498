"""Calls over HTTP whose values are XML."""
