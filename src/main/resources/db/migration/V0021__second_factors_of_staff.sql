-- Since when a member of staff is asked to set up a second factor where their role needs one. With a password alone the first
-- one can be set up for some days after it; later somebody at the paper's machine has to ask them again.
alter table reader.staff
    add column invited_at timestamptz not null default now();
