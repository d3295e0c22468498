# locale: the usual one of a program, conventions, formats.
import locale

print(locale.setlocale(locale.LC_ALL, 'C'), locale.setlocale(locale.LC_NUMERIC), locale.getlocale(locale.LC_NUMERIC))
print(sorted(locale.localeconv().items()))
print(locale.strcoll('a', 'b'), locale.strcoll('b', 'a'), locale.strxfrm('abc'))
print(locale.format_string('%d items, %.2f each, %s', (1234567, 3.14159, 'x'), grouping=True), locale.format_string('%(n)5d%%', {'n': 7}))
print(locale.atof('3.25'), locale.atoi('12'), locale.str(3.5), locale.delocalize('1.5'), locale.localize('1234.5', grouping=True))
for function in (lambda: locale.setlocale(locale.LC_ALL, 'xx_YY'), lambda: locale.currency(5), lambda: locale.setlocale(99, 'C')):
    try:
        print(function())
    except Exception as e:
        print(type(e), e)
print(locale.normalize('C'), locale.normalize('de_DE.utf8'), locale.normalize('en_us'), issubclass(locale.Error, Exception))
