package org.broadsheet.wire.format.feed;

import java.util.List;

/** @param version such as {@code rss-2.0} or {@code atom-1.0} */
record Feed(String version, FeedFields channel, List<FeedFields> entries) {}
