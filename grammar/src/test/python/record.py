"""Records what CPython 3.11 says about the snippets in src/test/resources.

trees/*.py   -> *.ast   ast.dump of the module
errors/*.py  -> *.err   type, message, and the place: line, offset, end line, end offset

Run it with CPython 3.11 from the directory of the module; it overwrites the recordings.
"""

import ast
import pathlib
import sys
import warnings


def record_tree(path):
    tree = ast.parse(path.read_bytes())
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            node.kind = None  # the tree does not keep the u of u'...'
    path.with_suffix(".ast").write_text(ast.dump(tree, indent=1) + "\n", encoding="utf-8")


def record_error(path):
    try:
        ast.parse(path.read_bytes())
    except SyntaxError as error:
        end_line = error.end_lineno
        end = error.end_offset
        if not end_line or not end or end < 1:
            end_line, end = error.lineno, error.offset
        place = f"{error.lineno}:{error.offset}-{end_line}:{end}"
        text = f"{type(error).__name__}\n{error.msg}\n{place}\n"
    else:
        raise SystemExit(f"{path} is a valid program")
    path.with_suffix(".err").write_text(text, encoding="utf-8")


def main():
    if sys.version_info[:2] != (3, 11):
        raise SystemExit("this needs CPython 3.11")
    warnings.simplefilter("ignore")
    resources = pathlib.Path("src/test/resources")
    for path in sorted((resources / "trees").glob("*.py")):
        record_tree(path)
    for path in sorted((resources / "errors").glob("*.py")):
        record_error(path)


main()
