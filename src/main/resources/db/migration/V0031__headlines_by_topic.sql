-- The earlier headlines of a topic stand beside each story's page. Joining eight wide rows of in_print for them took as
-- long as the story itself, so what a line needs stands with the topic. The database copies it: a node of the version
-- before, which knows nothing of these columns, may still print while others have been renewed.
alter table story.in_topic
    add column section  text,
    add column day      date,
    add column slug     text,
    add column headline text,
    add column reach    text;

create function story.headline_of_topic() returns trigger language plpgsql as $$
begin
    select p.section, p.day, p.slug, p.headline, p.reach
      into strict new.section, new.day, new.slug, new.headline, new.reach
      from story.in_print p
     where p.story = new.story;
    return new;
end $$;

create trigger headline_of_topic before insert on story.in_topic
    for each row execute function story.headline_of_topic();

update story.in_topic t
   set section = p.section, day = p.day, slug = p.slug, headline = p.headline, reach = p.reach
  from story.in_print p
 where p.story = t.story;

alter table story.in_topic
    alter column section  set not null,
    alter column day      set not null,
    alter column slug     set not null,
    alter column headline set not null,
    alter column reach    set not null;
