package org.broadsheet.paywall.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.broadsheet.paywall.text.Sieve;
import org.broadsheet.paywall.text.StoryText;
import org.broadsheet.paywall.text.Words;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Story;

/**
 * What must not be seen, gathered from the archive: a sieve of its runs, where the stories stand, and questions that the
 * search must not answer with it. The questions are pieces of guarded text, too short to be a run.
 */
final class Guarded {
    private static final int RUNS_A_STORY = 800;
    private static final int ADDRESSES = 5_000;
    private static final int QUESTIONS = 8;
    private static final int QUESTION_WORDS = 5;

    private final Sieve sieve;
    private final Random chance = new Random();
    private final List<String> questions = new ArrayList<>();
    private final PriorityQueue<Place> newest = new PriorityQueue<>(Comparator.comparing(Place::published));
    private long stories;
    private long guarded;
    private long runs;

    private record Place(Instant published, String address) {}

    private Guarded(long stories) {
        this.sieve = new Sieve(stories * RUNS_A_STORY);
    }

    static Guarded in(AllStories all) {
        Guarded guarded = new Guarded(all.stories().count());
        all.forEach((story, photograph) -> guarded.take(story));
        return guarded;
    }

    Sieve sieve() {
        return sieve;
    }

    List<String> questions() {
        return questions;
    }

    /** Of stories that are not for everyone, the newest first. */
    List<String> addresses() {
        return newest.stream()
                .sorted(Comparator.comparing(Place::published).reversed())
                .map(Place::address)
                .toList();
    }

    Report.Compared compared() {
        return new Report.Compared(stories, guarded, runs);
    }

    private void take(Story story) {
        stories++;
        if (story.teaser().reach() == Reach.EVERYONE) {
            return;
        }
        guarded++;
        Words whole = StoryText.whole(story.body());
        StoryText.guarded(story.body(), whole, (number, first, last) -> {
            sieve.add(number);
            runs++;
        });
        newest.add(new Place(story.teaser().published(), story.teaser().path()));
        if (newest.size() > ADDRESSES) {
            newest.poll();
        }
        ask(whole);
    }

    /** Every story has the same chance to be asked for, however many there are. */
    private void ask(Words whole) {
        if (whole.size() < QUESTION_WORDS * 4) {
            return;
        }
        int place =
                guarded <= QUESTIONS ? (int) guarded - 1 : chance.nextInt((int) Math.min(guarded, Integer.MAX_VALUE));
        int first = whole.size() * 3 / 4;
        if (place >= QUESTIONS || first + QUESTION_WORDS > whole.size()) {
            return;
        }
        String question = whole.from(first, first + QUESTION_WORDS - 1);
        if (place < questions.size()) {
            questions.set(place, question);
        } else {
            questions.add(question);
        }
    }
}
