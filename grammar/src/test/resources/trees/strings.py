"a"; 'b'; """c
d"""; '''e'"'''
r"\n"; R'\d'; u"x"; U'y'
b"a\x00\377\n"; B'z'; rb"\x"; Rb'a'; bR"b"; BR'c'
"\a\b\f\n\r\t\v\\\'\"\101\x41\u0041\U00000041\0\q"
"\N{BULLET}\N{LATIN SMALL LETTER E WITH ACUTE}"
"line \
continued"
"a" 'b' r"\c" """d"""
b"a" b'b'
("a"
 "b")
"é😀"
