-- When a story was last saved, so that the newest work of a newsroom is found however large its archive grows.
alter table story.story add column saved_at timestamptz not null default clock_timestamp();
update story.story s
   set saved_at = v.saved_at
  from story.version v
 where v.story = s.id and v.number = s.latest;
create index story_by_save on story.story (saved_at desc, id desc);
create index story_by_state on story.story (state, saved_at desc, id desc);
create index version_by_headline on story.version using gin (to_tsvector('simple', headline));

-- What the form was called that a story was made with: a button pressed twice makes no second story.
alter table story.story add column made_under text unique check (length(made_under) between 1 and 60);
