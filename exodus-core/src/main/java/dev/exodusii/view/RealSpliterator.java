package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Walks a real view without boxing; splits in halves so that a parallel stream spreads evenly.
final class RealSpliterator implements Spliterator.OfDouble {

    private final RealView view;
    private final long end;
    private long next;

    RealSpliterator(RealView view, long next, long end) {
        this.view = view;
        this.next = next;
        this.end = end;
    }

    @Override
    public boolean tryAdvance(DoubleConsumer action) {
        if (next >= end) {
            return false;
        }
        action.accept(view.get(next++));
        return true;
    }

    @Override
    public void forEachRemaining(DoubleConsumer action) {
        try {
            while (next < end) {
                action.accept(view.get(next++));
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw view.lost(fault);
        }
    }

    @Override
    public @Nullable OfDouble trySplit() {
        long middle = (next + end) >>> 1;
        if (middle <= next) {
            return null;
        }
        RealSpliterator head = new RealSpliterator(view, next, middle);
        next = middle;
        return head;
    }

    @Override
    public long estimateSize() {
        return end - next;
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED | NONNULL | IMMUTABLE;
    }
}
