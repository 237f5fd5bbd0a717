package dev.exodusii.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How often something was seen, and the first times in words. Not for several threads: each has its own, and they are
/// put together in order.
final class Tally {

    private final int most;
    private final List<String> examples = new ArrayList<>();
    private long count;

    Tally(int most) {
        this.most = most;
    }

    void add(Supplier<String> example) {
        if (examples.size() < most) {
            examples.add(example.get());
        }
        count++;
    }

    Tally then(Tally next) {
        count += next.count;
        for (int i = 0; i < next.examples.size() && examples.size() < most; i++) {
            examples.add(next.examples.get(i));
        }
        return this;
    }

    long count() {
        return count;
    }

    List<String> examples() {
        return examples;
    }
}
