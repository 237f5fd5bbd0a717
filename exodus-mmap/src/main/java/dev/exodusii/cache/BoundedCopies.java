package dev.exodusii.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.CacheEntry;
import com.github.benmanes.caffeine.cache.Policy.FixedExpiration;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Copies in the order in which they were last asked for, those that are being made among them, up to so many bytes.
///
/// Caffeine keeps map and order, so that finding a copy takes no lock. What it evicts by itself when it is given a
/// maximum is chosen by popularity: a copy that is new is refused in favour of one that was asked for more often. A
/// viewer that has moved on would make the new step again for each frame until it is popular, and what was prefetched,
/// and so never asked for, would be gone before it is. So Caffeine only tells which copies are the oldest (an expiry that
/// never comes keeps them in that order), and what must go to make room is decided here, before memory is taken. That
/// also lets copies count from the moment on when somebody begins to make them.
///
/// All changes are made under one lock, which nobody holds while a copy is made.
final class BoundedCopies {

    private final long limit;
    private final Cache<Derived<?>, Copy<?>> copies;
    private final FixedExpiration<Derived<?>, Copy<?>> order;
    private final Object lock = new Object();
    private long bytes;
    private long evictions;

    BoundedCopies(long limit) {
        this.limit = limit;
        // This library has no threads of its own: who asks does what there is to be done. And no clock is needed.
        this.copies = Caffeine.newBuilder().executor(Runnable::run).ticker(Ticker.disabledTicker())
                .expireAfterAccess(Long.MAX_VALUE, TimeUnit.NANOSECONDS).build();
        this.order = copies.policy().expireAfterAccess().orElseThrow();
    }

    /// Finds a copy and notes that it was asked for, without a lock.
    <T> @Nullable Copy<T> find(Derived<T> what) {
        @SuppressWarnings("unchecked") // Under each key is what the key makes.
        Copy<T> there = (Copy<T>) copies.getIfPresent(what);
        return there;
    }

    /// Adds a copy that is about to be made, after making room for it.
    ///
    /// @return that copy, or the one that somebody else has added meanwhile
    <T> Copy<T> findOrAdd(Derived<T> what, Copy<T> mine) {
        synchronized (lock) {
            Copy<T> there = find(what);
            if (there != null) {
                return there;
            }
            if (mine.bytes() <= limit) {
                evictFor(mine.bytes());
            } // Otherwise it will not stay: nothing has to go for it.
            copies.put(what, mine);
            bytes += mine.bytes();
            return mine;
        }
    }

    /// Takes note that a copy was made, or that it could not be: that one is not kept.
    void settle(Derived<?> what, Copy<?> copy) {
        synchronized (lock) {
            if (copy.isFailed()) {
                remove(what, copy);
            } else if (copy.bytes() > limit) {
                evict(what, copy);
            } else {
                evictFor(0);
            }
        }
    }

    void removeIf(Predicate<Derived<?>> condition) {
        synchronized (lock) {
            copies.asMap().forEach((what, copy) -> {
                if (condition.test(what)) {
                    remove(what, copy);
                }
            });
        }
    }

    /// Evicts the copies that were not asked for longest. Those that are being made take their memory in any case.
    private void evictFor(long wanted) {
        long excess = bytes + wanted - limit;
        if (excess > 0) {
            for (CacheEntry<Derived<?>, Copy<?>> old : order.oldest(entries -> firstMade(entries, excess))) {
                evict(old.getKey(), old.getValue());
            }
        }
    }

    private static List<CacheEntry<Derived<?>, Copy<?>>> firstMade(Stream<CacheEntry<Derived<?>, Copy<?>>> entries,
            long bytes) {
        List<CacheEntry<Derived<?>, Copy<?>>> found = new ArrayList<>();
        Iterator<CacheEntry<Derived<?>, Copy<?>>> oldestFirst = entries.iterator();
        for (long left = bytes; left > 0 && oldestFirst.hasNext();) {
            CacheEntry<Derived<?>, Copy<?>> entry = oldestFirst.next();
            if (entry.getValue().isMade()) {
                found.add(entry);
                left -= entry.getValue().bytes();
            }
        }
        return found;
    }

    private void evict(Derived<?> what, Copy<?> copy) {
        if (remove(what, copy)) {
            evictions++;
        }
    }

    private boolean remove(Derived<?> what, Copy<?> copy) {
        boolean isRemoved = copies.asMap().remove(what, copy);
        if (isRemoved) {
            bytes -= copy.bytes();
        }
        return isRemoved;
    }

    CacheStatistics statistics(long hits, long misses, long made) {
        synchronized (lock) {
            return new CacheStatistics(hits, misses, made, evictions, copies.asMap().size(), bytes, limit);
        }
    }
}
