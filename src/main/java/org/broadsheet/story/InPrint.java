package org.broadsheet.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.broadsheet.base.Part;
import org.broadsheet.base.Slice;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.sql.AddressRow;
import org.broadsheet.story.sql.InPrintSql;
import org.broadsheet.story.sql.NumberRow;
import org.broadsheet.story.sql.PageQuestion;
import org.broadsheet.story.sql.PageQuestions;
import org.broadsheet.story.sql.StoryMapper;
import org.broadsheet.story.sql.TeaserMapper;
import org.broadsheet.story.sql.WithdrawnRow;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** The paper as readers have it: what is printed, where it stands, in which lists. The door for reading. */
@Component
public class InPrint {
    private final InPrintSql sql;
    private final PageQuestions page;

    InPrint(Jdbi jdbi, DataSource database) {
        jdbi.registerRowMapper(new TeaserMapper());
        jdbi.registerRowMapper(new StoryMapper());
        this.sql = NamedSql.of(jdbi, InPrintSql.class);
        this.page = new PageQuestions(new PageQuestion(database));
    }

    /** What stands at an address; asked in the order in which readers come: stories, old addresses, withdrawn ones. */
    public Found at(Address address) {
        return sql.at(address.section(), address.day(), address.slug())
                .<Found>map(Found.Here::new)
                .orElseGet(() -> elsewhere(address));
    }

    /** What stands at an address, with older stories of the story's first topic, newest first. */
    public record Standing(Found found, List<Mention> earlier) {}

    /** All that a story's page asks of this room but for lists that pages share; at most so many earlier ones. */
    public Standing standing(Address address, int earlier) {
        PageQuestion.Answer answer = page.ask(address, earlier);
        Found found = answer.story().<Found>map(Found.Here::new).orElseGet(() -> elsewhere(address));
        return new Standing(found, answer.earlier());
    }

    private Found elsewhere(Address address) {
        Optional<AddressRow> moved = sql.movedFrom(address.section(), address.day(), address.slug());
        if (moved.isPresent()) {
            return new Found.Moved(moved.get().address());
        }
        return sql.withdrawnAt(address.section(), address.day(), address.slug())
                .<Found>map(InPrint::withdrawn)
                .orElseGet(Found.Nowhere::new);
    }

    /** The number of the story at an address, without reading the story. */
    public Optional<StoryId> numberAt(Address address) {
        return sql.numberAt(address.section(), address.day(), address.slug()).map(StoryId::new);
    }

    /** The same of many addresses; those at which no story stands are left out. */
    public Map<Address, StoryId> numbersAt(Collection<Address> addresses) {
        return sql
                .numbersAt(
                        texts(addresses, Address::section),
                        texts(addresses, address -> address.day().toString()),
                        texts(addresses, Address::slug))
                .stream()
                .collect(Collectors.toMap(NumberRow::address, NumberRow::story));
    }

    private static String[] texts(Collection<Address> addresses, Function<Address, String> part) {
        return addresses.stream().map(part).toArray(String[]::new);
    }

    /** Newest first, of the whole paper; at most {@code most}. */
    public List<Teaser> latest(int most) {
        return sql.latest(most);
    }

    public Part<Teaser> inSection(String slug, Slice slice) {
        return Part.of(sql.inSection(slug, slice.size() + 1, slice.offset()), slice);
    }

    public Part<Teaser> onTopic(String slug, Slice slice) {
        return Part.of(sql.onTopic(slug, slice.size() + 1, slice.offset()), slice);
    }

    public Part<Teaser> byAuthor(String slug, Slice slice) {
        return Part.of(sql.byAuthor(slug, slice.size() + 1, slice.offset()), slice);
    }

    /** Printed for the first time after this moment, newest first. */
    public List<Teaser> since(Instant moment, int most) {
        return sql.since(moment, most);
    }

    /** Every printed story in the order of their numbers, a part at a time: give the last number seen, at first 0. */
    public List<Teaser> after(long number, int most) {
        return sql.after(number, most);
    }

    /** As {@link #after}, whole: for whoever goes through all there is. */
    public List<Story> storiesAfter(long number, int most) {
        return sql.storiesAfter(number, most);
    }

    /** Those of these stories that are in print, in the order asked for. */
    public List<Teaser> teasers(Collection<StoryId> ids) {
        Map<StoryId, Teaser> found =
                sql.teasers(numbers(ids)).stream().collect(Collectors.toMap(Teaser::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** One printed story by its number. */
    public Optional<Story> story(StoryId id) {
        return sql.stories(new long[] {id.value()}).stream().findFirst();
    }

    /** The newest stories whole, for feeds. */
    public List<Story> latestStories(int most) {
        return sql.latestStories(most);
    }

    public List<Story> latestStories(String section, int most) {
        return sql.latestStories(section, most);
    }

    /** From left to right. */
    public List<Section> sections() {
        return sql.sections();
    }

    public Optional<Section> section(String slug) {
        return sections().stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    public Optional<Topic> topic(String slug) {
        return sql.topic(slug);
    }

    public Optional<Byline> author(String slug) {
        return sql.author(slug);
    }

    public long countInSection(String slug) {
        return sql.countInSection(slug);
    }

    public long countOnTopic(String slug) {
        return sql.countOnTopic(slug);
    }

    public long countByAuthor(String slug) {
        return sql.countByAuthor(slug);
    }

    public long count() {
        return sql.count();
    }

    /**
     * One month of the paper.
     *
     * @param first its first day, in the paper's zone
     * @param updated when anything in it last changed
     */
    public record Month(LocalDate first, long stories, Instant updated) {}

    /** Where a printed story stands, and when what stands there last changed. */
    public record Place(Address address, Instant updated) {}

    /** A story that the paper took back, and where it last stood. */
    public record TakenBack(StoryId id, Address address, Instant at) {}

    /** The months in which anything was printed that still is, newest first. */
    public List<Month> months() {
        return sql.months();
    }

    /** Where the stories of one month stand, in the order in which they were printed. */
    public List<Place> places(LocalDate firstOfMonth, int most, int after) {
        return sql.places(firstOfMonth, firstOfMonth.plusMonths(1), most, after);
    }

    /** Stories taken back after this moment, the last first. */
    public List<TakenBack> takenBackSince(Instant moment, int most) {
        return sql.takenBackSince(moment, most);
    }

    /** A story that the paper took back, by its number. */
    public Optional<TakenBack> takenBack(StoryId id) {
        return sql.takenBack(id.value());
    }

    private static long[] numbers(Collection<StoryId> ids) {
        return ids.stream().mapToLong(StoryId::value).toArray();
    }

    private static Found withdrawn(WithdrawnRow row) {
        return new Found.Withdrawn(
                new StoryId(row.id()),
                row.headline(),
                new Section(row.section(), row.sectionName(), 0),
                row.notice(),
                row.withdrawnAt(),
                Topic.of(row.topics(), row.topicNames()));
    }
}
