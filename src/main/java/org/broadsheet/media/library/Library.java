package org.broadsheet.media.library;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of photographs, the newest first. */
@Component
@Transactional(readOnly = true)
public class Library {
    /** Entries of one list at most. */
    public static final int MOST = 100;

    private final LibrarySql sql;
    private final Photographs photographs;

    Library(Jdbi jdbi, Photographs photographs) {
        this.sql = NamedSql.of(jdbi, LibrarySql.class);
        this.photographs = photographs;
    }

    /** @param kept when it was taken in */
    public record Entry(Photograph photograph, Instant kept) {
        public Keyset place() {
            return new Keyset(kept, photograph.id().value());
        }
    }

    public List<Entry> latest(Keyset after, int count) {
        return whole(sql.latest(after.at(), after.id(), most(count)));
    }

    /**
     * Those of which caption, credit, alternative text, creator or place say all these words; quotation marks keep words
     * together, a hyphen leaves one out.
     */
    public List<Entry> called(String words, Keyset after, int count) {
        return whole(sql.called(words, after.at(), after.id(), most(count)));
    }

    private List<Entry> whole(List<LibrarySql.Row> rows) {
        Map<PhotographId, Photograph> all = photographs.find(
                rows.stream().map(row -> new PhotographId(row.id())).toList());
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(all.get(new PhotographId(row.id())))
                        .map(photograph -> new Entry(photograph, row.kept()))
                        .stream())
                .toList();
    }

    private static int most(int count) {
        return Math.clamp(count, 1, MOST);
    }
}
