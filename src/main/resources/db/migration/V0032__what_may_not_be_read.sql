-- Until when nothing of a story may be before readers, and whether it may be at all. Held by the tables themselves: no
-- statement, whoever writes it, puts before readers what may not be read.
alter table story.story
    add column embargo timestamptz,
    -- Why nobody may print it: the agency has killed it, a court forbids it. Null for almost all.
    add column barred text check (length(barred) between 1 and 500);

create function story.refuse_what_may_not_be_read() returns trigger language plpgsql as $$
declare
    rule record;
begin
    select embargo, barred into rule from story.story where id = new.story for share;
    if rule.barred is not null then
        raise exception 'story % may not be printed: %', new.story, rule.barred
              using errcode = 'check_violation', constraint = 'in_print_barred';
    end if;
    if rule.embargo > clock_timestamp() then
        raise exception 'story % is under embargo until %', new.story, rule.embargo
              using errcode = 'check_violation', constraint = 'in_print_embargo';
    end if;
    return new;
end $$;

create trigger in_print_allowed before insert or update on story.in_print
    for each row execute function story.refuse_what_may_not_be_read();

-- The other way round: what readers have is taken from them in the same transaction, or there is no such embargo.
create function story.refuse_to_forbid_what_is_read() returns trigger language plpgsql as $$
begin
    if (new.barred is not null or new.embargo > clock_timestamp())
       and exists (select from story.in_print where story = new.id) then
        raise exception 'story % is before readers', new.id
              using errcode = 'check_violation', constraint = 'story_taken_back_first';
    end if;
    return null;
end $$;

create constraint trigger story_taken_back_first after update of embargo, barred on story.story
    deferrable initially deferred
    for each row execute function story.refuse_to_forbid_what_is_read();
