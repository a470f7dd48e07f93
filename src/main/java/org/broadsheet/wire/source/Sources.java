package org.broadsheet.wire.source;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Network;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.fetch.Fetched;
import org.broadsheet.base.fetch.Fetcher;
import org.broadsheet.base.fetch.Question;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.format.Content.Transport;
import org.broadsheet.wire.source.SourceSql.SourceRow;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** Where agencies are asked over HTTP, and the folders that they write into. What they answer is put away before it is read, and kept once however often it comes. */
@Component
public class Sources {
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int LONGEST_TROUBLE = 500;
    private static final int READ_AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9_.:-]{1,40})");

    private final SourceSql sql;
    private final Wire wire;
    private final Fetcher fetcher;
    private final Sealer sealer;

    Sources(Jdbi jdbi, Wire wire, Fetcher fetcher, Settings settings) {
        this.sql = NamedSql.of(jdbi, SourceSql.class);
        this.wire = wire;
        this.fetcher = fetcher;
        this.sealer = new Sealer(settings, "wire source");
    }

    /**
     * A source and how it is.
     *
     * @param news when something came that had not been there before
     * @param failures in a row
     * @param trouble the last one, in words
     */
    public record Health(
            Source source,
            Instant due,
            Optional<Instant> answered,
            Optional<Instant> news,
            int failures,
            Optional<String> trouble) {}

    /** What became of asking. */
    public sealed interface Pulled {
        record News(Wire.Progress progress) implements Pulled {}

        /** It has nothing that we have not. */
        record Nothing() implements Pulled {}

        record Trouble(String why) implements Pulled {}

        record NoSuchSource() implements Pulled {}
    }

    /**
     * Adds a source, or gives one that is there another address.
     *
     * @param authorization what the header of that name says to it; kept sealed
     */
    public void put(Source source, Optional<String> authorization, Instant at) {
        sql.put(new SourceSql.NewRow(
                source.name(),
                source.address().toString(),
                Math.toIntExact(source.every().toSeconds()),
                source.besides().stream().map(Network::toString).toList(),
                authorization.map(secret -> sealer.seal(secret.getBytes(StandardCharsets.UTF_8))),
                at));
    }

    /**
     * The address of a folder that is watched from now on.
     *
     * @throws IllegalArgumentException when it cannot be, with what to do
     */
    public static URI folder(Path folder) {
        return WatchedFolder.address(folder);
    }

    /** No longer asks there. What has come stays. */
    public boolean remove(String name) {
        return sql.remove(name);
    }

    public List<Health> all() {
        return sql.all().stream()
                .map(row ->
                        new Health(row.source(), row.due(), row.answered(), row.news(), row.failures(), row.trouble()))
                .toList();
    }

    /** Asks this one now. */
    public Pulled pull(String name, Instant at) {
        return sql.claim(name, at.plus(Turn.LEASE)).map(row -> pull(row, at)).orElseGet(Pulled.NoSuchSource::new);
    }

    /** Those that are due, for this node to ask within the lease. */
    List<SourceRow> due(Instant now, int most) {
        return sql.claim(now, now.plus(Turn.LEASE), most);
    }

    Pulled pull(SourceRow row, Instant at) {
        return WatchedFolder.is(row.source().address()) ? pullFolder(row, at) : ask(row, at);
    }

    private Pulled pullFolder(SourceRow row, Instant at) {
        try {
            WatchedFolder folder = WatchedFolder.at(row.source().address());
            List<WatchedFolder.Taken> files = folder.ready(at);
            wire.keep(files.stream()
                    .map(file -> new Wire.Arrival(row.name(), file.content(), at))
                    .toList());
            // only now: whoever dies before this finds them again, and what is put away twice is kept once
            for (WatchedFolder.Taken file : files) {
                folder.done(file);
            }
            return taken(row, row.known(), at);
        } catch (IOException unreadable) {
            return trouble(row, "its folder cannot be used: " + unreadable, Turn.of(row), at);
        }
    }

    private Pulled ask(SourceRow row, Instant at) {
        Source source = row.source();
        Optional<String> authorization = row.authorizationSealed()
                .flatMap(sealer::open)
                .map(secret -> new String(secret, StandardCharsets.UTF_8));
        if (row.authorizationSealed().isPresent() && authorization.isEmpty()) {
            return trouble(
                    row, "its credential was sealed under another secret: add the source again", Turn.of(row), at);
        }
        Question question =
                new Question(source.address(), row.known(), authorization, source.besides(), MOST_BYTES, PATIENCE);
        return switch (fetcher.get(question)) {
            case Fetched.Here here -> here(row, here, at);
            case Fetched.Unchanged _ -> {
                answered(row, row.known(), false, at);
                yield new Pulled.Nothing();
            }
            case Fetched.NotAllowed(String why) -> trouble(row, why, Turn.of(row), at);
            case Fetched.Failed(String why, Optional<Duration> retryAfter) ->
                trouble(row, why, Turn.of(row).notBefore(retryAfter), at);
        };
    }

    private Pulled here(SourceRow row, Fetched.Here here, Instant at) {
        Transport transport = new Transport(
                here.contentType().flatMap(Sources::charset), here.contentLanguage(), Optional.of(here.at()));
        wire.keep(List.of(new Wire.Arrival(row.name(), here.body(), at, transport)));
        return taken(row, here.known(), at);
    }

    private Pulled taken(SourceRow row, Question.Known known, Instant at) {
        Wire.Progress all = new Wire.Progress(0, 0, 0);
        for (Wire.Progress some = wire.readKept(READ_AT_ONCE);
                some.documents() > 0;
                some = wire.readKept(READ_AT_ONCE)) {
            all = new Wire.Progress(
                    all.documents() + some.documents(), all.added() + some.added(), all.refused() + some.refused());
        }
        // only now: whoever dies before this asks again, and what comes twice is kept once
        answered(row, known, all.added() > 0, at);
        return all.documents() == 0 ? new Pulled.Nothing() : new Pulled.News(all);
    }

    private static Optional<String> charset(String contentType) {
        Matcher said = CHARSET.matcher(contentType);
        return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    private void answered(SourceRow row, Question.Known known, boolean anyNews, Instant at) {
        sql.answered(new SourceSql.Answer(
                row.name(),
                row.address(),
                at.plus(Turn.of(row).afterAnswer()),
                known.entityTag(),
                known.lastModified(),
                at,
                anyNews));
    }

    private Pulled trouble(SourceRow row, String why, Turn turn, Instant at) {
        // A NUL is the one character that the database cannot hold.
        String said = why.substring(0, Math.min(why.length(), LONGEST_TROUBLE)).replace('\0', '\ufffd');
        sql.failed(row.name(), row.address(), at.plus(turn.afterFailure(row.failures() + 1)), said);
        return new Pulled.Trouble(said);
    }
}
