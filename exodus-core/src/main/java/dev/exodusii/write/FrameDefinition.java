package dev.exodusii.write;

import dev.exodusii.CoordinateFrame;
import dev.exodusii.geometry.Point;

/// A coordinate system of the user's own that is to be written.
///
/// @param id      the id
/// @param tag     the letter of its kind: `R` for rectangular, `C` for cylindrical, `S` for spherical
/// @param origin  the origin
/// @param axis3   a point on the third axis
/// @param plane13 a point in the plane of the first and third axis
public record FrameDefinition(long id, char tag, Point origin, Point axis3, Point plane13) {

    /// Makes a frame.
    ///
    /// @param id      the id
    /// @param kind    what kind of coordinates it has
    /// @param origin  the origin
    /// @param axis3   a point on the third axis
    /// @param plane13 a point in the plane of the first and third axis
    /// @return the frame
    /// @throws IllegalArgumentException when the kind is `UNKNOWN`
    public static FrameDefinition of(long id, CoordinateFrame.Kind kind, Point origin, Point axis3, Point plane13) {
        return new FrameDefinition(id, switch (kind) {
            case RECTANGULAR -> 'R';
            case CYLINDRICAL -> 'C';
            case SPHERICAL -> 'S';
            case UNKNOWN -> throw new IllegalArgumentException("frame " + id + " needs a kind");
        }, origin, axis3, plane13);
    }
}
