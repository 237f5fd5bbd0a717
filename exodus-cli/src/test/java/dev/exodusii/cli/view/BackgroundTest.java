package dev.exodusii.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// The thread that does a viewer's work.
class BackgroundTest {

    private static final long PATIENCE = 10_000;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Background background = new Background("test", failures::add);

    private void block() {
        CountDownLatch begun = new CountDownLatch(1);
        background.inOrder(() -> {
            begun.countDown();
            await(gate);
        });
        await(begun);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        background.newest(Background.Lane.SAVE, last::countDown);
        gate.countDown();
        last.await();
        background.close();
        assertTrue(background.awaitEnd(PATIENCE));
    }

    @Test
    void onlyTheNewestPictureIsBegun() throws InterruptedException {
        block();
        for (String name : List.of("first", "second", "third")) {
            background.newest(Background.Lane.FRAME, () -> done.add(name));
        }
        finish();
        assertEquals(List.of("third"), done);
    }

    @Test
    void workInOrderIsAllDoneAndFirst() throws InterruptedException {
        block();
        background.newest(Background.Lane.FRAME, () -> done.add("picture"));
        background.inOrder(() -> done.add("one"));
        background.inOrder(() -> done.add("two"));
        finish();
        assertEquals(List.of("one", "two", "picture"), done);
    }

    @Test
    void aFailureIsToldAndTheNextWorkIsDone() throws InterruptedException {
        background.inOrder(() -> {
            throw new IllegalStateException("broken");
        });
        background.inOrder(() -> done.add("next"));
        finish();
        assertEquals(List.of("next"), done);
        assertEquals(List.of("broken"), failures.stream().map(Throwable::getMessage).toList());
    }

    /// The interrupt and the notice of the end may reach a thread that waits in either order.
    @RepeatedTest(500)
    void closingAThreadThatWaitsDoesTheLastWork() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        background.newest(Background.Lane.SAVE, idle::countDown);
        idle.await();
        background.close(() -> done.add("last"));
        assertTrue(background.awaitEnd(PATIENCE));
        assertEquals(List.of("last"), done);
    }

    @Test
    void closingForgetsPicturesAndDoesWorkInOrderBeforeTheLast() throws InterruptedException {
        block();
        background.newest(Background.Lane.FRAME, () -> done.add("forgotten"));
        background.inOrder(() -> done.add("in order"));
        background.close(() -> done.add("last"));
        assertTrue(background.awaitEnd(PATIENCE));
        assertEquals(List.of("in order", "last"), done);
    }
}
