"""Programs of the web behind one interface (PEP 3333).

See https://docs.python.org/3.11/library/wsgiref.html
"""
