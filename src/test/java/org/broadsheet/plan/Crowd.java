package org.broadsheet.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Everybody at the same moment. */
final class Crowd {
    private Crowd() {}

    static <T> List<T> atOnce(int count, IntFunction<Callable<T>> each) throws Exception {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> done = new ArrayList<>();
            for (Future<T> one :
                    all.invokeAll(IntStream.range(0, count).mapToObj(each).toList())) {
                done.add(one.get());
            }
            return done;
        }
    }
}
