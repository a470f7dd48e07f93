create schema story;

create table story.section (
    slug     text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name     text not null check (name <> ''),
    position int  not null
);

create table story.topic (
    slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name text not null check (name <> '')
);

create table story.author (
    slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name text not null check (name <> '')
);

-- One row a story: where it stands now. What it says is in story.version, what readers see in story.in_print.
create table story.story (
    id            bigint generated always as identity primary key,
    state         text        not null check (state in ('draft', 'ready', 'scheduled', 'published', 'withdrawn')),
    latest        int         not null,
    made_at       timestamptz not null,
    first_printed timestamptz,
    scheduled_for timestamptz,
    withdrawn_at  timestamptz,
    notice        text        not null default '',
    check ((state = 'scheduled') = (scheduled_for is not null)),
    check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index story_due on story.story (scheduled_for) where state = 'scheduled';

-- Kept for ever, never changed. Two people saving over the same version meet at the primary key.
create table story.version (
    story       bigint      not null references story.story,
    number      int         not null check (number > 0),
    saved_at    timestamptz not null,
    saved_by    text        not null,
    headline    text        not null,
    standfirst  text        not null,
    body        text        not null,
    section     text        not null references story.section,
    topics      text[]      not null,
    authors     text[]      not null,
    agency      text,
    dateline    text,
    language    text        not null,
    reach       text        not null check (reach in ('everyone', 'metered', 'subscribers')),
    photograph  bigint references media.photograph,
    primary key (story, number)
);

-- Every address that a story ever had; the newest is its own, older ones redirect. The key decides who gets a slug.
create table story.address (
    section text        not null,
    day     date        not null,
    slug    text        not null,
    story   bigint      not null references story.story,
    given   timestamptz not null,
    primary key (section, day, slug)
);
create index address_of_story on story.address (story);

create table story.correction (
    story    bigint      not null references story.story,
    noted_at timestamptz not null,
    noted_by text        not null,
    note     text        not null check (note <> ''),
    primary key (story, noted_at)
);

-- The published version of a story in one row, names spelled out: one look-up makes a page.
create table story.in_print (
    story        bigint primary key references story.story,
    version      int         not null,
    section      text        not null references story.section,
    section_name text        not null,
    day          date        not null,
    slug         text        not null,
    headline     text        not null,
    standfirst   text        not null,
    topics       text[]      not null,
    topic_names  text[]      not null,
    authors      text[]      not null,
    author_names text[]      not null,
    agency       text,
    dateline     text,
    language     text        not null,
    reach        text        not null,
    photograph   bigint references media.photograph,
    minutes      int         not null,
    words        int         not null,
    published    timestamptz not null,
    updated      timestamptz not null,
    preview      text        not null,
    body         text        not null
);
create unique index in_print_address on story.in_print (section, day, slug);
create index in_print_newest on story.in_print (published desc, story desc);
create index in_print_section on story.in_print (section, published desc, story desc);

-- Lists by topic and by author stay quick however long they grow.
create table story.in_topic (
    topic     text        not null references story.topic,
    published timestamptz not null,
    story     bigint      not null references story.in_print on delete cascade,
    primary key (topic, published, story)
);
create index in_topic_of_story on story.in_topic (story);

create table story.by_author (
    author    text        not null references story.author,
    published timestamptz not null,
    story     bigint      not null references story.in_print on delete cascade,
    primary key (author, published, story)
);
create index by_author_of_story on story.by_author (story);
