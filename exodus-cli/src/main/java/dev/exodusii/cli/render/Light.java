package dev.exodusii.cli.render;

/// A light beside the head of the viewer: a little to the left and above, so that the three sides of a box that are seen at
/// once differ.
final class Light {

    static final int FULL = 256;

    private static final double AROUND = 0.6;
    private static final double FROM_LEFT = -0.35;
    private static final double FROM_ABOVE = 0.5;
    private static final double LENGTH = Math.sqrt(FROM_LEFT * FROM_LEFT + FROM_ABOVE * FROM_ABOVE + 1);

    private final double x;
    private final double y;
    private final double z;
    private final boolean isPerspective;
    private final double eyeX;
    private final double eyeY;
    private final double eyeZ;

    Light(Projection projection) {
        double[] m = projection.m;
        x = (FROM_LEFT * m[0] + FROM_ABOVE * m[3] + m[6]) / LENGTH;
        y = (FROM_LEFT * m[1] + FROM_ABOVE * m[4] + m[7]) / LENGTH;
        z = (FROM_LEFT * m[2] + FROM_ABOVE * m[5] + m[8]) / LENGTH;
        isPerspective = projection.isPerspective();
        double back = isPerspective ? projection.distance : 1;
        eyeX = m[6] * back + (isPerspective ? projection.targetX : 0);
        eyeY = m[7] * back + (isPerspective ? projection.targetY : 0);
        eyeZ = m[8] * back + (isPerspective ? projection.targetZ : 0);
    }

    /// Tells which side of a plane through a point is seen.
    ///
    /// @return 1 where the normal points to the viewer, otherwise -1
    double side(double nx, double ny, double nz, double px, double py, double pz) {
        double facing = isPerspective ? nx * (eyeX - px) + ny * (eyeY - py) + nz * (eyeZ - pz)
                : nx * eyeX + ny * eyeY + nz * eyeZ;
        return facing < 0 ? -1 : 1;
    }

    /// How light a place is, 0 to [#FULL].
    int at(double nx, double ny, double nz, double side) {
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        double towards = length > 0 ? side * (nx * x + ny * y + nz * z) / length : 1;
        return of(towards);
    }

    /// How light a place of a ball or bar is, by its normal in the viewer's space.
    static int seen(double across, double up, double nearer) {
        return of((FROM_LEFT * across + FROM_ABOVE * up + nearer) / LENGTH);
    }

    private static int of(double towards) {
        return (int) ((AROUND + (1 - AROUND) * Math.max(0, towards)) * FULL);
    }
}
