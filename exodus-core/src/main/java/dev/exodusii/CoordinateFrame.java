package dev.exodusii;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import dev.exodusii.view.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A coordinate system of the user's own, given by three points in the coordinates of the mesh (`exodus-format` §2.15).
///
/// The points are views: every access to them throws [IllegalStateException] once the file is closed.
///
/// @param index   its 0-based position in the file
/// @param id      the id that the user gave; the position counted from 1 where the file has no ids
/// @param kind    what kind of coordinates it has
/// @param tag     the letter by which the file names the kind, or NUL where there is none
/// @param origin  x, y and z of the origin
/// @param axis3   x, y and z of a point on the third axis
/// @param plane13 x, y and z of a point in the plane of the first and third axis
public record CoordinateFrame(int index, long id, Kind kind, char tag, RealView origin, RealView axis3,
        RealView plane13) {

    private static final int VALUES = 9;

    /// What the three coordinates mean.
    public enum Kind {
        /// Three lengths along axes at right angles.
        RECTANGULAR,
        /// Distance from the third axis, angle, and length along it.
        CYLINDRICAL,
        /// Distance from the origin and two angles.
        SPHERICAL,
        /// The file does not say, or by a letter that means nothing.
        UNKNOWN;

        static Kind of(char tag) {
            return switch (tag) {
                case 'R', 'r' -> RECTANGULAR;
                case 'C', 'c' -> CYLINDRICAL;
                case 'S', 's' -> SPHERICAL;
                default -> UNKNOWN;
            };
        }
    }

    static List<CoordinateFrame> of(Storage storage) {
        long declared = storage.length("num_cframes");
        if (declared == 0) {
            return List.of();
        }
        Optional<RealView> points = points(storage);
        long held = points.map(values -> values.size() / VALUES).orElse(0L);
        if (held != declared) {
            storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, "num_cframes",
                    "declares " + declared + " coordinate frames but there are points for " + held);
        }
        List<CoordinateFrame> frames = new ArrayList<>();
        if (points.isPresent()) {
            Optional<IntegerView> ids = storage.integers("frame_ids");
            // One letter in each row, because a NUL ends a text but not the list.
            Optional<TextView> tags = storage.values("frame_tags").filter(values -> values.rank() == 1)
                    .filter(values -> values.type().byteSize() == 1).map(values -> values.asColumn().text());
            for (int i = 0; i < Math.min(declared, held); i++) {
                frames.add(frame(i, ids, tags, points.get().slice((long) VALUES * i, VALUES)));
            }
        }
        return List.copyOf(frames);
    }

    private static CoordinateFrame frame(int index, Optional<IntegerView> ids, Optional<TextView> tags,
            RealView points) {
        long id = ids.isPresent() && index < ids.get().size() ? ids.get().get(index) : index + 1L;
        byte[] letter = tags.isPresent() && index < tags.get().size() ? tags.get().bytes(index) : new byte[0];
        char tag = letter.length == 0 ? '\0' : (char) (letter[0] & 0xFF);
        return new CoordinateFrame(index, id, Kind.of(tag), tag, points.slice(0, 3), points.slice(3, 3),
                points.slice(6, 3));
    }

    private static Optional<RealView> points(Storage storage) {
        Optional<ArrayView> values = storage.values("frame_coordinates");
        if (values.isPresent() && values.get().type() == ElementType.CHAR) {
            storage.report(Severity.WARNING, FindingCode.UNEXPECTED_TYPE, "frame_coordinates",
                    "holds text where points are expected; ignored");
            return Optional.empty();
        }
        return values.filter(all -> all.rank() <= 1 || all.isContiguous()).map(ArrayView::reals);
    }

    /// Returns kind and id, such as `cylindrical frame 7`.
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " frame " + id;
    }
}
