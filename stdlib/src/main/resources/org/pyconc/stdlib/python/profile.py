"""The profiler of cProfile, under the name that it has where it is written in the language."""
import cProfile

__all__ = ['run', 'runctx', 'Profile']


class Profile(cProfile.Profile):
    """A profiler."""

    def __init__(self, timer=None, bias=None):
        super().__init__(timer)
        self.bias = 0 if bias is None else bias

    def calibrate(self, m, verbose=0):
        """The cost of counting: what is counted is not charged for it."""
        return 0.0


def run(statement, filename=None, sort=-1):
    """Profiles a statement in the main module; prints the figures or writes them into a file."""
    cProfile.run(statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same with these variables."""
    cProfile.runctx(statement, globals, locals, filename, sort)


if __name__ == '__main__':
    cProfile.main()
