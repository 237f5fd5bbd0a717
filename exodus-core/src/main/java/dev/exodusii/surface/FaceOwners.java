package dev.exodusii.surface;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which elements have which face, by an index of the faces: the first and the second one in arrays, and those that a sound
/// mesh does not have in a list.
final class FaceOwners {

    private static final int NOBODY = -1;

    private int[] elements;
    private int[] sides;
    private int[] seconds;
    private int[] secondSides;
    /// Face, element and side, by turns.
    private final IntList others = new IntList(0);

    FaceOwners(int capacity) {
        elements = new int[capacity];
        sides = new int[capacity];
        seconds = new int[capacity];
        secondSides = new int[capacity];
    }

    /// Forgets all faces: nobody has any of them.
    void clear() {
        Arrays.fill(elements, NOBODY);
    }

    void clearOthers() {
        others.cutTo(0);
    }

    void grow(int capacity) {
        elements = Arrays.copyOf(elements, capacity);
        sides = Arrays.copyOf(sides, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
        secondSides = Arrays.copyOf(secondSides, capacity);
    }

    boolean isOwned(int face) {
        return elements[face] != NOBODY;
    }

    void first(int face, int element, int side) {
        elements[face] = element;
        sides[face] = side;
        seconds[face] = NOBODY;
    }

    void another(int face, int element, int side) {
        if (seconds[face] == NOBODY) {
            seconds[face] = element;
            secondSides[face] = side;
        } else {
            others.add(face);
            others.add(element);
            others.add(side);
        }
    }

    /// Hands over what was found, in the order of the faces.
    ///
    /// @param count  how many faces there are; all of them are owned, or those that nobody owns are marked
    /// @param blocks tells in which block an element is
    void finish(int count, FaceLists lists, BlockIndex blocks) {
        for (int face = 0; face < count; face++) {
            if (seconds[face] == NOBODY && elements[face] != NOBODY) {
                lists.addOuter(elements[face], sides[face]);
            }
        }
        if (blocks.size() == 1) {
            return;
        }
        @Nullable IntList[] more = othersByFace(count);
        for (int face = 0; face < count; face++) {
            if (seconds[face] != NOBODY && elements[face] != NOBODY) {
                share(face, more.length == 0 ? null : more[face], lists, blocks);
            }
        }
    }

    private @Nullable IntList[] othersByFace(int count) {
        @Nullable IntList[] more = new IntList[others.isEmpty() ? 0 : count];
        for (int i = 0; i < others.size(); i += 3) {
            int face = others.get(i);
            IntList own = more[face];
            if (own == null) {
                own = new IntList(2);
                more[face] = own;
            }
            own.add(others.get(i + 1));
            own.add(others.get(i + 2));
        }
        return more;
    }

    private void share(int face, @Nullable IntList more, FaceLists lists, BlockIndex blocks) {
        int block = blocks.of(elements[face]);
        boolean isShared = blocks.of(seconds[face]) != block;
        for (int i = 0; more != null && i < more.size() && !isShared; i += 2) {
            isShared = blocks.of(more.get(i)) != block;
        }
        if (!isShared) {
            return;
        }
        lists.addShared(elements[face], sides[face]);
        lists.addShared(seconds[face], secondSides[face]);
        for (int i = 0; more != null && i < more.size(); i += 2) {
            lists.addShared(more.get(i), more.get(i + 1));
        }
        lists.endShared();
    }
}
