-- Where somebody was going when they asked for a link that signs in: a path of the paper.
alter table reader.link add column onward text not null default '/account' check (onward like '/%' and length(onward) <= 500);
