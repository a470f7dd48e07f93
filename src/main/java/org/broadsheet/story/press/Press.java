package org.broadsheet.story.press;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.base.Settings;
import org.broadsheet.base.Slugs;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.Address;
import org.broadsheet.story.BeforePrint;
import org.broadsheet.story.Body;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.StoryNews;
import org.broadsheet.story.sql.AddressRow;
import org.broadsheet.story.sql.PrintSql;
import org.broadsheet.story.sql.Printing;
import org.broadsheet.story.sql.Shown;
import org.broadsheet.story.sql.VersionRow;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Puts versions before readers and takes them back: gives addresses, keeps {@code in_print} and its lists, tells the
 * rooms above and, when the transaction commits, every node. Works inside the caller's transaction.
 */
@Component
public class Press {
    private static final Logger LOG = LoggerFactory.getLogger(Press.class);

    /** So many stories may share a headline on one day in one section. */
    private static final int MOST_NAMESAKES = 1_000;

    private final PrintSql sql;
    private final Settings settings;
    private final ChangeNotices notices;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<BeforePrint> looks;

    Press(
            Jdbi jdbi,
            Settings settings,
            ChangeNotices notices,
            ApplicationEventPublisher events,
            ObjectProvider<BeforePrint> looks) {
        this.sql = NamedSql.of(jdbi, PrintSql.class);
        this.settings = settings;
        this.notices = notices;
        this.events = events;
        this.looks = looks;
    }

    /** What a version lacks before readers may see it, in words. */
    public static List<String> missing(VersionRow version) {
        List<String> missing = new ArrayList<>();
        if (version.headline().isEmpty()) {
            missing.add("a headline");
        }
        if (version.body().isEmpty()) {
            missing.add("a body");
        }
        return missing;
    }

    /** Why the rooms above would hold this version back, in words. */
    public List<String> objections(VersionRow version) {
        return objections(proof(version));
    }

    /** Why they would hold it back if it comes from an archive. */
    public List<String> objectionsToImport(VersionRow version) {
        return objections(new BeforePrint.Imported(proof(version)));
    }

    /** Why they would hold this correction back. */
    public List<String> objections(StoryId id, String note) {
        return objections(new BeforePrint.Note(id, note));
    }

    /** A scheduled story was not printed; said in the log and to the rooms above. */
    public void held(StoryId id, List<String> objections) {
        LOG.warn("story {} was due and is held back, ready: {}", id, String.join(" ", objections));
        events.publishEvent(new BeforePrint.Held(id, objections));
    }

    private List<String> objections(BeforePrint.Proof proof) {
        return looks.orderedStream()
                .flatMap(look -> look.objections(proof).stream())
                .toList();
    }

    private BeforePrint.Version proof(VersionRow version) {
        Reach reach = Reach.of(version.reach());
        Preview preview = Preview.of(StoryHtml.kept(version.body()));
        return new BeforePrint.Version(
                new StoryId(version.story()),
                version.headline(),
                version.standfirst(),
                sql.topicNames(version.story(), version.number()),
                sql.authorNames(version.story(), version.number()),
                version.agency(),
                version.dateline(),
                reach,
                version.photograph().map(PhotographId::new),
                new Body(reach, version.body(), preview.html()));
    }

    public Printed print(VersionRow version, Instant first, Instant at) {
        long story = version.story();
        Optional<Shown> before = sql.shown(story);
        Address address = addressFor(version, first, at);
        Preview preview = Preview.of(StoryHtml.kept(version.body()));
        sql.print(new Printing(
                story,
                version.number(),
                address.day(),
                address.slug(),
                preview.minutes(),
                preview.words(),
                first,
                at,
                preview.html()));
        leaveLists(story);
        sql.joinTopics(story);
        sql.joinAuthors(story);
        StoryId id = new StoryId(story);
        events.publishEvent(new StoryNews.Printed(id));
        announce(id, before, Optional.of(new Shown(version.section(), version.topics(), version.authors())));
        return new Printed.Done(address);
    }

    public Printed takeBack(StoryId id) {
        Optional<Shown> before = sql.shown(id.value());
        leaveLists(id.value());
        sql.takeBack(id.value());
        events.publishEvent(new StoryNews.Withdrawn(id));
        announce(id, before, Optional.empty());
        return standing(id);
    }

    /** The story is as it was, and something said about it is new. */
    public Printed touch(StoryId id, Instant at) {
        Optional<Shown> shown = sql.shown(id.value());
        sql.touch(id.value(), at);
        events.publishEvent(new StoryNews.Printed(id));
        announce(id, shown, Optional.empty());
        return standing(id);
    }

    /** Where a story stands that is in print as it is. */
    public Printed standing(StoryId id) {
        return new Printed.Done(sql.addressOf(id.value()).orElseThrow().address());
    }

    public void sectionsChanged() {
        notices.announce(new Change("sections", "all"));
    }

    /** Day and slug are fixed at first publication; only another section gives another address. */
    private Address addressFor(VersionRow version, Instant first, Instant at) {
        Optional<Address> had = sql.addressOf(version.story()).map(AddressRow::address);
        if (had.isPresent() && had.get().section().equals(version.section())) {
            return had.get();
        }
        LocalDate day = had.map(Address::day)
                .orElseGet(() -> first.atZone(settings.zone()).toLocalDate());
        String slug = had.map(Address::slug)
                .orElseGet(() -> Slugs.of(version.headline()).orElse("story"));
        for (int namesake = 1; namesake <= MOST_NAMESAKES; namesake++) {
            Address wanted = new Address(version.section(), day, namesake == 1 ? slug : numbered(slug, namesake));
            if (sql.take(wanted.section(), day, wanted.slug(), version.story(), at)
                    .isPresent()) {
                return wanted;
            }
        }
        throw new IllegalStateException("no free address like " + slug + " on " + day);
    }

    private static String numbered(String slug, int number) {
        String ending = "-" + number;
        return slug.length() + ending.length() > 80
                ? slug.substring(0, 80 - ending.length()).replaceAll("-$", "") + ending
                : slug + ending;
    }

    private void leaveLists(long story) {
        sql.leaveTopics(story);
        sql.leaveAuthors(story);
    }

    private void announce(StoryId id, Optional<Shown> before, Optional<Shown> after) {
        Set<String> sections = new TreeSet<>();
        Set<String> topics = new TreeSet<>();
        Set<String> authors = new TreeSet<>();
        for (Shown shown :
                List.of(before, after).stream().flatMap(Optional::stream).toList()) {
            sections.add(shown.section());
            topics.addAll(shown.topics());
            authors.addAll(shown.authors());
        }
        notices.announce(new Change("story", id.toString()));
        sections.forEach(slug -> notices.announce(new Change("section", slug)));
        topics.forEach(slug -> notices.announce(new Change("topic", slug)));
        authors.forEach(slug -> notices.announce(new Change("author", slug)));
        notices.announce(new Change("front", "all"));
    }
}
