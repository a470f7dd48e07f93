-- What a photograph's file said when it came, field by field, and which part of the file said it (XMP, IIM, EXIF).
create table media.word (
    photograph bigint not null references media.photograph (id) on delete cascade,
    field text not null,
    place smallint not null check (place >= 0),
    value text not null check (value <> ''),
    origin text not null check (origin in ('XMP', 'IIM', 'EXIF')),
    primary key (photograph, field, place)
);
