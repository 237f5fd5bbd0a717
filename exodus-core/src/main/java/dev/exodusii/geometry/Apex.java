package dev.exodusii.geometry;

/// The apex of pyramids, where their functions have the form 0/0. Inside of a pyramid |r| and |s| are at most 1 - t, so
/// that r s / (1 - t) tends to 0 there.
final class Apex {

    private static final double NEAREST = 1e-12;

    private Apex() {}

    /// Moves 1 - t away from 0 by so little that no value inside of a pyramid changes by more than that.
    static double keepAway(double oneLessT) {
        return Math.abs(oneLessT) >= NEAREST ? oneLessT : Math.copySign(NEAREST, oneLessT);
    }
}
