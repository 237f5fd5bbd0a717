package dev.exodusii.fuzz;

import dev.exodusii.ExodusFile;
import java.util.List;
import java.util.Random;

/// What Jazzer calls, again and again, with files that it makes up while it watches which code they reach.
///
/// It needs nothing of Jazzer, so it is compiled with the tests.
public final class FuzzTarget {

    private static final int INVENTIONS = 400;

    private static final Walk WALK = new Walk();
    private static final ExodusFile OTHER = warmedUp();

    private FuzzTarget() {}

    /// Jazzer takes megabytes for each class that it prepares, in the thread that first needs it: so that they are not
    /// taken for ours, all are used before anything counts.
    private static ExodusFile warmedUp() {
        List<Campaign.Seed> seeds = Campaign.seeds();
        for (Campaign.Seed seed : seeds) {
            ignoringJudgement(seed.bytes(), seed.file());
        }
        for (int number = 0; number < INVENTIONS; number++) {
            ignoringJudgement(Invention.file(new Random(number)), seeds.getFirst().file());
        }
        return seeds.get(seeds.size() / 2).file();
    }

    private static void ignoringJudgement(byte[] file, ExodusFile other) {
        try {
            WALK.through(file, other, Walk.Depth.EVERYTHING);
        } catch (AssertionError expected) {
            // The tests judge these files.
        }
    }

    /// Reads one file in all ways.
    ///
    /// @param file all of it
    public static void fuzzerTestOneInput(byte[] file) {
        WALK.through(file, OTHER, Walk.Depth.EVERYTHING);
    }
}
