"""A module of the library that is written in the language."""
import keyword
from keyword import iskeyword, issoftkeyword

print(keyword.__name__, keyword.__doc__ is not None)
print([name for name in ["for", "match", "spam", "None"] if iskeyword(name)])
print([name for name in ["for", "match", "spam", "_"] if issoftkeyword(name)])
print(len(keyword.kwlist), keyword.softkwlist)
print(hasattr(keyword, "__path__"), keyword.__package__ == "")
try:
    import keyword.nothing
except ModuleNotFoundError as e:
    print(e)
