"""What a web page leaves behind in a text, and a newspaper does not print."""
import re

MEDIA = re.compile(r"\[(?:youtube|embed|gallery|audio|caption|video|slideshare|vimeo)\b[^\]]*\]|\[/caption\]", re.I)
ATTRIBUTES = re.compile(r"\{[#.][^}\n]*\}")
EMPTY_LINK = re.compile(r"\[\s*\]\([^)]*\)")
SENTENCE = re.compile(
    r"(?:(?<=[!?])|(?<=[.!?][”’\"')])|(?<!U\.S\.)(?<!Dr\.)(?<!Mr\.)(?<!Ms\.)(?<!Mrs\.)(?<!No\.)(?<!vs\.)(?<!Inc\.)(?<!\s[A-Z]\.)(?<=\.))"
    r"\s+(?=(?:<[^>]+>)*[“‘(A-Z0-9])"
)
# Sentences in which a page talks to its visitors, or that lead to an address that the source has masked.
CALLS = re.compile(
    r"name@example|\blet us know\b|\b(leave|post|add) (a |your )?comments?\b|comments? (section|below)|\bstay tuned\b|\bsign up\b (for|to|today|here)"
    r"|please (e-?mail|contact)\b|contact (the|our) [^.]{3,60} (via|by) e-?mail|use subject line|may not be fully accessible|these webinars below"
    r"|find me on|contact me|follow me|this blog post was inspired|originally inspired by|(?:e-?mail|tweet|tell) us\b|\bjoin us\b|please share (this|your)"
    r"|\breach out to (us|me)|take a look at our (upcoming|calendar)|“As a , I want|watch (this|the|our) .{0,40}\bvideo",
    re.I,
)

# A paragraph that only makes sense on the page it came from: pictures that are gone, calls to subscribe or register.
PAGE_TALK = re.compile(
    r"^\W*(image|photo|picture|screenshot|screen capture|source|credit|courtesy|figure|caption|graphic|illustration|icon)s?\b[^.]{0,90}$"
    r"|^\W*(image|photo|picture|screenshot|graphic|infographic|figure)s?\b.{0,12}(via|by|from|courtesy|credit|:)"
    r"|photo credit|image credit|image courtesy|photo courtesy|transcript of (the|this) video|watch the video|(video|audio) (below|above)"
    r"|^\W*summary:|^\W*disclaimer:|^\W*(18F )?editor[’']s note|\(view the image|enlarge (the )?image"
    r"|sign up (for|to)|subscribe to|register (now|today|here|for)|join (the|our) .{0,60}(community|listserv|mailing list)"
    r"|follow (us|@|along)|leave (us )?(a|your) comment|in the comments|comments (section|below|area)|let us know in"
    r"|^\W*(related|read more|learn more|more information|for more information|resources|additional resources|see also)\W*$"
    r"|email us|e-mail us|send us an email|contact us at|questions\? |\bhashtag\b.{0,40}#|share this post",
    re.I,
)
HERE = re.compile(r"(this is|welcome to) (post|part) \d|see the full schedule here|\[CODE\]|\b(click|clicking) (here|on|the link|below)|\bhere\)|(image|screenshot|chart|graphic|graph|figure|diagram|picture)s? (below|above|at (right|left))|(below|above) (image|screenshot|chart|graphic|figure)|(pictured|shown|seen|illustrated) (below|above|here)", re.I)
TAIL_HEADING = re.compile(
    r"^(more|related|resources|additional|further|what can i do|learn more|for more|next steps?$|read more|disclaimer|get involved|join|sign up|questions|contact|video)",
    re.I,
)
NOTES = re.compile(r"^(foot|end)?notes|^references|^sources|^citations", re.I)
