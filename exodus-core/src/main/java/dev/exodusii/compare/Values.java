package dev.exodusii.compare;

import dev.exodusii.view.RealView;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// The values of one variable at one step of both files, entry by entry.
sealed interface Values {

    /// Returns how many entries there are.
    long size();

    /// Tells whether an entry is to be compared at all.
    default boolean isPaired(long entry) {
        return true;
    }

    double first(long entry);

    double second(long entry);

    /// Values that are paired by index, as they are stored.
    record Direct(RealView one, RealView other) implements Values {

        @Override
        public long size() {
            return one.size();
        }

        @Override
        public double first(long entry) {
            return one.get(entry);
        }

        @Override
        public double second(long entry) {
            return other.get(entry);
        }

        /// Returns the bytes of both, if they can be compared as such.
        Optional<Raw> raw() {
            Optional<MemorySegment> bytes = one.rawSegment();
            Optional<MemorySegment> others = other.rawSegment();
            return one.type() == other.type() && bytes.isPresent() && others.isPresent()
                    ? Optional.of(new Raw(bytes.get(), others.get(), one.type().byteSize())) : Optional.empty();
        }
    }

    /// Bytes of values.
    ///
    /// @param width the bytes of one value
    record Raw(MemorySegment one, MemorySegment other, int width) {}

    /// Values that are looked up one by one.
    record Looked(RealView one, Lane lane, Lane.Second other) implements Values {

        @Override
        public long size() {
            return lane.size();
        }

        @Override
        public boolean isPaired(long entry) {
            return lane.second(entry) >= 0;
        }

        @Override
        public double first(long entry) {
            return one.get(lane.first(entry));
        }

        @Override
        public double second(long entry) {
            double value = other.get(lane.second(entry));
            return other.isStored(lane.second(entry)) ? value : first(entry);
        }
    }
}
