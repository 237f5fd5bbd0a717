package dev.exodusii.cache;

/// What a [StepCache] has done since it was made, and what it holds now.
///
/// @param hits      how often a copy was there when it was asked for, finished or being made
/// @param misses    how often one was not
/// @param made      how many copies were made, for those who asked and ahead of them
/// @param evictions how many copies were dropped for the limit; those of invalidated files do not count
/// @param copies    how many copies there are now, those that are being made among them
/// @param bytes     what they take: their own bytes, and not less than 256 each
/// @param limit     how many bytes they may take
public record CacheStatistics(long hits, long misses, long made, long evictions, long copies, long bytes, long limit) {

    /// Returns the part of all questions that found a copy, 1 where nobody has asked.
    public double hitRate() {
        return hits + misses == 0 ? 1 : (double) hits / (hits + misses);
    }
}
