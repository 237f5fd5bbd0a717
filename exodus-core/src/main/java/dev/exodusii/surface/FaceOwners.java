package dev.exodusii.surface;

/// Which elements have which face, where faces have numbers: those of polyhedra.
final class FaceOwners {

    /// Marks a side that is there.
    private static final long THERE = Long.MIN_VALUE;

    private final long[] firsts;
    private final long[] seconds;
    private final ExtraSides others = new ExtraSides();

    FaceOwners(int count) {
        firsts = new long[count];
        seconds = new long[count];
    }

    void add(int face, int element, int side) {
        long owner = BoundingFaces.pack(element, side);
        if (firsts[face] == 0) {
            firsts[face] = owner | THERE;
        } else if (seconds[face] == 0) {
            seconds[face] = owner | THERE;
        } else {
            others.add(face, owner);
        }
    }

    /// Hands over what was found, in the order of the faces.
    ///
    /// @param blocks tells in which block an element is
    void finish(FaceLists lists, BlockIndex blocks) {
        for (int face = 0; face < firsts.length; face++) {
            if (firsts[face] != 0 && seconds[face] == 0) {
                lists.addOuter(firsts[face] & ~THERE);
            } else if (firsts[face] != 0 && blocks.size() > 1) {
                others.share(face, firsts[face] & ~THERE, seconds[face] & ~THERE, lists, blocks);
            }
        }
    }
}
