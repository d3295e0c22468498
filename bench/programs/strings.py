"""Text: building, splitting, formatting, searching."""

from harness import main


def work():
    parts = []
    for i in range(60000):
        parts.append(f"{i:05d}:{i * i!r:>9}")
    text = ",".join(parts)
    total = 0
    for part in text.split(","):
        number, square = part.split(":")
        if number.startswith("00") and "1" in square:
            total += int(number) + len(square.strip())
    built = ""
    for i in range(60000):
        built += chr(97 + i % 26)
    return total, built.count("z"), text.find("03999"), hash(text) == hash(",".join(parts))


main(work)
