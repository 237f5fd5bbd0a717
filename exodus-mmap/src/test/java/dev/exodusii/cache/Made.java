package dev.exodusii.cache;

import dev.exodusii.view.RealView;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Bytes that are made by a test, which may look on and counts how often. Those of the same number are equal.
final class Made implements Derived<byte[]> {

    private final int number;
    private final int size;
    private final Runnable whileMaking;
    private final AtomicInteger times = new AtomicInteger();

    Made(int number, int size, Runnable whileMaking) {
        this.number = number;
        this.size = size;
        this.whileMaking = whileMaking;
    }

    static Made of(int number, int size) {
        return new Made(number, size, () -> {});
    }

    int times() {
        return times.get();
    }

    @Override
    public long bytes() {
        return size;
    }

    @Override
    public List<RealView> sources() {
        return List.of();
    }

    @Override
    public byte[] make() {
        times.incrementAndGet();
        whileMaking.run();
        byte[] made = new byte[size];
        made[0] = (byte) number;
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Made made && made.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
