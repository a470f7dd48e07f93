package org.broadsheet.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.media.darkroom.Darkroom;
import org.broadsheet.media.darkroom.Developed;
import org.broadsheet.media.darkroom.Print;
import org.broadsheet.media.darkroom.Received;
import org.broadsheet.media.words.KeptWords;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The library of photographs. A picture that is handed in is read, turned into renditions by the darkroom and written in
 * one transaction; the bytes that came are kept and never served.
 */
@Service
public class Photographs {

    private final PhotographSql sql;
    private final PictureStore store;
    private final Darkroom darkroom;
    private final TransactionTemplate transaction;
    private final ChangeNotices notices;
    private final KeptWords words;

    Photographs(
            Jdbi jdbi,
            PictureStore store,
            Darkroom darkroom,
            PlatformTransactionManager transactions,
            ChangeNotices notices) {
        this.sql = NamedSql.of(jdbi, PhotographSql.class);
        this.store = store;
        this.darkroom = darkroom;
        this.transaction = new TransactionTemplate(transactions);
        this.notices = notices;
        this.words = new KeptWords(jdbi);
    }

    /**
     * Takes a picture in.
     *
     * @param picture read to its end or to the limit, not closed
     * @param given what the sender says; it goes before what the file says about itself
     * @throws IOException where the stream or the disk fails, not where the picture is bad
     */
    public Upload keep(InputStream picture, PhotographDetails given, Instant at) throws IOException {
        try (Received received = darkroom.receive(picture)) {
            Optional<Photograph> there = sql.withBytes(received.sha256()).flatMap(this::byKey);
            if (there.isPresent()) {
                return new Upload.AlreadyHere(there.get());
            }
            return switch (darkroom.develop(received)) {
                case Developed.Refused(Refusal reason, String message) -> new Upload.Refused(reason, message);
                case Developed.Prints prints -> write(received, prints, given, at);
            };
        }
    }

    /** Changes what is said about a photograph, and tells every node; false when there is none. */
    @Transactional
    public boolean describe(PhotographId id, PhotographDetails details, Instant at) {
        boolean there = sql.describe(id.value(), details, at);
        if (there) {
            notices.announce(new Change("photograph", id.toString()));
        }
        return there;
    }

    public Optional<Photograph> find(PhotographId id) {
        return byKey(id.value());
    }

    /** Those of the given that exist, in two questions however many they are. */
    public Map<PhotographId, Photograph> find(Collection<PhotographId> ids) {
        long[] keys = ids.stream().mapToLong(PhotographId::value).distinct().toArray();
        return assemble(sql.photographs(keys)).stream().collect(Collectors.toMap(Photograph::id, Function.identity()));
    }

    /** The newest first. */
    public List<Photograph> latest(int limit) {
        return assemble(sql.latest(limit));
    }

    /** The bytes that readers are sent for an address; empty where the paper has no such rendition. */
    public Optional<byte[]> bytes(PictureAddress address) {
        return store.read(name(address));
    }

    private Upload write(Received received, Developed.Prints prints, PhotographDetails given, Instant at) {
        PhotographSql.NewRow row = new PhotographSql.NewRow(
                received.sha256(),
                prints.originalType(),
                received.bytes(),
                prints.hash(),
                prints.width(),
                prints.height(),
                prints.placeholder().colour(),
                prints.placeholder().blur());
        PhotographDetails details = given.or(prints.words().details());
        Optional<Long> written = transaction.execute(_ -> {
            Optional<Long> id = sql.add(row, details, at);
            if (id.isPresent()) {
                words.keep(new PhotographId(id.get()), prints.words());
                writeBytes(received, prints);
            }
            return id;
        });
        return written.flatMap(this::byKey)
                .<Upload>map(Upload.Kept::new)
                .or(() -> sql.withBytes(received.sha256()).flatMap(this::byKey).map(Upload.AlreadyHere::new))
                .orElseThrow();
    }

    private void writeBytes(Received received, Developed.Prints prints) {
        store.keep("originals/" + received.sha256(), received.file());
        sql.addRenditions(prints.prints().stream()
                .map(print -> new PhotographSql.RenditionRow(
                        prints.hash(), print.width(), print.format(), print.height(), print.bytes()))
                .toList());
        for (Print print : prints.prints()) {
            store.keep(name(new PictureAddress(prints.hash(), print.width(), print.format())), print.file());
        }
    }

    private Optional<Photograph> byKey(long id) {
        return assemble(sql.photographs(new long[] {id})).stream().findFirst();
    }

    private List<Photograph> assemble(List<PhotographSql.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        String[] hashes = rows.stream().map(PhotographSql.Row::hash).distinct().toArray(String[]::new);
        Map<String, List<PhotographSql.RenditionRow>> renditions =
                sql.renditions(hashes).stream().collect(Collectors.groupingBy(PhotographSql.RenditionRow::hash));
        return rows.stream()
                .map(row -> photograph(row, renditions.getOrDefault(row.hash(), List.of())))
                .toList();
    }

    private static Photograph photograph(PhotographSql.Row row, List<PhotographSql.RenditionRow> renditions) {
        return new Photograph(
                new PhotographId(row.id()),
                new PhotographDetails(
                        row.caption(),
                        row.credit(),
                        row.alternativeText(),
                        row.creator(),
                        row.rights(),
                        row.usage(),
                        row.place(),
                        row.taken()),
                row.width(),
                row.height(),
                new Placeholder(row.colour(), row.blur()),
                renditions.stream().map(Photographs::rendition).toList());
    }

    private static Rendition rendition(PhotographSql.RenditionRow row) {
        String address = new PictureAddress(row.hash(), row.width(), row.format()).path();
        return new Rendition(row.width(), row.height(), row.format(), row.bytes(), address);
    }

    /** The address without its leading slash: an object store's key. */
    private static String name(PictureAddress address) {
        return address.path().substring(1);
    }
}
