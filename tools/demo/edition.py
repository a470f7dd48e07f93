"""What the editor of the sample paper decided once for the whole edition; edition.tsv holds it story by story."""

SECTIONS = [
    ("services", "Services"),
    ("technology", "Technology"),
    ("design", "Design"),
    ("data", "Data"),
    ("policy", "Policy"),
    ("security", "Security"),
    ("people", "People"),
    ("opinion", "Opinion"),
    ("world", "World"),
]

# Series of the source that its headlines begin with: here the series is a topic and the headline stands alone.
COLUMNS = {
    "The Data Briefing": "the-data-briefing",
    "The API Briefing": "the-api-briefing",
    "The Content Corner": "the-content-corner",
}

TOPIC_NAMES = {
    "the-data-briefing": "The Data Briefing",
    "the-api-briefing": "The API Briefing",
    "the-content-corner": "The Content Corner",
    "application-programming-interface": "APIs",
    "emerging-tech": "Emerging technology",
    "plain-language": "Plain language",
    "search-engine-optimization": "Search engines",
    "challenges-and-prize-competitions": "Prize competitions",
    "crowdsourcing-and-citizen-science": "Citizen science",
    "robotic-process-automation": "Automation",
}

# One person under two keys in the source.
AUTHORS = {}

CORRECTIONS = {
    "the-api-briefing-writable-apis-the-federal-register-gov-commenting-feature": (
        "An earlier version of this article credited the Office of the Federal Register with creating the writable API, "
        "but the API was created by EPA’s eRulemaking Program Management Office."
    ),
}
