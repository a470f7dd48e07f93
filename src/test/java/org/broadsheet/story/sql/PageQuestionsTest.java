package org.broadsheet.story.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.broadsheet.story.Address;
import org.broadsheet.story.Mention;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a database that answers when the test lets it. */
class PageQuestionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
    private static final int UNLUCKY = 13;

    private final BlockingQueue<List<Address>> journeys = new LinkedBlockingQueue<>();
    private final Semaphore letGo = new Semaphore(0);
    private final ExecutorService pages = Executors.newVirtualThreadPerTaskExecutor();
    private final PageQuestions questions = new PageQuestions(this::journey);

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void what_comes_while_two_are_under_way_goes_together_and_gets_its_own_answer() throws Exception {
        List<Future<String>> first = asked(0, 2);
        assertThat(journeys.take()).hasSize(1);
        assertThat(journeys.take()).hasSize(1);
        List<Future<String>> others = asked(20, 20 + PageQuestions.TOGETHER + 3);
        awaitWaiting(others.size());
        letGo.release();
        List<Address> together = journeys.take();
        assertThat(together).hasSize(PageQuestions.TOGETHER).doesNotHaveDuplicates();
        letGo.release();
        assertThat(journeys.take()).hasSize(3).doesNotContainAnyElementsOf(together);
        letGo.release();
        letGo.release();
        assertThat(answers(first)).containsExactly("story-0", "story-1");
        assertThat(answers(others))
                .containsExactlyElementsOf(IntStream.range(20, 20 + PageQuestions.TOGETHER + 3)
                        .mapToObj(number -> "story-" + number)
                        .toList());
    }

    @Test
    void a_journey_that_fails_fails_for_those_who_went_with_it_and_the_next_go_on() throws Exception {
        List<Future<String>> first = asked(0, 2);
        journeys.take();
        journeys.take();
        List<Future<String>> together = asked(UNLUCKY, UNLUCKY + PageQuestions.TOGETHER);
        awaitWaiting(PageQuestions.TOGETHER);
        List<Future<String>> last = asked(40, 41);
        awaitWaiting(PageQuestions.TOGETHER + 1);
        letGo.release();
        assertThat(journeys.take()).hasSize(PageQuestions.TOGETHER);
        letGo.release(3);
        assertThat(answers(first)).hasSize(2);
        assertThat(answers(last)).containsExactly("story-40");
        for (Future<String> each : together) {
            assertThatThrownBy(each::get).rootCause().hasMessage("no database");
        }
        letGo.release();
        assertThat(answers(asked(50, 51))).containsExactly("story-50");
    }

    @Test
    void who_wants_fewer_earlier_stories_than_those_beside_gets_no_more() throws Exception {
        List<Future<String>> first = asked(0, 2);
        journeys.take();
        journeys.take();
        Future<Integer> few =
                pages.submit(() -> questions.ask(address(7), 1).earlier().size());
        Future<Integer> more =
                pages.submit(() -> questions.ask(address(8), 4).earlier().size());
        awaitWaiting(2);
        letGo.release(4); // the two may go together, or each with one of the first two that came back
        assertThat(few.get()).isEqualTo(1);
        assertThat(more.get()).isEqualTo(4);
        assertThat(answers(first)).hasSize(2);
    }

    private List<Future<String>> asked(int from, int to) {
        List<Future<String>> asked = new ArrayList<>();
        for (int number = from; number < to; number++) {
            Address address = address(number);
            asked.add(pages.submit(() ->
                    questions.ask(address, 2).earlier().getFirst().address().slug()));
        }
        return asked;
    }

    private void awaitWaiting(int many) {
        while (questions.waiting() < many) {
            Thread.onSpinWait();
        }
    }

    private List<PageQuestion.Answer> journey(List<Address> addresses, int earlier) {
        journeys.add(addresses);
        letGo.acquireUninterruptibly();
        if (addresses.contains(address(UNLUCKY))) {
            throw new IllegalStateException("no database");
        }
        return addresses.stream()
                .map(address -> new PageQuestion.Answer(
                        Optional.empty(),
                        IntStream.range(0, earlier)
                                .mapToObj(place -> new Mention(
                                        new StoryId(place + 1), address, "A headline", Reach.EVERYONE, Instant.EPOCH))
                                .toList()))
                .toList();
    }

    private static Address address(int number) {
        return new Address("data", DAY, "story-" + number);
    }

    private static List<String> answers(List<Future<String>> asked) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Future<String> each : asked) {
            answers.add(each.get());
        }
        return answers;
    }
}
