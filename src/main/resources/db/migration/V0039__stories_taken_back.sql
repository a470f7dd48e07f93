-- Feeds tell which stories were taken back lately.
create index story_taken_back on story.story (withdrawn_at desc) where state = 'withdrawn';
