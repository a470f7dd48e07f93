"""Writes the first five bytes of the SHA-256 of each common password, small letters, sorted, one after the other.

Of the first list only what is long enough to be chosen at all (10 characters); the second, the most common ones of any
length, also catches those with a tail of digits, such as password12345.
"""

import gzip
import hashlib
import json
import sys

SHORTEST = 10
SHORTEST_BASE = 4
BYTES = 5


def main(long_list, short_list, out):
    with gzip.open(long_list, "rt", encoding="utf-8", errors="replace") as lines:
        words = {line.strip().lower() for line in lines}
    words = {word for word in words if len(word) >= SHORTEST}
    with open(short_list, encoding="utf-8") as file:
        words |= {word.lower() for word in json.load(file) if len(word) >= SHORTEST_BASE}
    hashes = sorted({hashlib.sha256(word.encode()).digest()[:BYTES] for word in words})
    with open(out, "wb") as file:
        file.write(b"".join(hashes))
    print(f"{len(hashes)} passwords in {out}", file=sys.stderr)


main(*sys.argv[1:])
