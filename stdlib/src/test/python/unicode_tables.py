"""Writes the tables of the module unicodedata: those of the Unicode Character Database, version 14,
as python3.11 knows it.

    unicode_tables.py > stdlib/src/main/resources/org/pyconc/stdlib/unicodedata/tables.txt

Each of the first four lines holds one property as runs: `VALUE:LENGTH` in base 36, up to U+10FFFF.
Then come lines `N CODE NUMERIC`, `D CODE DECOMPOSITION`, `A CODE ALIAS`.
"""
import sys
import unicodedata as u

DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


def base36(n):
    text = ''
    while True:
        n, digit = divmod(n, 36)
        text = DIGITS[digit] + text
        if not n:
            return text


def runs(function):
    parts, last, length = [], None, 0
    for c in range(0x110000):
        value = function(chr(c))
        if value != last and length:
            parts.append('%s:%s' % (last, base36(length)))
            length = 0
        last = value
        length += 1
    parts.append('%s:%s' % (last, base36(length)))
    return ' '.join(parts)


def main():
    out = open(1, 'w', encoding='ascii', newline='\n')
    for function in u.category, u.bidirectional, u.combining, u.east_asian_width:
        print(runs(function), file=out)
    print(runs(u.mirrored), file=out)
    for c in range(0x110000):
        value = u.numeric(chr(c), None)
        if value is not None and u.decimal(chr(c), None) is None:
            digit = u.digit(chr(c), None)
            for bottom in 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 64, 80, 160, 320:
                if round(value * bottom) / bottom == value:
                    break
            else:
                sys.exit('no fraction: %r' % value)
            print('N', base36(c), '%d/%d' % (round(value * bottom), bottom),
                  '' if digit is None else 'd', file=out)
    for c in range(0x110000):
        if u.decomposition(chr(c)):
            print('D', base36(c), u.decomposition(chr(c)), file=out)


if __name__ == '__main__':
    main()
