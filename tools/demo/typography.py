"""Typographic quotes, dashes and ellipses over a parsed body, leaving code alone."""
import re

from bs4 import NavigableString

BLOCKS = ["p", "li", "h2", "h3", "td", "th"]
OPENS_AFTER = set(" \n\t([{“‘—–/-\xa0")


def smart(text, before=" "):
    """One run of text; before is the character that stands in front of it."""
    text = text.replace("...", "…").replace(" -- ", "\u2009— ").replace("--", "—")
    text = re.sub(r"\s+—\s+|\u2009— ", " — ", text)
    text = re.sub(r"(?<=\w) - (?=\w)", " – ", text)
    out = []
    for i, c in enumerate(text):
        previous = out[-1] if out else before
        following = text[i + 1] if i + 1 < len(text) else " "
        if c == '"':
            c = "“" if previous in OPENS_AFTER and not following.isspace() else "”"
        elif c == "'" or c == "`":
            digits = following.isdigit()
            c = "‘" if previous in OPENS_AFTER and not digits and not following.isspace() else "’"
        out.append(c)
    return "".join(out)


def smarten(soup):
    for block in soup.find_all(BLOCKS):
        before = " "
        for text in list(block.find_all(string=True)):
            if text.find_parent(BLOCKS) is not block:
                continue
            if text.find_parent(["pre", "code"]):
                before = str(text)[-1:] or before
                continue
            fresh = smart(str(text), before)
            before = fresh[-1:] or before
            text.replace_with(NavigableString(fresh))
