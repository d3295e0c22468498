"""Looking up names of hosts."""

import socket as _socket
from socket import AF_INET, AF_UNSPEC, SOCK_DGRAM, SOCK_STREAM, error, gaierror

hostname_types = (str, bytes)


class AbstractResolver:
    """What looks up names."""

    def close(self):
        pass

    def gethostbyname(self, hostname, family=AF_INET):
        return self.gethostbyname_ex(hostname, family)[-1][0]

    def gethostbyname_ex(self, hostname, family=AF_INET):
        raise NotImplementedError

    def getaddrinfo(self, host, port, family=0, type=0, proto=0, flags=0):
        raise NotImplementedError

    def gethostbyaddr(self, ip_address):
        raise NotImplementedError

    def getnameinfo(self, sockaddr, flags):
        raise NotImplementedError
