package dev.exodusii.surface;

import java.util.Arrays;

/// The faces of solids that can ever be seen: those that occur once among all elements, and those that elements of
/// different blocks share.
///
/// @param outer  faces that occur once, as [#pack] makes them, in rising order
/// @param shared sides of faces that elements of different blocks share, also as [#pack] makes them; the sides of one face
///               follow one another, in any order, and the last of them is stored as its complement, which is negative
record BoundingFaces(long[] outer, long[] shared) {

    static long pack(int element, int side) {
        return (long) element << Integer.SIZE | side;
    }

    static int element(long face) {
        return (int) (face >>> Integer.SIZE);
    }

    static int side(long face) {
        return (int) face;
    }

    /// Selects the faces that bound the elements of some blocks.
    ///
    /// @param isVisible      by the index of a block
    /// @param withInterfaces whether faces between two of the blocks are wanted: from each of them its own side
    /// @return the faces in rising order
    long[] select(boolean[] isVisible, boolean withInterfaces, BlockIndex blocks) {
        long[] own = shared(isVisible, withInterfaces, blocks);
        boolean isAll = true;
        for (boolean one : isVisible) {
            isAll &= one;
        }
        if (isAll && own.length == 0) {
            return outer;
        }
        long[] selected = new long[Math.addExact(outer.length, own.length)];
        int count = 0;
        for (long face : outer) {
            if (isAll || isVisible[blocks.of(element(face))]) {
                selected[count++] = face;
            }
        }
        System.arraycopy(own, 0, selected, count, own.length);
        count += own.length;
        Arrays.sort(selected, 0, count);
        return Arrays.copyOf(selected, count);
    }

    private long[] shared(boolean[] isVisible, boolean withInterfaces, BlockIndex blocks) {
        LongList selected = new LongList(0);
        int from = 0;
        for (int i = 0; i < shared.length; i++) {
            if (shared[i] < 0) {
                take(from, i + 1, isVisible, withInterfaces, blocks, selected);
                from = i + 1;
            }
        }
        return selected.toArray();
    }

    private void take(int from, int to, boolean[] isVisible, boolean withInterfaces, BlockIndex blocks,
            LongList selected) {
        int visible = 0;
        int first = -1;
        boolean areOfOneBlock = true;
        for (int i = from; i < to; i++) {
            int block = blocks.of(element(member(i)));
            if (isVisible[block]) {
                areOfOneBlock &= visible == 0 || block == first;
                first = block;
                visible++;
            }
        }
        if (visible == 1 || visible > 1 && withInterfaces && !areOfOneBlock) {
            for (int i = from; i < to; i++) {
                if (isVisible[blocks.of(element(member(i)))]) {
                    selected.add(member(i));
                }
            }
        }
    }

    private long member(int i) {
        return shared[i] < 0 ? ~shared[i] : shared[i];
    }
}
