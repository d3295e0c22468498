"""What there is of the disassembler: nothing, for code is never CPython's bytecode here.

Libraries import this module to look at bytecode in rare cases; each function says so when it is
called. `pyconc run --compiler-report` tells what becomes of a program's functions.
"""

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels',
           'show_code', 'get_instructions', 'Instruction', 'Bytecode', 'stack_effect', 'opmap',
           'opname']

opmap = {}
opname = []
cmp_op = ('<', '<=', '==', '!=', '>', '>=')
hasarg = hasconst = hasname = hasjrel = hasjabs = haslocal = hascompare = hasfree = ()
hasnargs = []
HAVE_ARGUMENT = 90
EXTENDED_ARG = 144


def _refuse(*args, **kwargs):
    raise NotImplementedError("there is no bytecode of CPython's to look at")


code_info = dis = disassemble = disco = distb = findlabels = get_instructions = _refuse
show_code = stack_effect = _refuse


def findlinestarts(code):
    """The offsets and lines at which lines begin."""
    last = None
    for start, _, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


class Instruction:
    __init__ = _refuse


class Bytecode:
    __init__ = _refuse
