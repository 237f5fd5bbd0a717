package dev.exodusii.transform;

import dev.exodusii.geometry.Point;
import java.util.Arrays;

/// How points are moved: shifted, turned, scaled, mirrored, or several of these one after the other.
///
/// Points and lengths follow the whole of it. Vectors that are no lengths, such as forces, only follow turns and mirrors.
/// Turns by multiples of 90 degrees and mirrors along an axis are exact: done four times or twice, they give back the same
/// numbers. Immutable and safe for use by many threads.
public final class Transform {

    private static final int SIZE = 3;
    private static final double RIGHT_ANGLE = 90;
    private static final double CLOSE = 1e-6;
    private static final Transform IDENTITY = new Transform(unit(), unit(), new double[SIZE]);

    /// What becomes of lengths, row by row.
    private final double[] linear;
    /// What becomes of directions: the turns and mirrors only.
    private final double[] turn;
    private final double[] offset;

    private Transform(double[] linear, double[] turn, double[] offset) {
        this.linear = linear;
        this.turn = turn;
        this.offset = offset;
    }

    private static double[] unit() {
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
    }

    /// Returns what leaves everything where it is.
    public static Transform identity() {
        return IDENTITY;
    }

    /// Moves everything by the same distances.
    ///
    /// @param by the distances along the axes
    /// @return the transform
    /// @throws IllegalArgumentException when one is not finite
    public static Transform translation(Point by) {
        require(by.isFinite(), "nothing can be moved by " + by);
        return new Transform(unit(), unit(), new double[] {by.x(), by.y(), by.z()});
    }

    /// Multiplies all lengths from the origin on.
    ///
    /// @param factors what lengths along each axis are multiplied with
    /// @return the transform
    /// @throws IllegalArgumentException when one is not greater than 0
    public static Transform scaling(Point factors) {
        require(factors.isFinite() && factors.x() > 0 && factors.y() > 0 && factors.z() > 0,
                "lengths can be multiplied with what is greater than 0, not with " + text(factors));
        return new Transform(new double[] {factors.x(), 0, 0, 0, factors.y(), 0, 0, 0, factors.z()}, unit(),
                new double[SIZE]);
    }

    /// Turns around an axis through the origin, by the right-hand rule.
    ///
    /// @param axis    the direction of the axis, of any length
    /// @param degrees the angle
    /// @return the transform
    /// @throws IllegalArgumentException when the axis has no direction or the angle is not finite
    public static Transform rotation(Point axis, double degrees) {
        double length = Math.sqrt(axis.x() * axis.x() + axis.y() * axis.y() + axis.z() * axis.z());
        require(length > 0 && Double.isFinite(length), text(axis) + " is no direction of an axis");
        require(Double.isFinite(degrees), "nothing can be turned by " + degrees + " degrees");
        double[] u = {axis.x() / length, axis.y() / length, axis.z() / length};
        double c = cosine(degrees);
        double s = sine(degrees);
        double[] matrix = new double[SIZE * SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double across = row == column ? 0 : (column == (row + 1) % SIZE ? -1 : 1) * u[SIZE - row - column];
                matrix[SIZE * row + column] = u[row] * u[column] * (1 - c) + (row == column ? c : 0) + s * across;
            }
        }
        return new Transform(matrix, matrix, new double[SIZE]);
    }

    private static double cosine(double degrees) {
        return sine(degrees + RIGHT_ANGLE);
    }

    private static double sine(double degrees) {
        double rest = degrees % (4 * RIGHT_ANGLE);
        if (rest % RIGHT_ANGLE == 0) {
            return switch ((int) Math.floorMod((long) (rest / RIGHT_ANGLE), 4L)) {
                case 1 -> 1;
                case 3 -> -1;
                default -> 0;
            };
        }
        return Math.sin(Math.toRadians(rest));
    }

    /// Turns around the x axis, then around the y axis, then around the z axis, all of which stay where they are.
    ///
    /// @param x the first angle in degrees
    /// @param y the second one
    /// @param z the third one
    /// @return the transform
    /// @throws IllegalArgumentException when an angle is not finite
    public static Transform euler(double x, double y, double z) {
        return rotation(new Point(1, 0, 0), x).then(rotation(new Point(0, 1, 0), y))
                .then(rotation(new Point(0, 0, 1), z));
    }

    /// Turns, and perhaps mirrors, as a matrix says.
    ///
    /// @param rows the nine numbers row by row; rows are at right angles to one another and have length 1
    /// @return the transform
    /// @throws IllegalArgumentException when they are not
    public static Transform matrix(double... rows) {
        require(rows.length == SIZE * SIZE, "a matrix has nine numbers, not " + rows.length);
        double[] squared = product(rows, transposed(rows));
        double[] wanted = unit();
        for (int i = 0; i < squared.length; i++) {
            require(Math.abs(squared[i] - wanted[i]) <= CLOSE, "the matrix " + Arrays.toString(rows)
                    + " does not only turn: its rows must be at right angles to one another and have length 1");
        }
        return new Transform(rows.clone(), rows.clone(), new double[SIZE]);
    }

    /// Mirrors at a plane.
    ///
    /// @param through any point of the plane
    /// @param normal  a vector of any length at right angles to it
    /// @return the transform
    /// @throws IllegalArgumentException when there is no such plane
    public static Transform mirror(Point through, Point normal) {
        double length = Math.sqrt(normal.x() * normal.x() + normal.y() * normal.y() + normal.z() * normal.z());
        require(through.isFinite() && length > 0 && Double.isFinite(length),
                "no plane goes through " + text(through) + " at right angles to " + text(normal));
        double[] n = {normal.x() / length, normal.y() / length, normal.z() / length};
        double height = n[0] * through.x() + n[1] * through.y() + n[2] * through.z();
        double[] matrix = unit();
        double[] shift = new double[SIZE];
        for (int row = 0; row < SIZE; row++) {
            shift[row] = 2 * height * n[row];
            for (int column = 0; column < SIZE; column++) {
                matrix[SIZE * row + column] -= 2 * n[row] * n[column];
            }
        }
        return new Transform(matrix, matrix, shift);
    }

    private static void require(boolean isFine, String fault) {
        if (!isFine) {
            throw new IllegalArgumentException(fault);
        }
    }

    private static String text(Point point) {
        return point.x() + ", " + point.y() + ", " + point.z();
    }

    /// Moves somewhere else afterwards.
    ///
    /// @param next what is done after this
    /// @return both, one after the other
    public Transform then(Transform next) {
        double[] moved = offset.clone();
        next.movePoint(moved);
        return new Transform(product(next.linear, linear), product(next.turn, turn), moved);
    }

    private static double[] product(double[] left, double[] right) {
        double[] product = new double[SIZE * SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double sum = 0;
                for (int i = 0; i < SIZE; i++) {
                    sum += left[SIZE * row + i] * right[SIZE * i + column];
                }
                product[SIZE * row + column] = sum;
            }
        }
        return product;
    }

    private static double[] transposed(double[] matrix) {
        double[] other = new double[SIZE * SIZE];
        for (int i = 0; i < other.length; i++) {
            other[i] = matrix[SIZE * (i % SIZE) + i / SIZE];
        }
        return other;
    }

    /// Tells whether everything stays where it is.
    public boolean isIdentity() {
        return keepsLengths() && Arrays.equals(offset, new double[SIZE]);
    }

    /// Tells whether lengths and their directions stay what they are: points are at most shifted.
    boolean keepsLengths() {
        return isUnit(linear);
    }

    /// Tells whether directions stay what they are.
    boolean keepsDirections() {
        return isUnit(turn);
    }

    private static boolean isUnit(double[] matrix) {
        double[] wanted = unit();
        for (int i = 0; i < wanted.length; i++) {
            if (matrix[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Tells whether a mesh of some dimensions is turned inside out, as by a mirror.
    boolean turnsInsideOut(int dimension) {
        double[] m = linear;
        return switch (dimension) {
            case 1 -> m[0] < 0;
            case 2 -> m[0] * m[4] - m[1] * m[3] < 0;
            default -> m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                    + m[2] * (m[3] * m[7] - m[4] * m[6]) < 0;
        };
    }

    /// Tells whether a mesh with fewer than three dimensions stays where its coordinates can say.
    boolean staysIn(int dimension) {
        for (int axis = dimension; axis < SIZE; axis++) {
            if (offset[axis] != 0) {
                return false;
            }
        }
        return separates(linear, dimension);
    }

    /// Tells whether vectors with fewer than three components keep the others 0.
    boolean keepsFlat(int components) {
        return separates(turn, components) && separates(linear, components);
    }

    private static boolean separates(double[] matrix, int dimension) {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                if (row < dimension != column < dimension && Math.abs(matrix[SIZE * row + column]) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Moves a point.
    ///
    /// @param point where it is
    /// @return where it is then
    public Point apply(Point point) {
        double[] moved = {point.x(), point.y(), point.z()};
        movePoint(moved);
        return new Point(moved[0], moved[1], moved[2]);
    }

    void movePoint(double[] point) {
        times(linear, point);
        for (int axis = 0; axis < SIZE; axis++) {
            point[axis] += offset[axis];
        }
    }

    /// Changes a difference of two points, such as a displacement.
    void changeLength(double[] vector) {
        times(linear, vector);
    }

    /// Turns a vector that is no length.
    void turnVector(double[] vector) {
        times(turn, vector);
    }

    /// What is multiplied with 0 is left out, so that a coordinate that is no number spoils no other.
    private static void times(double[] m, double[] v) {
        double x = term(m[0], v[0]) + term(m[1], v[1]) + term(m[2], v[2]);
        double y = term(m[3], v[0]) + term(m[4], v[1]) + term(m[5], v[2]);
        double z = term(m[6], v[0]) + term(m[7], v[1]) + term(m[8], v[2]);
        // A 0 that was mirrored is no minus 0.
        v[0] = x + 0.0;
        v[1] = y + 0.0;
        v[2] = z + 0.0;
    }

    private static double term(double factor, double value) {
        return factor == 0 ? 0 : factor * value;
    }

    /// Turns a tensor: nine components row by row.
    void turnTensor(double[] tensor) {
        double[] half = turned(tensor);
        // Of its transpose the rows are the columns that are left to turn; what comes out is transposed as well.
        System.arraycopy(transposed(turned(transposed(half))), 0, tensor, 0, tensor.length);
    }

    /// Returns the tensor whose columns are turned.
    private double[] turned(double[] tensor) {
        double[] turned = new double[SIZE * SIZE];
        for (int column = 0; column < SIZE; column++) {
            double[] vector = {tensor[column], tensor[SIZE + column], tensor[2 * SIZE + column]};
            times(turn, vector);
            for (int row = 0; row < SIZE; row++) {
                turned[SIZE * row + column] = vector[row];
            }
        }
        return turned;
    }

    /// Returns matrix and offset.
    @Override
    public String toString() {
        return Arrays.toString(linear) + " + " + Arrays.toString(offset);
    }
}
