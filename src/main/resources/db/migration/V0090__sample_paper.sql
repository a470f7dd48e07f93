-- What the sample paper has set up already: written in the transaction that made it, so that a start that was cut short
-- goes on where it stopped and nothing comes twice.
create schema demo;

create table demo.kept (
    key    text primary key,
    number bigint not null
);

comment on column demo.kept.key is 'photograph:{id}, story:{key}, wire:{file}, or paper when everything is there';
comment on column demo.kept.number is 'of the photograph or story; 0 where there is none';
