package org.broadsheet.story.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.media.PhotographId;
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
        public Keyset place() {
            return new Keyset(savedAt, id.value());
        }
    }

    /**
     * Where a story stands.
     *
     * @param embargo until when nobody may print it
     * @param barred why nobody may print it at all
     * @param printed the version that readers have
     * @param address where readers find it, or found it last
     */
    public record Standing(
            State state,
            int latest,
            Optional<Instant> scheduledFor,
            Optional<Instant> embargo,
            Optional<String> barred,
            Optional<Integer> printed,
            Optional<Address> address) {}

    /** One save. */
    public record Save(int version, Instant at, String by, String headline) {}

    /** The stories saved last, the newest first. */
    public List<Entry> latest(Keyset after, int count) {
        return sql.latest(after.at(), after.id(), most(count));
    }

    public List<Entry> latest(State state, Keyset after, int count) {
        return sql.latest(state.word(), after.at(), after.id(), most(count));
    }

    /** Those whose latest headline has all these words; quotation marks keep words together, a hyphen leaves one out. */
    public List<Entry> called(String words, Keyset after, int count) {
        return sql.called(words, after.at(), after.id(), most(count));
    }

    /** Those whose latest version has this photograph on top, a hundred at most. */
    public List<Entry> showing(PhotographId photograph) {
        return sql.showing(photograph.value(), Keyset.TOP.at(), Keyset.TOP.id(), MOST);
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
