package dev.exodusii.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RenumberingTest {

    private static Renumbering bits(boolean... stay) {
        BitNumbering.Marks marks = new BitNumbering.Marks(stay.length);
        for (int i = 0; i < stay.length; i++) {
            if (stay[i]) {
                marks.mark(i);
            }
        }
        return marks.numbering();
    }

    private static Renumbering ranges(boolean... stay) {
        List<RangeNumbering.Range> ranges = new ArrayList<>();
        for (int i = 0; i < stay.length; i++) {
            if (stay[i]) {
                ranges.add(new RangeNumbering.Range(i, i + 1));
            }
        }
        return new RangeNumbering(stay.length, ranges);
    }

    private static void check(boolean[] stay, Renumbering numbering) {
        long count = 0;
        for (int i = 0; i < stay.length; i++) {
            assertEquals(stay[i] ? count : -1, numbering.newIndex(i), "index " + i);
            assertEquals(stay[i] ? count + 1 : i + 1, numbering.newNumber(i + 1), "number " + (i + 1));
            count += stay[i] ? 1 : 0;
            int kept = i;
            while (kept < stay.length && !stay[kept]) {
                kept++;
            }
            assertEquals(kept, numbering.nextKept(i), "next that stays from " + i);
            int dropped = i;
            while (dropped < stay.length && stay[dropped]) {
                dropped++;
            }
            assertEquals(dropped, numbering.nextDropped(i), "next that goes from " + i);
        }
        assertEquals(count, numbering.newCount());
        assertEquals(-1, numbering.newIndex(-1));
        assertEquals(-1, numbering.newIndex(stay.length));
    }

    private static boolean[] random(Random random, int size) {
        boolean[] stay = new boolean[size];
        double share = random.nextDouble();
        for (int i = 0; i < size; i++) {
            stay[i] = i > 0 && random.nextInt(4) > 0 ? stay[i - 1] : random.nextDouble() < share;
        }
        return stay;
    }

    @Test
    void allKindsSayTheSame() {
        Random random = new Random(5);
        for (int run = 0; run < 300; run++) {
            boolean[] stay = random(random, 1 + random.nextInt(300));
            check(stay, bits(stay));
            check(stay, ranges(stay));
        }
    }

    @Test
    void partOfANumberingIsCountedFromItsStart() {
        Random random = new Random(6);
        for (int run = 0; run < 300; run++) {
            boolean[] stay = random(random, 200);
            int from = random.nextInt(200);
            int count = random.nextInt(200 - from) + 1;
            boolean[] part = Arrays.copyOfRange(stay, from, from + count);
            check(part, bits(stay).part(from, count));
            check(part, ranges(stay).part(from, count));
        }
    }

    @Test
    void whatIsAllThereIsWhole() {
        assertTrue(bits(true, true, true).isWhole());
        assertEquals(3, bits(true, true, true).newCount());
    }

    @Test
    void countsBeyond32BitsAreKept() {
        RangeNumbering numbering = new RangeNumbering(6_000_000_000L, List.of(
                new RangeNumbering.Range(3_000_000_000L, 6_000_000_000L)));

        assertEquals(LongStream.of(0, 2_999_999_999L).boxed().toList(),
                LongStream.of(3_000_000_000L, 5_999_999_999L).map(numbering::newIndex).boxed().toList());
    }
}
