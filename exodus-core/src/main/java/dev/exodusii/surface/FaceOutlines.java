package dev.exodusii.surface;

/// The nodes round each face.
///
/// @param nodes   the surface's node indexes of all faces: round each of them, then inside
/// @param ends    where the nodes of each face end
/// @param corners how many are round each face
record FaceOutlines(int[] nodes, int[] ends, int[] corners) {

    int size() {
        return ends.length;
    }

    int start(int face) {
        return face == 0 ? 0 : ends[face - 1];
    }

    int corners(int face) {
        return corners[face];
    }
}
