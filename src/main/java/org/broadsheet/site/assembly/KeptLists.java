package org.broadsheet.site.assembly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Slice;
import org.broadsheet.base.db.Change;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.broadsheet.site.front.Front;
import org.broadsheet.site.page.Picture;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/**
 * What many pages share, kept until a change says otherwise: the newest stories of the paper, of each section and topic,
 * the sections themselves, photographs, and stories that many pages point to. A look-up that is under way while its entry is dropped is dropped after it,
 * so nothing older than a change outlives it.
 */
@Component
public class KeptLists {
    /** Stories of the front page and its section blocks are chosen from so many. */
    private static final int NEWEST = Front.NEWEST;

    private static final int OF_ONE_TOPIC = 30;
    private static final int OF_ONE_SECTION = Front.NEWEST_OF_A_SECTION;
    private static final String ALL = "all";

    private final InPrint inPrint;
    private final Photographs photographs;

    /** Replaced as a whole where nobody knows what has changed: what is being looked up then is put into the old ones. */
    private volatile Caches caches = new Caches();

    KeptLists(InPrint inPrint, Photographs photographs) {
        this.inPrint = inPrint;
        this.photographs = photographs;
    }

    public List<Section> sections() {
        return caches.sections.get(ALL, key -> inPrint.sections());
    }

    public List<Teaser> newest() {
        return caches.newest.get(ALL, key -> inPrint.latest(NEWEST));
    }

    List<Teaser> inSection(String slug) {
        return caches.bySection.get(
                slug,
                key -> inPrint.inSection(key, new Slice(1, OF_ONE_SECTION)).entries());
    }

    List<Teaser> onTopic(String slug) {
        return caches.byTopic.get(
                slug, key -> inPrint.onTopic(key, new Slice(1, OF_ONE_TOPIC)).entries());
    }

    /** Stories that go with a story; at most so many. */
    List<Teaser> related(Teaser story, int most) {
        return caches.related.to(story, this, most);
    }

    /** Those of these stories that are in print, in the order asked for; a few that many pages point to. */
    public List<Teaser> stories(List<StoryId> ids) {
        Cache<StoryId, Optional<Teaser>> kept = caches.stories;
        return ids.stream().flatMap(id -> kept.get(id, this::printed).stream()).toList();
    }

    /** Those that exist. One look-up each: one for all could not be told that one of them changed meanwhile. */
    Map<PhotographId, Picture> pictures(Collection<PhotographId> ids) {
        Cache<PhotographId, Optional<Picture>> kept = caches.pictures;
        Map<PhotographId, Picture> found = new HashMap<>();
        ids.forEach(id -> kept.get(id, this::picture).ifPresent(there -> found.put(id, there)));
        return found;
    }

    /** Forgets what a change made stale, by its key: a look-up under way is waited for and dropped too. */
    public void forget(Change change) {
        switch (change.kind()) {
            case "front" -> caches.newest.invalidate(ALL);
            case "section" -> {
                caches.bySection.invalidate(change.key());
                caches.related.forget();
            }
            case "topic" -> {
                caches.byTopic.invalidate(change.key());
                caches.related.forget();
            }
            case "sections" -> caches.sections.invalidate(ALL);
            case "photograph" -> number(change).ifPresent(id -> caches.pictures.invalidate(new PhotographId(id)));
            case "story" -> number(change).ifPresent(id -> caches.stories.invalidate(new StoryId(id)));
            default -> {}
        }
    }

    /** Forgets everything: nobody knows what was missed. */
    public void forgetAll() {
        caches = new Caches();
    }

    private Optional<Teaser> printed(StoryId id) {
        return inPrint.teasers(List.of(id)).stream().findFirst();
    }

    private Optional<Picture> picture(PhotographId id) {
        return photographs.find(id).map(Picture::of);
    }

    /** Anybody may announce a change: a key that is no number is nobody's. */
    private static Optional<Long> number(Change change) {
        return change.key().matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(change.key())) : Optional.empty();
    }

    private static final class Caches {
        private final Cache<String, List<Section>> sections = kept(1);
        private final Cache<String, List<Teaser>> newest = kept(1);
        private final Cache<String, List<Teaser>> bySection = kept(200);
        private final Cache<String, List<Teaser>> byTopic = kept(2_000);
        private final Cache<PhotographId, Optional<Picture>> pictures = kept(20_000);
        private final Cache<StoryId, Optional<Teaser>> stories = kept(100);
        private final Related related = new Related();
    }

    private static <K, V> Cache<K, V> kept(int most) {
        return Caffeine.newBuilder().maximumSize(most).build();
    }
}
