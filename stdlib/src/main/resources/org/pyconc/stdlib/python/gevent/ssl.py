"""Connections with TLS that let other greenlets run while they wait."""

import ssl as _ssl
from ssl import *

from gevent._core import wait_for_socket

__implements__ = ['SSLContext', 'SSLSocket', 'create_default_context']
__all__ = [name for name in dir(_ssl) if not name.startswith('_')]


class SSLSocket(_ssl.SSLSocket):
    """A socket with TLS."""

    __module__ = 'gevent._ssl3'
    _wait = wait_for_socket


class SSLContext(_ssl.SSLContext):
    """The settings of connections."""

    __module__ = 'gevent._ssl3'
    sslsocket_class = SSLSocket


def create_default_context(*args, **kwargs):
    """A context with the usual settings."""
    plain = _ssl.SSLContext
    _ssl.SSLContext = SSLContext
    try:
        return _create_default_context(*args, **kwargs)
    finally:
        _ssl.SSLContext = plain


_create_default_context = _ssl.create_default_context


def wrap_socket(sock, keyfile=None, certfile=None, server_side=False, cert_reqs=_ssl.CERT_NONE,
                ssl_version=_ssl.PROTOCOL_TLS, ca_certs=None, do_handshake_on_connect=True,
                suppress_ragged_eofs=True, ciphers=None):
    """A connection with TLS over a socket."""
    context = SSLContext(_ssl.PROTOCOL_TLS_SERVER if server_side else _ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = cert_reqs
    if ca_certs:
        context.load_verify_locations(ca_certs)
    if certfile:
        context.load_cert_chain(certfile, keyfile)
    if ciphers:
        context.set_ciphers(ciphers)
    return context.wrap_socket(sock, server_side, do_handshake_on_connect, suppress_ragged_eofs)
