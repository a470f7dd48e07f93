-- Where a photograph stands above a story, looked up before anybody changes what is said about it.
create index version_photograph on story.version (photograph) where photograph is not null;
