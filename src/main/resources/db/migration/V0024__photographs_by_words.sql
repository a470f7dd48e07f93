-- Photographs are found by what is said about them, whatever language it is in.
alter table media.photograph
    add column words tsvector not null
    generated always as (to_tsvector('simple',
        caption || ' ' || credit || ' ' || alternative_text || ' ' || creator || ' ' || place)) stored;

create index photograph_words on media.photograph using gin (words);
