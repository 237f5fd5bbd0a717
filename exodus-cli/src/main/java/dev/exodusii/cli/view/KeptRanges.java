package dev.exodusii.cli.view;

import dev.exodusii.mmap.RangeFile;
import dev.exodusii.mmap.RangeFile.GrownFile;
import dev.exodusii.mmap.RangeFile.Outcome;
import dev.exodusii.statistics.Ranges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where ranges over all steps are kept from one time to the next, if the user wants that: nothing is written unasked. What
/// is there and is no file of ranges of ours is left alone, whatever it is.
final class KeptRanges {

    private final Optional<Path> place;
    private @Nullable Ranges loaded;
    private boolean isOurs;

    private KeptRanges(Optional<Path> place) {
        this.place = place;
    }

    /// Keeps nothing.
    static KeptRanges nowhere() {
        return in(Optional.empty());
    }

    static KeptRanges in(Optional<Path> place) {
        return new KeptRanges(place);
    }

    /// Adds what is kept to what is known; once for each file that is open, and again where its ranges were forgotten.
    ///
    /// @return what the user is to be told
    synchronized Optional<String> load(Ranges ranges, Path path) {
        if (place.isEmpty() || loaded == ranges) {
            return Optional.empty();
        }
        loaded = ranges;
        isOurs = false;
        try {
            Outcome outcome = RangeFile.load(ranges, path, place.get(), GrownFile.KEEP_OLD_STEPS);
            isOurs = outcome != Outcome.DAMAGED && outcome != Outcome.OTHER_VERSION;
            return switch (outcome) {
                case DAMAGED -> Optional.of(place.get() + " is no sound file of ranges; it is left as it is");
                case OTHER_VERSION -> Optional.of(place.get() + " was written by another version; it is left as it is");
                default -> Optional.empty();
            };
        } catch (IOException e) {
            return Optional.of("ranges cannot be read: " + e.getMessage());
        }
    }

    /// Keeps what is known, unless it is not of the file that was loaded last.
    ///
    /// @return what the user is to be told
    synchronized Optional<String> save(Ranges ranges, Path path) {
        if (place.isEmpty() || loaded != ranges || !isOurs) {
            return Optional.empty();
        }
        try {
            RangeFile.save(ranges, path, place.get());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("ranges cannot be kept: " + e.getMessage());
        }
    }
}
