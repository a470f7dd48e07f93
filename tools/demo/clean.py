"""Turns one article of the source (Markdown with web residue) into the paper's HTML subset.

The subset is org.broadsheet.base.html.StoryHtml: p h2 h3 blockquote ul ol li a strong em table thead tbody tr th td
pre code br hr sub sup. Pictures, embeds, forms, scripts and anything presentational are dropped.
"""
import html
import re
import warnings
from urllib.parse import urlsplit, urlunsplit, parse_qsl, urlencode

from bs4 import BeautifulSoup, Comment, MarkupResemblesLocatorWarning, NavigableString, Tag
from markdown_it import MarkdownIt

from residue import ATTRIBUTES, CALLS, EMPTY_LINK, HERE, MEDIA, NOTES, PAGE_TALK, SENTENCE, TAIL_HEADING
from typography import smarten
from writing import blank, written

warnings.filterwarnings("ignore", category=MarkupResemblesLocatorWarning)  # a short text is no file name

SOURCE = "https://digital.gov"
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
KEEP = set("p h2 h3 blockquote ul ol li a strong em table thead tbody tr th td pre code br hr sub sup".split())
RENAME = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "cite": "em", "tt": "code"}
DROP = "script style iframe audio video object embed form input button select textarea img figure picture svg source name".split()
BLOCK = set("p h2 h3 blockquote ul ol li table thead tbody tr th td pre hr".split())


def body(markdown, title, links):
    """The clean body, or an empty string when nothing is left. links maps an old path to a new one, or to None."""
    text = html.unescape(markdown) if "&#" in markdown or "&amp;" in markdown else markdown
    text = MEDIA.sub("", text).replace("\u200b", "").replace("\ufeff", "").replace("\u2028", " ").replace("\xa0", " ")
    text = EMPTY_LINK.sub("", ATTRIBUTES.sub("", text))
    text = re.sub(r"\([^()]{0,5}editor[’']s note[^()]{0,20}(\[[^\]]*\]\([^)]*\)[^()]*)?\)\.?", "", text, flags=re.I)
    text = re.sub(r"\[([^\]]+)\]\(\s*[\"“][^)]*\)", r"\1", text)
    text = re.sub(r"\[([^\]]+)\]\(mailto:[^)]*\)", r"\1", text)
    text = re.sub(r"(?m)^\s*[*+-]\s+\[[^\]]*\]\(#[^)]*\)\s*$", "", text)
    text = re.sub(r"\]\(\((https?:[^)]*)\)", r"](\1", text)
    text = re.sub(r"\[(?:…|\.\.\.)\]", "…", text)
    text = re.sub(r"(?m)^[ \t]{0,3}(#{1,6})([^#\s])", r"\1 \2", text)
    soup = BeautifulSoup(MARKDOWN.render(text), "html.parser")
    for comment in soup.find_all(string=lambda s: isinstance(s, Comment)):
        comment.extract()
    for tag in soup.find_all(DROP):
        tag.decompose()
    for table in soup.find_all("table"):
        if table.find(["pre", "blockquote", "table"]):
            table.decompose()
    for pre in soup.find_all("pre"):
        if re.search(r"</?(p|pre|a|span|div|br|t[drh]|li|ul)\b", pre.get_text()):
            pre.decompose()
        elif re.search(r"[a-z]{3} [a-z]{3}", pre.get_text()) and not re.search(r"[{}<>=$]", pre.get_text()):
            pre.name, pre.string = "p", pre.get_text()  # prose that was indented by accident
    for note in soup.find_all("em"):
        if re.match(r"\W*(18F )?editor[’']s note", note.get_text(), re.I):
            note.decompose()
    _left_markdown(soup)
    _links(soup, links)
    _rename(soup)
    _flatten(soup)
    _addresses(soup)
    _page_talk(soup)
    _headings(soup, title)
    _notes(soup)
    _tidy(soup)
    _tail(soup)
    _house_style(soup)
    smarten(soup)
    for empty in soup.find_all(["p", "li"]):
        if not empty.get_text(strip=True):
            empty.decompose()
    return written(soup)


def _left_markdown(soup):
    """Links that stand in Markdown inside a block of HTML, where no Markdown reader looks."""
    written = re.compile(r"\[([^\[\]]+)\]\((https?://[^()\s]+)\)")
    for text in list(soup.find_all(string=written)):
        pieces = written.split(str(text))
        for i in range(0, len(pieces), 3):
            text.insert_before(NavigableString(pieces[i]))
            if i + 2 < len(pieces):
                a = soup.new_tag("a", href=pieces[i + 2])
                a.string = pieces[i + 1]
                text.insert_before(a)
        text.extract()


def _links(soup, links):
    for a in soup.find_all("a"):
        href = re.sub(r"\s+", "", a.get("href") or "")
        target = link(href, links)
        label = a.get_text().strip()
        a.attrs = {}
        if not label:
            a.decompose()
        elif target is None:
            a.unwrap()
        else:
            a["href"] = target
            if re.match(r"https?://|www\.", label):
                a.string = shown(label)


def link(href, links):
    """The address a link leads to in the paper, or None when it leads nowhere any more."""
    if href.startswith("//"):
        href = "https:" + href
    href = re.sub(r"^(https?://)(www\.)?(digitalgov\.gov|digital\.gov|howto\.gov)(?=/|$)", "", href)
    if href.startswith("/") or href == "":
        path = re.sub(r"(/_index(\.md)?|/?\"?)$", "", href.split("#")[0].split("?")[0])
        path = re.sub(r"\.md$", "", path)
        old = re.match(r"/(?:\d{4}/\d{2}/\d{2}|news)/([\w-]+)", path)
        topic = re.match(r"/(?:topics|category|tag)/([\w-]+)$", path)
        key = "/news/" + old.group(1) if old else "/topics/" + topic.group(1) if topic else path
        if key in links:
            return links[key]
        return SOURCE + path + "/" if re.fullmatch(r"/(resources|guides|communities|events|topics|news)(/[\w-]+)+", path) else None
    parts = urlsplit(href)
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("http", "https") or "." not in host or "amazonaws" in host or "localhost" in host:
        return None
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not re.match(r"utm_|fbclid|gclid|mc_", k)]
    fragment = "" if parts.fragment.startswith(".") else parts.fragment
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", urlencode(query), fragment))


def shown(address):
    """A bare address as a reader says it: no scheme, no www, no trailing slash, and short."""
    text = re.sub(r"^(https?://)?(www\.)?", "", address.strip()).rstrip("/")
    return text if len(text) <= 40 else text.split("/")[0]


def _rename(soup):
    for tag in list(soup.find_all(True)):
        if tag.find_parent(tag.name) and tag.name in ("em", "strong", "b", "i", "code", "sup", "a"):
            tag.unwrap()
            continue
        if tag.name in RENAME:
            tag.name = RENAME[tag.name]
        if tag.name == "a":
            continue
        tag.attrs = {}
        if tag.name in ("div", "section", "article", "center", "figcaption", "dl", "dd", "dt", "details", "summary"):
            tag.name = "p" if not tag.find(list(BLOCK) + ["div", "section"]) else "div"
        if tag.name not in KEEP and tag.name != "div":
            tag.unwrap()
    for div in soup.find_all("div"):
        div.unwrap()


def _flatten(soup):
    """Loose text becomes paragraphs; a paragraph holds no other block; lists hold items only."""
    loose = []
    for node in list(soup.children):
        if isinstance(node, Tag) and node.name in BLOCK:
            _wrap(soup, loose)
            loose = []
        else:
            loose.append(node)
    _wrap(soup, loose)
    for p in soup.find_all("p"):
        if p.find(list(BLOCK)):
            p.unwrap()
    for item in soup.find_all("li"):
        paragraphs = item.find_all("p", recursive=False)
        for p in paragraphs[1:]:
            p.insert_before(soup.new_tag("br"))
        for p in paragraphs:
            p.unwrap()
        for heading in item.find_all(["h2", "h3"]):
            heading.name = "strong"
    for holder in soup.find_all(["ul", "ol"]):
        for child in list(holder.children):
            if isinstance(child, Tag) and child.name not in ("li", "ul", "ol"):
                child.wrap(soup.new_tag("li"))
    for p in soup.find_all("p"):
        parts = re.split(r"\s*<br ?/?>\s*", p.decode_contents())
        if len(parts) > 1 and p.parent.name != "li":
            for part in parts:
                p.insert_before(BeautifulSoup(f"<p>{part}</p>", "html.parser"))
            p.decompose()
    for item in soup.find_all("li"):
        if item.parent.name not in ("ul", "ol"):
            before = item.previous_sibling
            if isinstance(before, Tag) and before.name == "ul" and before.get("made"):
                before.append(item.extract())
            else:
                item.wrap(soup.new_tag("ul", made="1"))
    for ul in soup.find_all("ul"):
        ul.attrs = {}


def _wrap(soup, nodes):
    if any(not blank(n) for n in nodes):
        p = soup.new_tag("p")
        nodes[0].insert_before(p)
        for node in nodes:
            p.append(node.extract())
    else:
        for node in nodes:
            node.extract()


def _addresses(soup):
    """Addresses written out in the text become links that read as people say them."""
    bare = re.compile(r"(?<![\w@/])((?:https?://|www\.)[^\s<>()“”\"]+[\w/])")
    for text in list(soup.find_all(string=bare)):
        if text.find_parent(["a", "pre", "code"]):
            continue
        pieces = bare.split(str(text))
        for i, piece in enumerate(pieces):
            if i % 2 == 0:
                text.insert_before(NavigableString(piece))
                continue
            target = link(piece if piece.startswith("http") else "http://" + piece, {})
            a = soup.new_tag("a", href=target) if target else None
            if a:
                a.string = shown(piece)
            text.insert_before(a or NavigableString(shown(piece)))
        text.extract()


def _page_talk(soup):
    for p in soup.find_all(["p", "blockquote", "ul", "ol"]):
        words = p.get_text(" ", strip=True)
        if p.name in ("ul", "ol"):
            items = p.find_all("li")
            hrefs = [a for a in p.find_all("a")]
            for item in items:
                if "youtu" in str(item) and len(item.get_text().split()) < 25:
                    item.decompose()
            items = p.find_all("li")
            if not items or (len(hrefs) >= len(items) and sum(len(a.get_text()) for a in hrefs) > 0.8 * len(words)):
                p.decompose()
            continue
        if PAGE_TALK.search(words) and len(words) < 420:
            p.decompose()
        elif p.name == "p" and re.search(r"_<|__.{0,12}\\\\|\\\\_", p.decode_contents()):
            p.decompose()
        else:
            for pattern in (HERE, CALLS):
                if pattern.search(words):
                    _drop_sentences(p, pattern)


def _drop_sentences(p, pattern):
    """Takes out the sentences that point at something which is not there; the rest of the paragraph stays."""
    if p.decomposed or p.find(["blockquote", "p", "table"]):
        return
    kept = [s for s in SENTENCE.split(p.decode_contents()) if not pattern.search(BeautifulSoup(s, "html.parser").get_text())]
    fresh = BeautifulSoup(f"<p>{' '.join(kept)}</p>", "html.parser")
    if len(fresh.get_text(strip=True)) < 30:
        p.decompose()
    else:
        p.clear()
        for node in list(fresh.p.children):
            p.append(node)


def _headings(soup, title):
    norm = lambda s: re.sub(r"\W+", " ", s).strip().lower()
    for p in soup.find_all("p", recursive=False):
        inner = [n for n in p.children if not blank(n)]
        if len(inner) == 1 and isinstance(inner[0], Tag) and inner[0].name == "strong" and len(p.get_text()) < 90:
            p.name = "h3"
    found = soup.find_all(["h2", "h3"])
    for h in found:
        for inner in h.find_all(["strong", "em", "a", "code", "br", "sup"]):
            inner.unwrap() if inner.name != "br" else inner.replace_with(" ")
        h.string = re.sub(r"\s+", " ", h.get_text()).strip().rstrip(":").strip()
        if not h.get_text() or norm(h.get_text()) == norm(title):
            h.decompose()
        elif len(h.get_text()) > 140:
            h.name = "p"
    top = {h.name for h in soup.find_all(["h2", "h3"], recursive=False)}
    if top == {"h3"}:
        for h in soup.find_all("h3", recursive=False):
            h.name = "h2"


def _tidy(soup):
    for tag in soup.find_all(["strong", "em", "a", "p", "li", "ul", "ol", "blockquote", "h2", "h3", "sup", "sub", "tr", "table"]):
        if not tag.get_text(strip=True) and not tag.find("hr"):
            tag.decompose() if not (tag.name in ("strong", "em") and tag.get_text()) else tag.replace_with(" ")
    for br in soup.find_all("br"):
        after = br.next_sibling
        if br.parent.name not in ("p", "li", "td", "th") or after is None or blank(after) and after.next_sibling is None or br.previous_sibling is None:
            br.replace_with(" ")
    for text in list(soup.find_all(string=True)):
        if not text.find_parent("pre"):
            text.replace_with(re.sub(r"[ \t\r\n]+", " ", str(text)))
    for block in soup.find_all(["p", "li", "h2", "h3", "td", "th"]):
        while block.contents and isinstance(block.contents[0], NavigableString) and not block.contents[0].strip():
            block.contents[0].extract()
        if block.contents and isinstance(block.contents[0], NavigableString):
            block.contents[0].replace_with(block.contents[0].lstrip())
        if block.contents and isinstance(block.contents[-1], NavigableString):
            block.contents[-1].replace_with(block.contents[-1].rstrip())
    for quote in soup.find_all("blockquote"):
        if not quote.find(list(BLOCK)):
            quote.wrap(soup.new_tag("blockquote"))
            quote.name = "p"


def _notes(soup):
    """Numbers of notes stay, without brackets, only where the notes are there as well."""
    kept = any(NOTES.search(h.get_text().strip()) for h in soup.find_all(["h2", "h3"]))
    for sup in soup.find_all("sup"):
        number = re.fullmatch(r"\s*\[?(\d{1,2})\]?\s*", sup.get_text())
        if number and kept:
            sup.string = number.group(1)
        elif number:
            sup.decompose()


def _house_style(soup):
    """What every story has alike: an article calls itself an article, and punctuation stands where it belongs."""
    for table in soup.find_all(["table", "thead", "tbody", "tr", "ul", "ol"]):
        for text in table.find_all(string=True, recursive=False):
            text.extract()
    for text in list(soup.find_all(string=True)):
        if text.find_parent(["pre", "code"]):
            continue
        words = re.sub(r"\b([Tt]his|[Mm]y|[Oo]ur|[Ll]ast|[Pp]revious|[Ee]arlier|[Rr]ecent|[Ff]ollowing|[Nn]ext) (?:blog post|blog|post)\b(?!-)", r"\1 article", str(text))
        words = re.sub(r"([a-z]{3}[.!?])(?=(?:For|The|If|To|You|We|This|In|Each|It|These|But|And|With|Our|As|At|Caveat)\b)", r"\1 ", words)
        words = re.sub(r"_$", "", words).replace("**", "").replace("____", "…")
        words = re.sub(r"(?: ?\. ){2,} ?\.", "…", words)
        words = re.sub(r",(?: ,)+", ",", words)
        words = re.sub(r"\b(to|is|that|a) \.$", r"\1 …", words.replace("↩", ""))
        words = re.sub(r" +([,.;:!?])(?=\s|$)", r"\1", words)
        text.replace_with(words)


def _tail(soup):
    """Headings with nothing under them go, and so do the link lists that pages end with."""
    changed = True
    while changed:
        changed = False
        nodes = [n for n in soup.children if isinstance(n, Tag)]
        for i, node in enumerate(nodes):
            following = nodes[i + 1] if i + 1 < len(nodes) else None
            last = following is None
            bare = node.name in ("h2", "h3") and (last or following.name in ("h2", "h3") and following.name <= node.name)
            if bare or node.name == "hr" and (last or i == 0 or following.name == "hr"):
                node.decompose()
                changed = True
                break
        headings = [n for n in nodes if n.name in ("h2", "h3") and not n.decomposed]
        if not changed and headings and TAIL_HEADING.search(headings[-1].get_text()):
            rest = list(headings[-1].find_next_siblings())
            if sum(len(n.get_text()) for n in rest) < 700:
                for node in [headings[-1], *rest]:
                    node.decompose()
                changed = True
