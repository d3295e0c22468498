"""Requests to servers of the web, the easy way.

See https://requests.readthedocs.io/en/latest/api/
"""

__version__ = '2.31.0'

from requests import exceptions, utils
from requests.api import delete, get, head, options, patch, post, put, request
from requests.exceptions import (ConnectionError, ConnectTimeout, FileModeWarning, HTTPError,
                                 JSONDecodeError, ReadTimeout, RequestException, Timeout,
                                 TooManyRedirects, URLRequired)
from requests.models import PreparedRequest, Request, Response
from requests.sessions import Session, session
from requests.status_codes import codes
