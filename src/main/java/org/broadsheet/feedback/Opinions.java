package org.broadsheet.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.Part;
import org.broadsheet.base.Slice;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.Address;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Readers' opinions. The door. */
@Component
public class Opinions {
    private static final Duration SHORT_WHILE = Duration.ofMinutes(10);
    private static final int IN_A_SHORT_WHILE = 5;
    private static final Duration DAY = Duration.ofDays(1);
    private static final int IN_A_DAY = 25;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;

    private final OpinionSql sql;
    private final InPrint stories;
    private final Senders senders;

    Opinions(Jdbi jdbi, InPrint stories, Senders senders) {
        this.sql = NamedSql.of(jdbi, OpinionSql.class);
        this.stories = stories;
        this.senders = senders;
    }

    /** Keeps what a reader sends, unless there is a reason not to. The same letter twice is kept once. */
    @Transactional
    public Received receive(Letter letter, Instant at) {
        String words = Opinion.kept(letter.words());
        int length = Opinion.length(words);
        int characters = words.codePointCount(0, words.length());
        if (!letter.bait().isEmpty()) {
            return new Received.FromRobot();
        }
        if (length < Opinion.SHORTEST) {
            return new Received.TooShort(length);
        }
        if (characters > Opinion.LONGEST) {
            return new Received.TooLong(characters);
        }
        Optional<StoryId> story = about(letter.about());
        if (story.isEmpty() && !letter.about().isEmpty()) {
            return new Received.NoSuchStory();
        }
        return keep(letter, words, story, at);
    }

    /** For the editors, newest first. */
    public Part<Opinion> newest(Slice slice) {
        return Part.of(sql.newest(slice.size() + 1, slice.offset()), slice);
    }

    private Received keep(Letter letter, String words, Optional<StoryId> story, Instant at) {
        byte[] sender = senders.hash(letter.sender(), at);
        byte[] digest = senders.digest(sender, story.map(StoryId::toString).orElse(""), words);
        sql.oneAtATime(sender);
        if (sql.has(digest)) {
            return new Received.Kept();
        }
        boolean tooMany = sql.sentSince(sender, at.minus(SHORT_WHILE)) >= IN_A_SHORT_WHILE
                || sql.sentSince(sender, at.minus(DAY)) >= IN_A_DAY;
        if (tooMany) {
            return new Received.TooMany();
        }
        sql.forgetSenders(at.minus(DAY));
        sql.keep(new OpinionSql.NewRow(
                story.map(StoryId::value),
                at,
                words,
                line(letter.name(), LONGEST_NAME),
                line(letter.email(), LONGEST_EMAIL),
                sender,
                digest));
        return new Received.Kept();
    }

    /** The story at an address, its older addresses included. */
    private Optional<StoryId> about(String path) {
        return Address.of(path).flatMap(address -> switch (stories.at(address)) {
            case Found.Here(var story) -> Optional.of(story.id());
            case Found.Moved(Address to) -> about(to.path());
            case Found.Withdrawn withdrawn -> Optional.empty();
            case Found.Nowhere() -> Optional.empty();
        });
    }

    private static String line(String text, int longest) {
        String line = Opinion.kept(text).replace('\n', ' ');
        int characters = line.codePointCount(0, line.length());
        return characters <= longest ? line : line.substring(0, line.offsetByCodePoints(0, longest));
    }
}
