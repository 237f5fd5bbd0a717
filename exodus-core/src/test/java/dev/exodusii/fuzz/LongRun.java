package dev.exodusii.fuzz;

import java.time.Duration;
import java.util.List;

/// The fuzzer outside of the tests: as many damaged files as one has time for.
///
/// Properties: `fuzz.inputs` (how many), `fuzz.seed` (which), `fuzz.first` (the number of the first one),
/// `fuzz.modelEach` and `fuzz.everythingEach` (of how many the model of one is read, and one is used for everything) and
/// `fuzz.keepGoing` to tell of all failures and not of the first only.
final class LongRun {

    private static final long AT_A_TIME = 10_000;
    private static final int MOST_FAILURES = 1_000;

    private LongRun() {}

    /// Runs it.
    ///
    /// @param arguments none
    public static void main(String[] arguments) {
        long inputs = Long.getLong("fuzz.inputs", 1_000_000);
        long seed = Long.getLong("fuzz.seed", 1);
        long first = Long.getLong("fuzz.first", 0);
        boolean keepsGoing = Boolean.getBoolean("fuzz.keepGoing");
        List<Campaign.Seed> seeds = Campaign.seeds();
        Campaign campaign = new Campaign(Integer.getInteger("fuzz.modelEach", 8),
                Integer.getInteger("fuzz.everythingEach", 512));
        long begun = System.nanoTime();
        int failures = 0;
        for (long number = first; number < first + inputs && failures < MOST_FAILURES; number++) {
            try {
                campaign.one(seeds, number, seed);
            } catch (AssertionError failure) {
                failures++;
                if (!keepsGoing) {
                    throw failure;
                }
                System.out.println("FAILURE " + failure.getMessage());
                Throwable cause = failure;
                while (cause.getCause() != null) {
                    cause = cause.getCause();
                }
                System.out.println("   " + cause + " at " + List.of(cause.getStackTrace()).stream().limit(6).toList());
            }
            if ((number + 1 - first) % AT_A_TIME == 0) {
                System.out.println(Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s, " + campaign);
            }
        }
        System.out.println("seed " + seed + ", " + campaign + ", " + failures + " failures");
    }
}
