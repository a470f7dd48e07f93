package org.broadsheet.reader.data;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderNews;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that the paper keeps about one person, gathered from every room that keeps something; and all of it away. */
@Component
@Transactional
public class PersonalFiles {
    /** Of the document's shape: raised when a part is named otherwise or taken away, not when one is added. */
    private static final int FORMAT = 1;

    private final FileSql sql;
    private final ObjectProvider<PersonalData> parts;
    private final ChangeNotices notices;
    private final ApplicationEventPublisher news;

    PersonalFiles(
            Jdbi jdbi, ObjectProvider<PersonalData> parts, ChangeNotices notices, ApplicationEventPublisher news) {
        this.sql = NamedSql.of(jdbi, FileSql.class);
        this.parts = parts;
        this.notices = notices;
        this.news = news;
    }

    /** Records, maps, lists, texts, numbers and instants, by the name of each part. */
    @Transactional(readOnly = true)
    public Map<String, Object> document(ReaderId reader, Instant at) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("made", at);
        document.put("reader", reader.value());
        parts().forEach(part -> document.put(part.part(), part.of(reader)));
        return document;
    }

    /**
     * Deletes the account: every room forgets what is its own, those of upper lines first since theirs points to what is below,
     * and the account goes last. What the law wants kept stays without the person. Signed out everywhere, on every node.
     *
     * @return the address, for a last mail; nothing where the account is gone already
     */
    public Optional<String> delete(ReaderId reader, Instant at) {
        Optional<String> email = sql.lock(reader.value());
        if (email.isEmpty()) {
            return Optional.empty();
        }
        notices.announce(new Change("standing", reader.toString()));
        news.publishEvent(new ReaderNews.StandingChanged(reader));
        parts().forEach(part -> part.forget(reader));
        sql.forget(reader.value());
        return email;
    }

    /** Other rooms' before this one's; among those, as {@code @Order} says. */
    private List<PersonalData> parts() {
        List<PersonalData> all = parts.orderedStream().toList();
        List<PersonalData> above = all.stream().filter(part -> !isOurs(part)).toList();
        List<PersonalData> ours = all.stream().filter(PersonalFiles::isOurs).toList();
        return Stream.concat(above.stream(), ours.stream()).toList();
    }

    private static boolean isOurs(PersonalData part) {
        return part.getClass().getPackageName().startsWith("org.broadsheet.reader");
    }
}
