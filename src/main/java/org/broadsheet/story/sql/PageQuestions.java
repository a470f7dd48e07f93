package org.broadsheet.story.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.broadsheet.story.Address;
import org.broadsheet.story.sql.PageQuestion.Answer;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The questions of many pages that are made at once, asked together: what comes while others are under way waits for
 * them and goes with all that came meanwhile. Alone a question goes at once and as before. A journey to the database and
 * the switching of its process cost more than the looking up, and with two cores most of what a page costs.
 */
public final class PageQuestions {
    /** As many at once as a reader's wait allows: more makes the first of them wait for the last. */
    static final int TOGETHER = 16;

    /** While one is on its way the other is worked on. */
    static final int UNDER_WAY = 2;

    /** What answers many, in the order of asking. */
    @FunctionalInterface
    interface Asked {
        List<Answer> ask(List<Address> addresses, int earlier);
    }

    private record Wanted(Address address, int earlier, CompletableFuture<Optional<Answer>> told) {}

    private final Asked asked;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Wanted> waiting = new ArrayDeque<>();
    private int underWay;

    public PageQuestions(PageQuestion question) {
        this((addresses, earlier) -> addresses.size() == 1
                ? List.of(question.ask(addresses.getFirst(), earlier))
                : question.ask(addresses, earlier));
    }

    PageQuestions(Asked asked) {
        this.asked = asked;
    }

    /**
     * What is asked inside a transaction goes alone: only its own connection sees what it wrote.
     *
     * @param earlier how many older stories of the first topic at most
     */
    public Answer ask(Address address, int earlier) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return asked.ask(List.of(address), earlier).getFirst();
        }
        Wanted mine = new Wanted(address, earlier, new CompletableFuture<>());
        if (!leads(mine)) {
            Optional<Answer> answer = answerOrLead(mine);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return lead(mine);
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean leads(Wanted mine) {
        lock.lock();
        try {
            if (underWay == UNDER_WAY) {
                waiting.add(mine);
                return false;
            }
            underWay++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Empty when it is this one's turn to ask for those who wait. */
    private static Optional<Answer> answerOrLead(Wanted mine) {
        try {
            return mine.told().join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(
                    "the story at " + mine.address().path() + " cannot be asked for", failed.getCause());
        }
    }

    private Answer lead(Wanted mine) {
        List<Wanted> all = new ArrayList<>();
        all.add(mine);
        lock.lock();
        try {
            while (all.size() < TOGETHER && !waiting.isEmpty()) {
                all.add(waiting.poll());
            }
        } finally {
            lock.unlock();
        }
        try {
            return answer(all);
        } finally {
            handOver();
        }
    }

    private Answer answer(List<Wanted> all) {
        try {
            int most = all.stream().mapToInt(Wanted::earlier).max().orElseThrow();
            List<Answer> answers = asked.ask(all.stream().map(Wanted::address).toList(), most);
            for (int place = 1; place < all.size(); place++) {
                all.get(place).told().complete(Optional.of(cut(answers.get(place), all.get(place))));
            }
            return cut(answers.getFirst(), all.getFirst());
        } catch (RuntimeException | Error failed) {
            all.forEach(each -> each.told().completeExceptionally(failed));
            throw failed;
        }
    }

    private static Answer cut(Answer answer, Wanted wanted) {
        return answer.earlier().size() <= wanted.earlier()
                ? answer
                : new Answer(answer.story(), answer.earlier().subList(0, wanted.earlier()));
    }

    /** The first of those who wait leads on, so that nobody works for others after its own answer is there. */
    private void handOver() {
        lock.lock();
        try {
            if (waiting.isEmpty()) {
                underWay--;
            } else {
                waiting.poll().told().complete(Optional.empty());
            }
        } finally {
            lock.unlock();
        }
    }
}
