package dev.exodusii.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionTableTest {

    private static final int MANY = 1 << 17;

    private int comparisons;

    private PositionTable table(List<String> keys) {
        PositionTable table = new PositionTable(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            table.putIfAbsent(key, i, other -> isAt(keys, other, key));
        }
        return table;
    }

    private int find(PositionTable table, List<String> keys, String key) {
        return table.find(key, index -> isAt(keys, index, key));
    }

    private boolean isAt(List<String> keys, int index, String key) {
        comparisons++;
        return keys.get(index).equals(key);
    }

    /// Texts of two parts of which the one may stand for the other at any place.
    private static List<String> madeOf(String one, String other, int count) {
        int parts = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
        return IntStream.range(0, count).mapToObj(number -> {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < parts; bit++) {
                text.append((number >> bit & 1) == 0 ? one : other);
            }
            return text.toString();
        }).toList();
    }

    private static String swapped(String text) {
        return text.replace('a', 'c').replace('b', 'a').replace('c', 'b');
    }

    private void requireFewComparisons(List<String> keys) {
        PositionTable table = table(keys);

        for (int i = 0; i < keys.size(); i++) {
            assertEquals(i, find(table, keys, keys.get(i)));
        }
        assertTrue(comparisons < 2 * keys.size(), comparisons + " comparisons for " + keys.size() + " keys");
    }

    @Test
    void eachTextIsFoundWhereItStands() {
        List<String> keys = List.of("", "a", "aa", "aaaa", "aaaaa", "connect1", "connect2", "\0", "\0\0", "ä", "\ud83d\ude00");

        PositionTable table = table(keys);

        assertEquals(IntStream.range(0, keys.size()).boxed().toList(),
                keys.stream().map(key -> find(table, keys, key)).toList());
    }

    @Test
    void whatWasNotPutInIsNotFound() {
        List<String> keys = List.of("a", "b", "c");

        assertEquals(-1, find(table(keys), keys, "d"));
    }

    @Test
    void nothingIsFoundInATableOfNothing() {
        assertEquals(-1, new PositionTable(0).find(7, index -> true));
    }

    @Test
    void theFirstOfEqualTextsStays() {
        List<String> keys = List.of("a", "b", "a");

        PositionTable table = table(keys);

        assertEquals(0, table.putIfAbsent("a", 2, index -> isAt(keys, index, "a")));
        assertEquals(0, find(table, keys, "a"));
    }

    @Test
    void anyNumberIsFoundWhereItStands() {
        List<Long> keys = new ArrayList<>(List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE));
        IntStream.range(0, 1_000).forEach(i -> keys.add((long) (i + 2) << 32));
        PositionTable table = new PositionTable(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            long key = keys.get(i);
            table.putIfAbsent(key, i, other -> keys.get(other) == key);
        }

        for (int i = 0; i < keys.size(); i++) {
            long key = keys.get(i);
            assertEquals(i, table.find(key, other -> keys.get(other) == key));
        }
        assertEquals(-1, table.find(2, other -> keys.get(other) == 2));
    }

    @Test
    void textsOfEqualHashCodesAreNotComparedWithEachOther() {
        List<String> keys = madeOf("Aa", "BB", MANY);
        assertEquals(1, keys.stream().mapToInt(String::hashCode).distinct().count());

        requireFewComparisons(keys);
    }

    /// Under any polynomial modulo a power of two, these are all the same.
    @Test
    void sequencesOfThueAndMorseAreNotComparedWithEachOther() {
        String sequence = "a";
        for (int doubling = 0; doubling < 10; doubling++) {
            sequence += swapped(sequence);
        }

        requireFewComparisons(madeOf(sequence, swapped(sequence), 1 << 10));
    }

    /// A difference in the highest bit of a number stays there, whatever odd number it is multiplied by.
    @Test
    void textsThatDifferInHighBitsAreNotComparedWithEachOther() {
        requireFewComparisons(madeOf("aaaa", "\u8061aaa", MANY));
    }

    @Test
    void moreThingsThanPositionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PositionTable(Integer.MAX_VALUE));
    }
}
