package dev.exodusii.cli.near;

import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.geometry.Point;
import java.util.Arrays;

/// A point as the user typed it: `x,y,z`.
///
/// @param text        the text
/// @param coordinates its one to three coordinates
public record PlaceText(String text, double... coordinates) {

    private static final String SPELLING = "a point is such as 0.034,0.06 or -1,2,3.5e-2, without blanks";

    /// Reads a point.
    ///
    /// @param text what the user typed
    /// @return the point
    /// @throws AbsentException when it is none
    public static PlaceText parse(String text) {
        String[] parts = text.split(",", -1);
        double[] coordinates = new double[parts.length];
        try {
            Arrays.setAll(coordinates, i -> Double.parseDouble(parts[i].strip()));
        } catch (NumberFormatException e) {
            throw wrong(text);
        }
        if (parts.length > 3 || !Arrays.stream(coordinates).allMatch(Double::isFinite)) {
            throw wrong(text);
        }
        return new PlaceText(text, coordinates);
    }

    private static AbsentException wrong(String text) {
        return AbsentException.syntax("'" + text + "' is no point", SPELLING);
    }

    /// Returns the point in the space of a file.
    ///
    /// @param file the file
    /// @return the point
    /// @throws AbsentException when the mesh has more or fewer axes than the point has coordinates
    public Point in(ExodusFile file) {
        if (file.dimension() == 0 || file.nodeCount() == 0) {
            throw AbsentException.of("NO_MESH", "there is nothing near " + text, "the file has no nodes");
        }
        if (coordinates.length != file.dimension()) {
            String axes = "x,y,z".substring(0, 2 * file.dimension() - 1);
            throw AbsentException.syntax("the point " + text + " has " + count(coordinates.length)
                    + ", the mesh has " + file.dimension(), "type " + axes + (axes.length() > 1 ? " without blanks" : ""));
        }
        return Point.of(coordinates);
    }

    private static String count(int coordinates) {
        return coordinates == 1 ? "1 coordinate" : coordinates + " coordinates";
    }

    /// Returns the id at an index; what it would be without a map where the map is too short.
    static long id(IdMap ids, long index) {
        return ids.idOrNumber(index);
    }
}
