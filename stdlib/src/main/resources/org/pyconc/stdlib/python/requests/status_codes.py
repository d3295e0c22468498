"""Status numbers by name: codes.ok, codes.not_found."""

from http import HTTPStatus, _PHRASES
from requests.structures import LookupDict

codes = LookupDict(name='status_codes')
_MORE = {200: 'okay all_ok all_okay all_good', 400: 'bad', 404: '-', 301: 'moved',
         303: 'other', 307: 'temporary_moved', 418: 'im_a_teapot teapot',
         429: 'too_many', 500: 'server_error', 422: 'unprocessable', 409: '-',
         451: 'unavailable_for_legal_reasons', 508: '-'}
for _number in _PHRASES:
    for _name in [HTTPStatus(_number).name.lower(), *_MORE.get(_number, '').split()]:
        if _name != '-':
            setattr(codes, _name, _number)
            setattr(codes, _name.upper(), _number)
