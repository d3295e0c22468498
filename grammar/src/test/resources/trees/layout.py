# comment
x = [  # comment
    1,

    2
]  # comment
if a:
    b
    # comment at other column
  # another
    c

y = a \
    + b
if a and \
   b:
    c
def f():

    # only a comment before

    return (
1 +
2)

z = 1
if a:
	b
	if c:
		d
if a:
        b
if a:
 b
 if c:
  d
e
   # indented comment at the end
