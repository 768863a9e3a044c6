"""Checks every #include of engine/ and tools/ against rooms.txt, and rooms.txt against the code.

    rooms.py ROOT

Prints a line for each include that its room's line does not allow, for each room that stands before one that it lists,
and for each permission that no include uses. Exits with 1 if there is any.
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'\s*#\s*include "([^"]+)"')
OURS = ("include/", "engine/", "tools/")


def expand(word):
    """"engine/{find,rank}" as ["engine/find", "engine/rank"]."""
    match = re.fullmatch(r"(.*)\{(.*)\}", word)
    return [match[1] + name for name in match[2].split(",")] if match else [word]


def read_rooms(path, problems):
    """The rooms of the list, each with the set of rooms that it may include."""
    rooms = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        room, _, words = line.partition(":")
        allowed = {name for word in words.split() for name in expand(word)}
        for name in sorted(allowed - rooms.keys()):
            problems.append(f"{path.name}:{number}: {room} lists {name}, which is no room of an earlier line")
        rooms.setdefault(room, set()).update(allowed)
    return rooms


def room_of(path, rooms):
    """The room of a file: one of its own name, or its folder."""
    for name in (str(path.with_suffix("")), str(path.parent)):
        if name in rooms:
            return name
    return None


def check(root, rooms, problems):
    unused = {(room, other) for room, allowed in rooms.items() for other in allowed}
    for file in sorted(file for top in ("engine", "tools") for file in (root / top).rglob("*.*")):
        if file.suffix not in (".h", ".cc"):
            continue
        path = file.relative_to(root)
        room = room_of(path, rooms)
        if room is None:
            problems.append(f"{path}: in no room of rooms.txt")
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            name = "include/" + match[1] if match[1].startswith("pith/") else match[1]
            other = room_of(pathlib.PurePosixPath(name), rooms)
            if other is None and not name.startswith(OURS) and room.startswith("tools/"):
                continue  # a library
            if other != room and other not in rooms[room]:
                problems.append(f"{path}:{number}: {room} may not include {other or name}")
            unused.discard((room, other))
    for room, other in sorted(unused):
        problems.append(f"rooms.txt: {room} may include {other}, but does not")


def main():
    problems = []
    rooms = read_rooms(pathlib.Path(__file__).with_name("rooms.txt"), problems)
    check(pathlib.Path(sys.argv[1]), rooms, problems)
    print("\n".join(problems) or f"{len(rooms)} rooms, and no include runs against their order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
