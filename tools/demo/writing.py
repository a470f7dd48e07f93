"""Writes a clean tree as the paper's own sanitiser does, so that cleaning it once more changes nothing."""
import re

from bs4 import NavigableString, Tag


def written(soup):
    for pre in soup.find_all("pre"):
        pre.string = pre.get_text().strip("\n").rstrip()
    for holder in [soup, *soup.find_all(["ul", "ol", "blockquote", "table", "thead", "tbody", "tr"])]:
        for node in list(holder.children):
            if blank(node):
                node.extract()
    for empty in soup.find_all(["strong", "em", "a", "sup"]):
        if not empty.get_text(strip=True):
            empty.replace_with(" ")
    for br in soup.find_all("br"):
        if isinstance(br.next_sibling, Tag):
            br.replace_with(" ")
    soup.smooth()
    for text in list(soup.find_all(string=re.compile("  "))):
        if not text.find_parent("pre"):
            text.replace_with(re.sub(" {2,}", " ", text))
    for block in soup.find_all(["p", "li", "td", "th", "h2", "h3"]):
        _trim(block)
        for nested in block.find_all(["ul", "ol"], recursive=False):
            before = nested.previous_sibling
            if isinstance(before, NavigableString):
                before.replace_with(before.rstrip())
    for table in soup.find_all("table"):
        rows = table.find_all("tr", recursive=False)
        if rows:
            group = soup.new_tag("tbody")
            rows[0].insert_before(group)
            for row in rows:
                group.append(row.extract())
    text = "".join(node.decode(formatter="minimal") for node in soup.children)
    return re.sub(r"<(br|hr)/>", r"<\1>", text).replace("\xa0", "&#xa0;")


def _trim(block):
    """Takes the spaces and line breaks off both ends, however deep the first and last words stand."""
    for first in (True, False):
        node = block
        while isinstance(node, Tag) and node.contents:
            node = node.contents[0 if first else -1]
        while node is not block and (isinstance(node, Tag) or not node.strip()):
            outer = node.parent
            node.extract()
            node = outer
            while isinstance(node, Tag) and node.contents:
                node = node.contents[0 if first else -1]
        if isinstance(node, NavigableString):
            node.replace_with(node.lstrip() if first else node.rstrip())


def blank(node):
    return isinstance(node, NavigableString) and not node.strip()
