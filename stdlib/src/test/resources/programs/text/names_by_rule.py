# Characters whose names are made by rule.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


print('\N{HANGUL SYLLABLE GA}\N{CJK UNIFIED IDEOGRAPH-3400}\N{HANGUL SYLLABLE GGWAELM}\N{HANGUL SYLLABLE A}\N{latin small letter a}')
show(eval, r'"\N{HANGUL SYLLABLE X}"'); show(eval, r'"\N{CJK UNIFIED IDEOGRAPH-0041}"'); show(eval, r'"\N{CJK UNIFIED IDEOGRAPH-F900}"')
show(eval, r"'\N{hangul syllable hih}'")
