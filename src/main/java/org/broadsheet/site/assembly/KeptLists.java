package org.broadsheet.site.assembly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.Slice;
import org.broadsheet.base.db.Change;
import org.broadsheet.media.Photograph;
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
    private final Cache<String, List<Section>> sections = kept(1);
    private final Cache<String, List<Teaser>> newest = kept(1);
    private final Cache<String, List<Teaser>> bySection = kept(200);
    private final Cache<String, List<Teaser>> byTopic = kept(2_000);
    private final Cache<PhotographId, Optional<Picture>> pictures = kept(20_000);
    private final Cache<StoryId, Optional<Teaser>> stories = kept(100);

    KeptLists(InPrint inPrint, Photographs photographs) {
        this.inPrint = inPrint;
        this.photographs = photographs;
    }

    public List<Section> sections() {
        return sections.get(ALL, key -> inPrint.sections());
    }

    public List<Teaser> newest() {
        return newest.get(ALL, key -> inPrint.latest(NEWEST));
    }

    List<Teaser> inSection(String slug) {
        return bySection.get(
                slug,
                key -> inPrint.inSection(key, new Slice(1, OF_ONE_SECTION)).entries());
    }

    List<Teaser> onTopic(String slug) {
        return byTopic.get(
                slug, key -> inPrint.onTopic(key, new Slice(1, OF_ONE_TOPIC)).entries());
    }

    /** Those of these stories that are in print, in the order asked for; a few that many pages point to. */
    public List<Teaser> stories(List<StoryId> ids) {
        Map<StoryId, Optional<Teaser>> found = stories.getAll(ids, this::printed);
        return ids.stream().map(found::get).flatMap(Optional::stream).toList();
    }

    /** Those that exist, fetched together where they are not kept. */
    Map<PhotographId, Picture> pictures(Collection<PhotographId> ids) {
        Map<PhotographId, Picture> found = new HashMap<>();
        pictures.getAll(ids, this::load).forEach((id, picture) -> picture.ifPresent(there -> found.put(id, there)));
        return found;
    }

    /** Forgets what a change made stale. */
    public void forget(Change change) {
        switch (change.kind()) {
            case "front" -> newest.invalidateAll();
            case "section" -> bySection.invalidate(change.key());
            case "topic" -> byTopic.invalidate(change.key());
            case "sections" -> sections.invalidateAll();
            case "photograph" -> pictures.invalidateAll();
            case "story" ->
                stories.asMap().keySet().removeIf(id -> id.toString().equals(change.key()));
            default -> {}
        }
    }

    /** Forgets everything: nobody knows what was missed. */
    public void forgetAll() {
        List.of(sections, newest, bySection, byTopic, pictures, stories).forEach(Cache::invalidateAll);
    }

    private Map<StoryId, Optional<Teaser>> printed(Set<? extends StoryId> ids) {
        Map<StoryId, Optional<Teaser>> all = new HashMap<>();
        ids.forEach(id -> all.put(id, Optional.empty()));
        inPrint.teasers(List.<StoryId>copyOf(ids)).forEach(teaser -> all.put(teaser.id(), Optional.of(teaser)));
        return all;
    }

    private Map<PhotographId, Optional<Picture>> load(Set<? extends PhotographId> ids) {
        Map<PhotographId, Photograph> found = photographs.find(List.<PhotographId>copyOf(ids));
        Map<PhotographId, Optional<Picture>> all = new HashMap<>();
        ids.forEach(id -> all.put(id, Optional.ofNullable(found.get(id)).map(Picture::of)));
        return all;
    }

    private static <K, V> Cache<K, V> kept(int most) {
        return Caffeine.newBuilder().maximumSize(most).build();
    }
}
