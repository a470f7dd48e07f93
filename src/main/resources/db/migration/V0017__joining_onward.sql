-- Where somebody was going when they were asked to join: a path of the paper, for when they have confirmed.
alter table reader.joining add column onward text not null default '/' check (onward like '/%' and length(onward) <= 500);
