inf, nan = float('inf'), float('nan')
infj, nanj = complex(0, inf), complex(0, nan)

OPERATIONS = {
    'format': format,
    'percent': lambda text, values: text % values,
    'method': lambda text, values, names: text.format(*values, **names),
    'mapped': lambda text, names: (text.format_map(names), text % names),
    'field': lambda value, width, precision, kind: f'{value:{width}.{precision}{kind}}',
    'shown': lambda value, width: f'{value!r:>{width}}|{value!s:^{width}}|{value!a:<{width}}|{value=}',
    'padded': lambda text, width, fill: (text.ljust(width, fill), text.rjust(width, fill),
                                         text.center(width, fill), text.zfill(width)),
    'tabs': lambda text, size: text.expandtabs(size),
}
