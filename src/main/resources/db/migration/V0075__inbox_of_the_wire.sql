-- What the newsroom has put aside. It is about the item, whatever version comes next.
create table wire.mark (
    source text not null,
    guid text not null check (length(guid) between 1 and 400),
    mark text not null check (mark in ('held', 'declined')),
    marked_by text not null,
    marked_at timestamptz not null,
    primary key (source, guid)
);

create index item_by_source on wire.item (source, arrived desc, id desc);
create index item_by_headline on wire.item using gin (to_tsvector('simple', coalesce(content ->> 'headline', '')));
