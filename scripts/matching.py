"""Structural pattern matching on commands of a small robot."""


def explain(command):
    match command:
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return f"walks {direction}"
        case ["go", *_]:
            return "does not know the way"
        case {"say": str(words), **rest}:
            return f"says {words!r}" + (f" and ignores {sorted(rest)}" if rest else "")
        case [int(x), int(y)] if x == y:
            return f"stands on the diagonal at {x}"
        case _:
            return "shrugs"


for command in (["go", "north"], ["go", "up", "fast"], {"say": "hi", "loud": True}, [4, 4], 7):
    print("the robot", explain(command))
