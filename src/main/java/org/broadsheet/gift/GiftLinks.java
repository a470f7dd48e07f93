package org.broadsheet.gift;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** Rows of gifts as their givers see them, link and story included. */
@Component
class GiftLinks {
    private final InPrint inPrint;
    private final Sealer sealer;

    GiftLinks(InPrint inPrint, Settings settings) {
        this.inPrint = inPrint;
        this.sealer = new Sealer(settings, "gift token");
    }

    /** So that the giver, and nobody who reads the database, can be shown the link again. */
    String sealed(GiftToken token) {
        return sealer.seal(token.bytes());
    }

    GiftLink of(GiftSql.Row row, Instant now) {
        return of(List.of(row), now).getFirst();
    }

    List<GiftLink> of(List<GiftSql.Row> rows, Instant now) {
        List<StoryId> stories =
                rows.stream().map(row -> new StoryId(row.story())).distinct().toList();
        Map<StoryId, Teaser> teasers =
                inPrint.teasers(stories).stream().collect(Collectors.toMap(Teaser::id, Function.identity()));
        return rows.stream()
                .map(row -> link(row, Optional.ofNullable(teasers.get(new StoryId(row.story()))), now))
                .toList();
    }

    Optional<Teaser> teaser(GiftSql.Row row) {
        return inPrint.teasers(List.of(new StoryId(row.story()))).stream().findFirst();
    }

    private GiftLink link(GiftSql.Row row, Optional<Teaser> teaser, Instant now) {
        return new GiftLink(
                row.id(),
                row.tokenSealed().flatMap(this::token),
                new StoryId(row.story()),
                teaser,
                row.month(),
                row.givenAt(),
                row.until(),
                row.note(),
                row.fromName(),
                row.opened(),
                row.joined(),
                state(row, teaser, now));
    }

    private static GiftLink.State state(GiftSql.Row row, Optional<Teaser> teaser, Instant now) {
        if (row.revokedAt().isPresent()) {
            return GiftLink.State.REVOKED;
        }
        if (!now.isBefore(row.until())) {
            return GiftLink.State.EXPIRED;
        }
        if (teaser.isEmpty()) {
            return GiftLink.State.STORY_WITHDRAWN;
        }
        return row.devicesLeft() == 0 ? GiftLink.State.FULL : GiftLink.State.LIVE;
    }

    private Optional<GiftToken> token(String sealed) {
        return sealer.open(sealed)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .flatMap(GiftToken::of);
    }
}
