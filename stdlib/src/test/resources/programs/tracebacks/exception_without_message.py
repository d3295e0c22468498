class Custom(Exception):
    pass


class Inner:
    class Error(Exception):
        pass


try:
    raise Custom
except Custom as e:
    print(repr(e), str(e) == '')
raise Inner.Error
