package dev.exodusii.statistics;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.view.RealView;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// By what a file is known again, so that ranges that were computed before are not taken for those of other values.
///
/// A file is the same when all of this is equal. It has [grown][#isGrownFrom] when its header is the same but for the
/// number of records, there are more of them, it is longer and was written later, and the times of all old steps are as
/// they were, bit for bit. That the old steps' values are as they were is not proven by that: nothing but reading all of
/// them could do so. But the format adds steps at the end, no program is known to us that rewrites a step and keeps its
/// time, and one that computes the same run anew begins with fewer steps. The step that was the last one may have been
/// in the middle of being written, and is not kept.
///
/// Immutable.
///
/// @param bytes    the size of the file
/// @param modified when it was written last, in nanoseconds since 1970
/// @param steps    the number of time steps
/// @param header   the SHA-256 of its header without the number of records, in hexadecimal
/// @param times    the SHA-256 of the times of all steps, in hexadecimal
public record FileIdentity(long bytes, long modified, long steps, String header, String times) {

    /// Returns the identity of an open file.
    ///
    /// @param file     the file
    /// @param modified when it was written last, in nanoseconds since 1970
    /// @return its identity
    /// @throws IllegalStateException when the file is closed
    public static FileIdentity of(ExodusFile file, long modified) {
        Layout layout = file.container().layout();
        return new FileIdentity(layout.fileBytes(), modified, file.times().steps(),
                HexFormat.of().formatHex(file.container().headerDigest()), times(file, file.times().steps()));
    }

    private static String times(ExodusFile file, long steps) {
        return Faults.guard(file.name(), "its times", () -> digest(file, steps));
    }

    private static String digest(ExodusFile file, long steps) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
        if (file.times().stored().isPresent()) {
            RealView stored = file.times().stored().get();
            ByteBuffer bits = ByteBuffer.allocate(Double.BYTES);
            for (long step = 0; step < steps; step++) {
                digest.update(bits.putDouble(0, stored.get(step)).array());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Tells whether a file is an older one with steps added; see [FileIdentity].
    ///
    /// @param old  the identity of the older file
    /// @param file the file that has this identity
    /// @return whether the steps of the older file, but for the last, may be taken for those of this one
    public boolean isGrownFrom(FileIdentity old, ExodusFile file) {
        return header.equals(old.header) && steps > old.steps && bytes > old.bytes && modified >= old.modified
                && times(file, old.steps).equals(old.times);
    }
}
