"""complex."""
z = 3 + 4j
print(z, z.real, z.imag, z.conjugate(), abs(z), -z, z * 2, z / 2, z ** 2, z == 3 + 4j, z + 1.5, 1 - z, z * z, z / (1 - 1j))
print(complex(1, 2), complex('1+2j'), complex('-j'), complex(' (3-4j) '), complex(1.5), complex('inf'), complex('nan+infj'), complex(), complex(imag=3), complex(1j, 2j))
print(0j, -0j, 1j * 1j, complex(-0.0, -0.0), complex(0, -0.0), 1e100j, 1e16 + 1j, 0.1j, repr(complex(1, float('nan'))))
print(hash(3 + 0j) == hash(3), 3 + 0j == 3, bool(0j), bool(1j), z ** 0, z ** -1, z ** 0.5, z ** 1j, (1 + 1j) ** 10, 2 ** 1j)
print(f'{z}', f'{z:.2f}', f'{z:+.1e}', f'{z:>20}', format(z, ''), '%s' % z, f'{1j:g}')
for code in ['complex("x")', 'complex("1 + 2j")', 'complex("1", 2)', 'complex(1, "2")', 'complex([])', 'z < z', 'z // 1', 'z % 1', 'int(z)', 'float(z)', 'f"{z:x}"', 'f"{z:=5}"', 'f"{z:05}"', '0j ** -1', 'z / 0', 'round(z)', 'complex("")', 'divmod(z, z)', 'z.real.x']:
    try:
        print(code, '=', eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
