package org.broadsheet.story.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.Address;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.story.State;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a newsroom looks up about its stories. Bodies come with the versions and are for staff alone. */
@Component
@Transactional(readOnly = true)
public class Board {
    /** Entries of one list at most. */
    public static final int MOST = 100;

    private static final int MOST_VERSIONS = 500;

    private final BoardSql sql;

    Board(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, BoardSql.class);
    }

    /**
     * A story in a list, as its latest version has it.
     *
     * @param headline may be empty
     * @param savedBy who saved that version
     */
    public record Entry(
            StoryId id,
            State state,
            String headline,
            String section,
            Reach reach,
            String savedBy,
            Instant savedAt,
            Optional<Instant> scheduledFor) {
        public Place place() {
            return new Place(savedAt, id);
        }
    }

    /** Where a list goes on: after the story that was saved then. */
    public record Place(Instant savedAt, StoryId id) {
        /** Before all that will ever be saved. */
        public static final Place TOP = new Place(Instant.parse("9999-01-01T00:00:00Z"), new StoryId(Long.MAX_VALUE));

        /** For an address: {@code seconds.nanos-id}. */
        public String text() {
            return savedAt.getEpochSecond() + "." + savedAt.getNano() + "-" + id.value();
        }

        /** The top for a text that {@link #text} did not write. */
        public static Place of(String text) {
            if (!text.matches("\\d{1,11}\\.\\d{1,9}-\\d{1,18}")) {
                return TOP;
            }
            String[] parts = text.split("[.-]", -1);
            return new Place(
                    Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                    new StoryId(Long.parseLong(parts[2])));
        }
    }

    /**
     * Where a story stands.
     *
     * @param embargo until when nobody may print it
     * @param barred why nobody may print it at all
     * @param address where readers find it, or found it last
     */
    public record Standing(
            State state,
            int latest,
            Optional<Instant> scheduledFor,
            Optional<Instant> embargo,
            Optional<String> barred,
            Optional<Address> address) {}

    /** One save. */
    public record Save(int version, Instant at, String by, String headline) {}

    /** The stories saved last, the newest first. */
    public List<Entry> latest(Place after, int count) {
        return sql.latest(after.savedAt(), after.id().value(), most(count));
    }

    public List<Entry> latest(State state, Place after, int count) {
        return sql.latest(state.word(), after.savedAt(), after.id().value(), most(count));
    }

    /** Those whose latest headline has all these words; quotation marks keep words together, a hyphen leaves one out. */
    public List<Entry> called(String words, Place after, int count) {
        return sql.called(words, after.savedAt(), after.id().value(), most(count));
    }

    public Optional<Standing> standing(StoryId id) {
        return sql.standing(id.value()).map(BoardSql.StandingRow::standing);
    }

    /** The newest first, 500 at most. */
    public List<Save> versions(StoryId id) {
        return sql.versions(id.value(), MOST_VERSIONS);
    }

    public Optional<Copy> version(StoryId id, int version) {
        return sql.version(id.value(), version).map(row -> row.latest().copy());
    }

    private static int most(int count) {
        return Math.clamp(count, 1, MOST);
    }
}
