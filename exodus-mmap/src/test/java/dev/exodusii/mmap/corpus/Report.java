package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/// Collects what was compared and what differs, from several threads, and tells it at the end.
final class Report {

    private static final int SHOWN = 50;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Queue<String> differences = new ConcurrentLinkedQueue<>();

    /// Counts one thing that was compared or seen.
    void count(String topic) {
        add(topic, 1);
    }

    void add(String topic, long number) {
        counts.computeIfAbsent(topic, any -> new LongAdder()).add(number);
    }

    /// Compares; counts it and remembers a difference.
    void same(String topic, String place, Object expected, Object actual) {
        count(topic);
        if (!Objects.equals(expected, actual)) {
            difference(place, topic + ": expected " + text(expected) + " but was " + text(actual));
        }
    }

    void difference(String place, String text) {
        differences.add(place + ": " + text);
    }

    long number(String topic) {
        LongAdder count = counts.get(topic);
        return count == null ? 0 : count.sum();
    }

    int differenceCount() {
        return differences.size();
    }

    /// Returns everything that was counted under topics that begin with a prefix, sorted, without the prefix.
    Map<String, Long> numbers(String prefix) {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((topic, count) -> {
            if (topic.startsWith(prefix)) {
                sorted.put(topic.substring(prefix.length()), count.sum());
            }
        });
        return sorted;
    }

    /// Fails with the first differences, if there are any.
    void failOnDifferences(String what) {
        if (!differences.isEmpty()) {
            List<String> sorted = new ArrayList<>(differences);
            sorted.sort(null);
            StringBuilder text = new StringBuilder(what + ": " + sorted.size() + " differences");
            sorted.stream().limit(SHOWN).forEach(difference -> text.append("\n  ").append(difference));
            if (sorted.size() > SHOWN) {
                text.append("\n  ... and ").append(sorted.size() - SHOWN).append(" more");
            }
            fail(text.toString());
        }
    }

    private static String text(Object value) {
        String text = value instanceof long[] array ? Arrays.toString(array) : String.valueOf(value);
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
