#!/usr/bin/python3
"""Makes the sample paper's data (src/main/resources/demo) out of the corpus. See docs/demo.md for how to run it."""
import argparse
import datetime as dt
import hashlib
import html
import json
import re
import shutil
import zlib
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

from clean import body
from edition import AUTHORS, COLUMNS, CORRECTIONS, SECTIONS, TOPIC_NAMES
from typography import smart

HERE = Path(__file__).parent
ZONE = ZoneInfo("Asia/Jakarta")
FEWEST_ON_A_TOPIC = 4
MOST_TOPICS = 4


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    arguments.add_argument("--to", type=Path, default=Path("src/main/resources/demo"))
    options = arguments.parse_args()
    articles = {a["slug"]: a for a in lines(options.corpus / "demo-articles/articles.jsonl")}
    chosen = [row for row in edition() if row["slug"] in articles]
    options.to.mkdir(parents=True, exist_ok=True)

    stories = [story(articles[row["slug"]], row) for row in chosen]
    topics = common_topics(stories)
    ours = {p: p for p in [*("/news/" + s["key"] for s in stories), *("/topics/" + t for t in topics)]}
    for s in stories:
        s["topics"] = [t for t in s["topics"] if t in topics][:MOST_TOPICS]
        article = articles[s["key"]]
        own = "/news/" + s["key"]
        s["body"] = body(article["body_markdown"], article["title"], {k: v for k, v in ours.items() if k != own})
        s["body"] = without_standfirst(s["body"], s["standfirst"])
    stories.sort(key=lambda s: s["published"], reverse=True)

    (options.to / "stories.jsonl").write_text("".join(json.dumps(s, ensure_ascii=False) + "\n" for s in stories))
    write(options.to / "sections.json", [{"slug": s, "name": n} for s, n in SECTIONS])
    write(options.to / "topics.json", [{"slug": t, "name": topic_name(t, options.corpus)} for t in sorted(topics)])
    write(options.to / "authors.json", authors(stories, options.corpus))
    write(options.to / "photographs.json", photographs(options.corpus, options.to))
    wire(options.corpus, options.to)
    print(f"{len(stories)} stories, {len(topics)} topics, {Counter(s['reach'] for s in stories)}")


def edition():
    head, *rows = (HERE / "edition.tsv").read_text().splitlines()
    return [dict(zip(head.split("\t"), row.split("\t"))) for row in rows]


def lines(file):
    return [json.loads(line) for line in file.read_text().splitlines()]


def write(file, value):
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def story(article, row):
    published = time(article["date"], article["slug"])
    title = row["headline"] or html.unescape(article["title"])
    made = {
        "key": article["slug"],
        "section": row["section"],
        "headline": smart(re.sub(r"[\s\u200b]+", " ", title).strip()),
        "standfirst": smart(row["standfirst"]),
        "authors": [AUTHORS.get(a, a) for a in article["authors"]],
        "topics": topics_of(article),
        "published": published.isoformat(),
        "reach": row["reach"],
    }
    if row["photograph"]:
        made["photograph"] = row["photograph"]
    if row["place"]:
        made["place"] = row["place"]
    if article["slug"] in CORRECTIONS:
        made["correction"] = CORRECTIONS[article["slug"]]
    return made


def without_standfirst(text, standfirst):
    """A text that opens with the very words of its standfirst goes on from there."""
    opening = f"<p>{html.escape(standfirst, quote=False)}</p>"
    return text.removeprefix(opening)


def time(written, key):
    """As in the source; where it gives no hour, between six and half past nine in the paper's own morning."""
    day, clock, zone = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[ T](\d{1,2}:\d\d:\d\d))?(?: ([+-]\d{4}))?.*", written).groups()
    if clock is None or clock in ("00:00:00", "0:00:00"):
        minute = zlib.crc32(key.encode()) % 210
        return dt.datetime.fromisoformat(day).replace(tzinfo=ZONE) + dt.timedelta(hours=6, minutes=minute)
    moment = dt.datetime.strptime(f"{day} {clock.zfill(8)} {zone or '-0500'}", "%Y-%m-%d %H:%M:%S %z")
    return moment.astimezone(ZONE)


def topics_of(article):
    found = [COLUMNS[c] for c in COLUMNS if html.unescape(article["title"]).startswith(c)]
    for t in article.get("topics", []):
        found.append(t.replace(" ", "-").replace("user-centered-design", "human-centered-design"))
    return list(dict.fromkeys(found))


def common_topics(stories):
    counts = Counter(t for s in stories for t in s["topics"])
    return {t for t, n in counts.items() if n >= FEWEST_ON_A_TOPIC}


def topic_name(topic, corpus):
    known = {t["slug"]: t.get("title") for t in lines(corpus / "demo-articles/topics.jsonl")}
    return TOPIC_NAMES.get(topic) or known[topic].replace(" and ", " and ").strip()


def authors(stories, corpus):
    used = {a for s in stories for a in s["authors"]}
    found = [a for a in lines(corpus / "demo-articles/authors.jsonl") if a["slug"] in used]
    return [{"slug": a["slug"], "name": smart(re.sub(r"\s+", " ", a["display_name"]).strip())} for a in sorted(found, key=lambda a: a["slug"])]


def photographs(corpus, to):
    index = {f["file"]: f for f in json.loads((corpus / "demo-photos/index.json").read_text())["files"]}
    folder = to / "photographs"
    folder.mkdir(exist_ok=True)
    made = []
    for photograph in json.loads((HERE / "photographs.json").read_text()):
        file = corpus / "demo-photos" / photograph["file"]
        entry = index[photograph["file"]]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == entry["sha256"], file
        name = photograph["id"] + file.suffix
        shutil.copyfile(file, folder / name)
        made.append({
            "id": photograph["id"], "file": name, "caption": photograph["caption"], "alt": photograph["alt"],
            "credit": credit(entry), "licence": entry["licence"], "source": entry["source_url"],
        })
    return made


def credit(entry):
    return entry["credit"].replace("(1841-1895)", "(1841–1895)") + (" / public domain" if entry["licence"] == "Public domain" else "")


def wire(corpus, to):
    folder = to / "wire"
    folder.mkdir(exist_ok=True)
    items = json.loads((HERE / "wire.json").read_text())
    for item in items:
        shutil.copyfile(corpus / item.pop("file"), folder / item["as"])
    write(folder / "items.json", items)


if __name__ == "__main__":
    main()
