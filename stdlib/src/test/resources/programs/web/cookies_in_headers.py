# http.cookies
from http.cookies import CookieError, Morsel, SimpleCookie

cookie = SimpleCookie()
cookie['fig'] = 'newton'
cookie['sugar'] = 'wafer, "sweet"; and\\more \xfc'
cookie['number'] = 5
cookie['fig']['path'] = '/sweets'
cookie['fig']['max-age'] = 60
cookie['fig']['secure'] = True
cookie['fig']['HttpOnly'] = True
cookie['fig']['samesite'] = 'Lax'
print(cookie)
print(repr(cookie), repr(cookie['fig']))
print(cookie.output(header='Cookie:', sep=' | '), cookie.output(attrs=['path']))
print(cookie['sugar'].value, cookie['sugar'].coded_value, cookie['fig'].key, dict(cookie['fig']))
for text in ('a=1; b="two words"; c="q\\"uote"', 'chips=ahoy; vienna=finger',
             'keebler="E=everybody; L=\\"Loves\\"; fudge=\\012;";',
             'a=1; Path=/x; Secure; b=2; Expires=Wed, 09 Jun 2021 10:18:14 GMT', 'a', '', 'Path=/',
             '$Version=1; Customer="W"; $Path="/acme"', 'a=b=c', 'x=\xfc'):
    loaded = SimpleCookie()
    loaded.load(text)
    print({key: (value.value, {name: each for name, each in value.items() if each})
           for key, value in loaded.items()})
print(SimpleCookie({'a': 'b', 'c': 7}).output())
for wrong in (lambda: cookie['fig'].__setitem__('nope', 1), lambda: cookie.__setitem__('a b', 1),
              lambda: cookie.__setitem__('path', 1), lambda: cookie.__setitem__('', 1)):
    try:
        wrong()
    except CookieError as failure:
        print(type(failure), failure)
morsel = Morsel()
morsel.set('k', 'v', 'coded')
print(morsel, morsel == morsel.copy(), morsel.isReservedKey('Path'), morsel.OutputString())
