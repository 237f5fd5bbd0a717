package dev.exodusii.fuzz;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.NetcdfFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Reads a file that may be damaged in any way, up to a depth, and finds out whether anything happens that must not.
final class Walk {

    /// How much is done with a file that opens.
    enum Depth {
        /// All values of all variables are compared.
        CONTAINER,
        /// All questions that the model answers are asked too.
        MODEL,
        /// Everything is made of it that can be made: surfaces, slices, comparisons...
        EVERYTHING
    }

    /// What became of a file.
    enum Outcome {
        /// It is refused as no classic netCDF file or one with a damaged header.
        REFUSED,
        /// It is a netCDF file, but nothing in it is Exodus.
        NOT_EXODUS,
        /// All was read.
        READ,
        /// It was read, but for some data that are damaged and refused as such.
        READ_IN_PART
    }

    static final String NAME = "damaged.e";

    /// Around the file, so that a value from there is seen to be wrong.
    private static final int POISON_BYTES = 64;
    private static final byte POISON = (byte) 0xC3;

    private MemorySegment whole = Arena.ofAuto().allocate(1 << 16);

    /// Reads a file.
    ///
    /// @param bytes     all of the file
    /// @param undamaged the file that it once was, or another good one, to compare with
    /// @param depth     how much is done
    /// @return what became of it
    /// @throws AssertionError when something happens that must not
    Outcome through(byte[] bytes, ExodusFile undamaged, Depth depth) {
        MemorySegment memory = placed(bytes);
        Judge judge = new Judge(NAME, bytes.length);
        try (NetcdfFile container = opened(judge, "opening the container", () -> NetcdfFile.parse(memory, NAME))) {
            ClassicFile expected = new ClassicFile(bytes);
            Views views = new Views(memory, expected, depth == Depth.EVERYTHING);
            new ContainerWalk(container, expected, judge, views).walk();
            if (depth == Depth.CONTAINER) {
                return Outcome.READ;
            }
            try (ExodusFile file = opened(judge, "opening the model", () -> ExodusFile.of(container))) {
                new ModelWalk(file, judge, views).walk();
                new ModelValues(file, expected, views).compare();
                if (depth == Depth.EVERYTHING) {
                    judge.allow(Bound.DERIVED);
                    new DerivedWalk(file, judge).walk(undamaged);
                }
            } catch (UnreadableFileException foreign) {
                requireMessage(foreign);
                return Outcome.NOT_EXODUS;
            }
        } catch (UnreadableFileException refused) {
            requireMessage(refused);
            return Outcome.REFUSED;
        }
        return judge.refusals() == 0 ? Outcome.READ : Outcome.READ_IN_PART;
    }

    private interface Opening<T> {
        T open() throws UnreadableFileException;
    }

    private static <T> T opened(Judge judge, String what, Opening<T> opening) throws UnreadableFileException {
        try {
            return judge.judged(what, opening::open);
        } catch (UnreadableFileException refused) {
            throw refused;
        } catch (Exception | StackOverflowError | OutOfMemoryError unexpected) {
            throw new AssertionError(what + " ends in " + unexpected, unexpected);
        }
    }

    private static void requireMessage(UnreadableFileException refused) {
        Judge.require(refused.getMessage().startsWith(NAME + ": ") && refused.getMessage().length() < 4_096,
                "a refusal says: " + refused.getMessage());
    }

    private MemorySegment placed(byte[] bytes) {
        long needed = bytes.length + 2L * POISON_BYTES;
        if (whole.byteSize() < needed) {
            whole = Arena.ofAuto().allocate(2 * needed);
        }
        whole.asSlice(0, POISON_BYTES).fill(POISON);
        whole.asSlice(POISON_BYTES + (long) bytes.length, POISON_BYTES).fill(POISON);
        MemorySegment.copy(bytes, 0, whole, ValueLayout.JAVA_BYTE, POISON_BYTES, bytes.length);
        return whole.asSlice(POISON_BYTES, bytes.length);
    }
}
