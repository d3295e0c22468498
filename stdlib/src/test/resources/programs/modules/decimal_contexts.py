# Contexts: precision, flags, traps, signals, threads, errors.
import threading
from decimal import *

print(getcontext(), Context(), BasicContext, ExtendedContext, sep='\n')
print(DefaultContext.prec, MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY, HAVE_THREADS)
c = getcontext()
c.prec = 6
print(Decimal(1) / Decimal(7), c.flags[Inexact], c.flags[Rounded], c.flags[DivisionByZero])
print(c.flags)
c.clear_flags()
with localcontext() as inner:
    inner.prec = 40
    inner.rounding = ROUND_DOWN
    print(Decimal(2) / 3, getcontext() is inner)
with localcontext(prec=3, rounding=ROUND_UP) as inner:
    print(Decimal(2) / 3, inner)
print(Decimal(2) / 3, +Decimal('3.14159265'), Decimal('3.14159265'))


def attempt(title, function):
    try:
        print(title, '->', repr(function()))
    except Exception as e:
        print(title, '->', type(e).__mro__[:-4], e)


attempt('1/0', lambda: Decimal(1) / 0)
attempt('0/0', lambda: Decimal(0) / 0)
attempt('1//0', lambda: Decimal(1) // 0)
attempt('1%0', lambda: Decimal(1) % 0)
attempt('syntax', lambda: Decimal('1.2.3'))
attempt('empty', lambda: Decimal(''))
attempt('list', lambda: Decimal({}))
attempt('none', lambda: Decimal(None))
attempt('tuple', lambda: Decimal((1, 2)))
attempt('sign', lambda: Decimal((2, (1,), 0)))
attempt('digits', lambda: Decimal((0, (11,), 0)))
attempt('exponent', lambda: Decimal((0, (1,), 'x')))
attempt('sqrt', lambda: Decimal(-1).sqrt())
attempt('ln', lambda: Decimal(-1).ln())
attempt('ln0', lambda: Decimal(0).ln())
attempt('pow', lambda: Decimal(0) ** 0)
attempt('pow2', lambda: Decimal(-8) ** Decimal('0.3'))
attempt('inf', lambda: Decimal('inf') - Decimal('inf'))
attempt('overflow', lambda: Decimal('1e999999') * 10)
attempt('exp', lambda: Decimal(10 ** 8).exp())
attempt('quantize', lambda: Decimal('12345.678').quantize(Decimal('0.001')))
attempt('snan', lambda: Decimal('snan') + 1)
attempt('hash', lambda: hash(Decimal('snan')))
attempt('order', lambda: Decimal('nan') < 1)
attempt('int', lambda: int(Decimal('nan')))
attempt('int', lambda: int(Decimal('inf')))
attempt('format', lambda: format(Decimal(1), 'x'))
attempt('rounding', lambda: Decimal(1).quantize(1, rounding='up'))
attempt('prec', lambda: setattr(c, 'prec', 0))
attempt('prec', lambda: setattr(c, 'prec', 'a'))
attempt('Emin', lambda: setattr(c, 'Emin', 1))
attempt('capitals', lambda: setattr(c, 'capitals', 2))
attempt('flags', lambda: c.flags['x'])
attempt('set', lambda: setcontext(5))
attempt('ratio', lambda: Decimal('nan').as_integer_ratio())

c.traps[DivisionByZero] = False
print(Decimal(1) / 0, Decimal(-1) / 0, c.flags[DivisionByZero])
c.traps[Inexact] = True
attempt('inexact', lambda: Decimal(1) / 3)
c.traps[FloatOperation] = True
attempt('float', lambda: Decimal(0.5))
attempt('compare', lambda: Decimal(1) < 0.5)
attempt('equal', lambda: Decimal(1) == 0.5)
setcontext(Context(prec=5, Emin=-10, Emax=10, traps=[]))
c = getcontext()
print(Decimal('1e10') * 10, Decimal('1e-10') / 7, c)
c.clear_flags()
c.clamp = 1
c.capitals = 0
print(c.create_decimal('1e10'), c.create_decimal('3.1415926'), Decimal('1E+20'), c.Etiny(), c.Etop())
print(c.add(1, 2), c.divide(1, 3), c.sqrt(2), c.power(2, 3), c.power(3, 4, 5), c.quantize(Decimal('2.345'), Decimal('0.1')), c.to_sci_string(Decimal('1E+7')))
print(c.abs(-3), c.minus(4), c.plus(5), c.max(1, 2), c.compare(2, 1), c.divmod(7, 2), c.remainder(7, 4), c.is_zero(0), c.number_class(Decimal('1e-12')))
print(c.copy() is c, c.copy().prec, repr(c) == repr(c.copy()), c.flags == c.copy().flags)


def work(out):
    getcontext().prec = 3
    out.append((Decimal(1) / 3, getcontext().prec))


out = []
t = threading.Thread(target=work, args=(out,))
t.start()
t.join()
print(out, getcontext().prec)
