-- Who a reader is at an OpenID Connect provider.
create table reader.openid (
    issuer    text        not null check (length(issuer) <= 500),
    subject   text        not null check (subject <> '' and length(subject) <= 255),
    reader    bigint      not null references reader.reader on delete cascade,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (reader, issuer)
);
