package org.broadsheet.reader.second;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/**
 * Between the first factor and the second: a sealed cookie of a few minutes, void as soon as the account signs out
 * everywhere, which a changed password does.
 */
@Component
public class Halves {
    /** Its name, before {@link org.broadsheet.base.http.PaperCookies} has had its say. */
    public static final String COOKIE = "half";

    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,17})\\.([0-9]{1,9})\\.([0-9]{1,11})\\.(/.*)");

    private final Sealer sealer;
    private final SecondSql sql;

    Halves(Settings settings, Jdbi jdbi) {
        this.sealer = new Sealer(settings, "half signed in");
        this.sql = NamedSql.of(jdbi, SecondSql.class);
    }

    public String write(Half half, Instant now) {
        int epoch = sql.epoch(half.reader().value()).orElseThrow();
        String text = half.reader() + "." + epoch + "." + now.plus(LIFE).getEpochSecond() + "." + half.to();
        return sealer.seal(text.getBytes(StandardCharsets.UTF_8));
    }

    public Optional<Half> read(String sealed, Instant now) {
        return sealer.open(sealed)
                .map(text -> SHAPE.matcher(new String(text, StandardCharsets.UTF_8)))
                .filter(Matcher::matches)
                .filter(parts -> now.isBefore(Instant.ofEpochSecond(Long.parseLong(parts.group(3)))))
                .filter(this::holds)
                .map(parts -> new Half(reader(parts), parts.group(4)));
    }

    private boolean holds(Matcher parts) {
        return sql.epoch(reader(parts).value())
                .filter(epoch -> epoch == Integer.parseInt(parts.group(2)))
                .isPresent();
    }

    private static ReaderId reader(Matcher parts) {
        return new ReaderId(Long.parseLong(parts.group(1)));
    }
}
