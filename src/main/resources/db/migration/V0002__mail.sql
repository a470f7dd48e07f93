-- Mail that the paper sends, put here in the transaction that wants it and delivered afterwards, again and again until
-- the mail server takes it or says that it never will.
create table base.mail (
    id        bigint generated always as identity primary key,
    recipient text        not null,
    subject   text        not null,
    -- emptied some time after the mail was sent: there are links in it that let somebody in
    words     text        not null,
    html      text        not null default '',
    put_at    timestamptz not null,
    -- when it is to be tried next; while a node tries, when another may
    due_at    timestamptz not null,
    attempts  int         not null default 0,
    sent_at   timestamptz,
    given_up  timestamptz,
    -- what the mail server said last; never what the mail says
    answer    text        not null default ''
);
create index mail_due on base.mail (due_at) where sent_at is null and given_up is null;
create index mail_put on base.mail (put_at);
create index mail_of on base.mail (lower(recipient));
