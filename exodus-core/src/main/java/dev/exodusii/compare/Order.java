package dev.exodusii.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;

/// Sorts indexes, so that what they stand for stays where it is.
final class Order {

    private Order() {}

    /// Sorts the indexes below a count; equal ones keep their order.
    ///
    /// @param isAscending tells of an index above 0 whether it is not smaller than the one before it
    static int[] of(int count, Comparator<Integer> comparator, IntPredicate isAscending) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = 1; i < count; i++) {
            if (!isAscending.test(i)) {
                return Arrays.stream(order).boxed().sorted(comparator).mapToInt(Integer::intValue).toArray();
            }
        }
        return order;
    }
}
