package dev.exodusii.cli.copy;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.geometry.Point;
import dev.exodusii.transform.Transform;
import java.util.List;
import java.util.Locale;

/// Reads how a mesh is moved: `z:90`, `1,1,0:45@0,0,5`, `x=0.5`, `1,0,0`, `1000`.
public final class Moves {

    private static final String AXES = "xyz";
    private static final int AXIS_COUNT = 3;

    private Moves() {}

    /// Reads distances.
    ///
    /// @param text such as `1,0,0`; what is left out is 0
    /// @return the transform
    /// @throws AbsentException when it makes no sense
    public static Transform translation(String text) {
        return made(text, () -> Transform.translation(point(text)));
    }

    /// Reads factors.
    ///
    /// @param text such as `0.001` for all lengths or `1,1,2`
    /// @return the transform
    /// @throws AbsentException when it makes no sense
    public static Transform scaling(String text) {
        double[] numbers = numbers(text);
        if (numbers.length != 1 && numbers.length != AXIS_COUNT) {
            throw AbsentException.syntax("'" + text + "' is neither one factor nor three", "such as 0.001 or 1,1,2");
        }
        Point factors = numbers.length == 1 ? new Point(numbers[0], numbers[0], numbers[0]) : Point.of(numbers);
        return made(text, () -> Transform.scaling(factors));
    }

    /// Reads a turn around an axis.
    ///
    /// @param text such as `z:90` or `1,1,0:45@0,0,5`: the axis, the angle in degrees, a point that the axis goes through
    /// @return the transform
    /// @throws AbsentException when it makes no sense
    public static Transform rotation(String text) {
        int at = text.indexOf('@');
        String turn = at < 0 ? text : text.substring(0, at);
        int colon = turn.lastIndexOf(':');
        if (colon < 0) {
            throw AbsentException.syntax("'" + text + "' does not say by how much", "such as z:90 or 1,1,0:45@0,0,5");
        }
        double[] angle = numbers(turn.substring(colon + 1));
        Point axis = direction(turn.substring(0, colon), text);
        Transform rotation = made(text, () -> Transform.rotation(axis, angle[0]));
        return at < 0 ? rotation : around(point(text.substring(at + 1)), rotation);
    }

    private static Transform around(Point centre, Transform turn) {
        return Transform.translation(new Point(-centre.x(), -centre.y(), -centre.z())).then(turn)
                .then(Transform.translation(centre));
    }

    /// Reads three angles.
    ///
    /// @param text such as `90,0,45`: degrees around x, then y, then z
    /// @return the transform
    /// @throws AbsentException when it makes no sense
    public static Transform euler(String text) {
        double[] angles = numbers(text);
        if (angles.length != AXIS_COUNT) {
            throw AbsentException.syntax("'" + text + "' is not three angles", "such as 90,0,45: around x, y and z");
        }
        return made(text, () -> Transform.euler(angles[0], angles[1], angles[2]));
    }

    /// Reads a matrix.
    ///
    /// @param text nine numbers, row by row
    /// @return the transform
    /// @throws AbsentException when it makes no sense
    public static Transform matrix(String text) {
        return made(text, () -> Transform.matrix(numbers(text)));
    }

    /// Reads a mirror.
    ///
    /// @param text such as `x`, `x=0.5` or `1,1,0@0,0,5`: a normal, and a point of the plane
    /// @return the transform
    /// @throws AbsentException when it makes no sense
    public static Transform mirror(String text) {
        int equals = text.indexOf('=');
        int at = text.indexOf('@');
        if (equals > 0) {
            Point normal = direction(text.substring(0, equals), text);
            double[] place = numbers(text.substring(equals + 1));
            return made(text, () -> Transform.mirror(new Point(normal.x() * place[0], normal.y() * place[0],
                    normal.z() * place[0]), normal));
        }
        Point normal = direction(at < 0 ? text : text.substring(0, at), text);
        Point through = at < 0 ? new Point(0, 0, 0) : point(text.substring(at + 1));
        return made(text, () -> Transform.mirror(through, normal));
    }

    private static Point direction(String text, String whole) {
        int axis = text.length() == 1 ? AXES.indexOf(text.toLowerCase(Locale.ROOT)) : -1;
        if (axis >= 0) {
            return new Point(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
        }
        if (!text.matches("[^,a-df-zA-DF-Z]+(?:,[^,a-df-zA-DF-Z]+){2}")) {
            throw AbsentException.syntax("'" + text + "' in '" + whole + "' is no direction", "such as x, y, z or 1,1,0");
        }
        return Point.of(numbers(text));
    }

    private static Point point(String text) {
        double[] numbers = numbers(text);
        if (numbers.length > AXIS_COUNT) {
            throw AbsentException.syntax("'" + text + "' has more than three coordinates", "such as 1,0,0");
        }
        return Point.of(numbers);
    }

    /// Reads numbers with commas between them.
    ///
    /// @param text such as `1,0.5`
    /// @return the numbers, at least one
    /// @throws AbsentException when it makes no sense
    public static double[] numbers(String text) {
        List<String> words = List.of(text.split(",", -1));
        double[] numbers = new double[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words.get(i).strip());
            } catch (NumberFormatException e) {
                throw AbsentException.syntax("'" + words.get(i) + "' in '" + text + "' is no number",
                        "numbers stand with commas between them: 1,0,0");
            }
        }
        return numbers;
    }

    /// Makes a transform.
    @FunctionalInterface
    private interface Maker {
        Transform make();
    }

    private static Transform made(String text, Maker maker) {
        try {
            return maker.make();
        } catch (IllegalArgumentException e) {
            throw AbsentException.syntax("'" + text + "' makes no sense: " + e.getMessage(), "");
        }
    }
}
