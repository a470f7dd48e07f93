create schema media;

-- Bytes by name, as an object store would keep them: originals/{sha256} and pictures/{hash}/{width}.{webp|jpg}.
create table media.stored (
    name text primary key,
    content bytea not null
);
-- Pictures are compressed already: no second try at it, and a part can be read without the whole.
alter table media.stored alter column content set storage external;

create table media.photograph (
    id bigint generated always as identity primary key,
    sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    original_type text not null,
    original_bytes integer not null check (original_bytes > 0),
    hash text not null check (hash ~ '^[0-9a-f]{32}$'),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
    blur text not null,
    caption text not null,
    credit text not null,
    alternative_text text not null,
    creator text not null,
    rights text not null,
    usage text not null,
    place text not null,
    taken date,
    kept timestamptz not null,
    changed timestamptz not null
);

create index photograph_kept on media.photograph (kept desc, id desc);

-- Two originals that differ in nothing a reader sees share their renditions.
create table media.rendition (
    hash text not null,
    width integer not null check (width > 0),
    format text not null check (format in ('WEBP', 'JPEG')),
    height integer not null check (height > 0),
    bytes integer not null check (bytes > 0),
    primary key (hash, width, format)
);
