-- Partners ask what of the paper's own changed since they asked last.
create index in_print_own_by_change on story.in_print (updated, story) where agency is null;
