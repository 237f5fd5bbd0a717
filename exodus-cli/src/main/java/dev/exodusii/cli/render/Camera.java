package dev.exodusii.cli.render;

import dev.exodusii.geometry.Point;

/// From where somebody looks at a mesh, and how much of it is seen.
///
/// Immutable; the methods return changed copies. Sizes of pictures are no part of it: [#on] tells where things are in a
/// picture of some size.
///
/// @param target        what is in the middle of the picture
/// @param rotation      from the space of the mesh into that of the viewer: x to the right, y up, z towards him
/// @param height        how much is seen from the lower to the upper edge of the picture, at the target; in units of the
///                      coordinates, more than 0
/// @param isPerspective whether what is farther away looks smaller; parallel edges look parallel otherwise
/// @param reach         how far the mesh reaches from the target at most: rays begin before that, more than 0
public record Camera(Point target, Rotation rotation, double height, boolean isPerspective, double reach) {

    /// The angle between the lower and the upper edge in perspective.
    static final double FIELD_OF_VIEW = Math.toRadians(30);
    private static final double RADIANS_PER_PIXEL = Math.toRadians(0.4);
    /// Less cannot be told apart with floats.
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST = 1e35;

    /// Makes a camera.
    ///
    /// @throws IllegalArgumentException when a length is not positive and finite
    public Camera {
        if (!(height > 0) || Double.isInfinite(height) || !(reach > 0) || Double.isInfinite(reach)) {
            throw new IllegalArgumentException("a camera sees a height of more than 0, not " + height + ", " + reach);
        }
    }

    /// Returns a camera without perspective that sees a height of 1 round the origin, to be fitted.
    ///
    /// @param rotation from where it looks
    /// @return the camera
    public static Camera from(Rotation rotation) {
        return new Camera(new Point(0, 0, 0), rotation, 1, false, 1);
    }

    /// Returns a camera without perspective that sees a height of 1 round the origin, to be fitted.
    ///
    /// @param view from where it looks
    /// @return the camera
    public static Camera from(View view) {
        return from(view.rotation());
    }

    /// Returns the same with or without perspective.
    ///
    /// @param isWanted whether what is farther away is to look smaller
    /// @return the changed copy
    public Camera withPerspective(boolean isWanted) {
        return new Camera(target, rotation, height, isWanted, reach);
    }

    /// Returns the same from another side.
    ///
    /// @param other from where it looks
    /// @return the changed copy
    public Camera withRotation(Rotation other) {
        return new Camera(target, other, height, isPerspective, reach);
    }

    /// Returns the camera that sees a box from the same side, as large as a picture allows.
    ///
    /// @param bounds the box
    /// @param width  how wide the picture is, in pixels
    /// @param height how high it is, in pixels
    /// @return the changed copy
    public Camera fit(Bounds bounds, int width, int height) {
        return fit(bounds, width, height, Margins.all(Math.min(width, height) / 20));
    }

    /// Returns the camera that sees a box from the same side, as large as the room within margins allows.
    ///
    /// @param bounds  the box
    /// @param width   how wide the picture is, in pixels
    /// @param height  how high it is, in pixels
    /// @param margins how much of the picture stays free; at least a pixel is used in any case
    /// @return the changed copy
    public Camera fit(Bounds bounds, int width, int height, Margins margins) {
        double roomAcross = Math.max(1, width - margins.left() - margins.right());
        double roomUp = Math.max(1, height - margins.top() - margins.bottom());
        Point centre = bounds.centre();
        double size = Math.clamp(bounds.diagonal(), SMALLEST, LARGEST);
        double[] m = rotation.matrix();
        double distance = isPerspective ? 1 / Math.tan(FIELD_OF_VIEW / 2) / 2 : 0;
        double perPixel = 0;
        double left = 0;
        double right = 0;
        double bottom = 0;
        double top = 0;
        // In perspective, how large a corner looks depends on how far away the eye is, and that on the height that is
        // sought: a few rounds settle it.
        for (int round = 0; round < (isPerspective ? 20 : 1); round++) {
            left = Double.MAX_VALUE;
            right = -Double.MAX_VALUE;
            bottom = Double.MAX_VALUE;
            top = -Double.MAX_VALUE;
            double eye = Math.max(perPixel * height, size * 0.6) * distance;
            for (int corner = 0; corner < 8; corner++) {
                double x = ((corner & 1) == 0 ? bounds.low().x() : bounds.high().x()) - centre.x();
                double y = ((corner & 2) == 0 ? bounds.low().y() : bounds.high().y()) - centre.y();
                double z = ((corner & 4) == 0 ? bounds.low().z() : bounds.high().z()) - centre.z();
                double nearer = isPerspective
                        ? eye / Math.max(eye - (m[6] * x + m[7] * y + m[8] * z), eye * 0.1) : 1;
                double across = (m[0] * x + m[1] * y + m[2] * z) * nearer;
                double up = (m[3] * x + m[4] * y + m[5] * z) * nearer;
                left = Math.min(left, across);
                right = Math.max(right, across);
                bottom = Math.min(bottom, up);
                top = Math.max(top, up);
            }
            perPixel = Math.max(Math.max((right - left) / roomAcross, (top - bottom) / roomUp), size * 1e-9);
        }
        if (bounds.diagonal() < SMALLEST) {
            perPixel = 1.0 / height;
            size = 1;
        }
        // What is drawn is not in the middle of its box in perspective, nor is the room in the middle of the picture.
        double shiftAcross = (left + right) / 2 - (margins.left() - margins.right()) / 2.0 * perPixel;
        double shiftUp = (bottom + top) / 2 - (margins.bottom() - margins.top()) / 2.0 * perPixel;
        return new Camera(moved(centre, m, shiftAcross, shiftUp), rotation, perPixel * height, isPerspective, size);
    }

    /// Returns the camera after the mesh was turned with the mouse, about the target.
    ///
    /// @param dx how far the mouse was moved to the right, in pixels
    /// @param dy how far it was moved down, in pixels
    /// @return the changed copy
    public Camera orbit(double dx, double dy) {
        return withRotation(rotation.then(Rotation.about(0, 1, 0, dx * RADIANS_PER_PIXEL))
                .then(Rotation.about(1, 0, 0, dy * RADIANS_PER_PIXEL)));
    }

    /// Returns the camera after the mesh was turned in the plane of the picture.
    ///
    /// @param angle how far, counterclockwise, in radians
    /// @return the changed copy
    public Camera roll(double angle) {
        return withRotation(rotation.then(Rotation.about(0, 0, 1, angle)));
    }

    /// Returns the camera after the mesh was moved with the mouse: what was under it stays there.
    ///
    /// @param dx            how far the mouse was moved to the right, in pixels
    /// @param dy            how far it was moved down, in pixels
    /// @param pictureHeight how high the picture is, in pixels
    /// @return the changed copy
    public Camera pan(double dx, double dy, int pictureHeight) {
        double perPixel = height / pictureHeight;
        return new Camera(moved(target, rotation.matrix(), -dx * perPixel, dy * perPixel), rotation, height, isPerspective,
                reach + Math.hypot(dx, dy) * perPixel);
    }

    /// Returns the camera that sees things larger; what is at some place of the picture stays there.
    ///
    /// @param factor        how much larger, such as 1.1
    /// @param x             the place: pixels from the left edge
    /// @param y             pixels from the upper edge
    /// @param pictureWidth  how wide the picture is, in pixels
    /// @param pictureHeight how high it is, in pixels
    /// @return the changed copy
    public Camera zoom(double factor, double x, double y, int pictureWidth, int pictureHeight) {
        double changed = Math.clamp(height / factor, reach * 1e-6, reach * 1e4);
        double perPixel = (height - changed) / pictureHeight;
        return new Camera(moved(target, rotation.matrix(), (x - pictureWidth / 2.0) * perPixel,
                (pictureHeight / 2.0 - y) * perPixel), rotation, changed, isPerspective, reach);
    }

    /// Returns the camera that sees things larger, about the middle of the picture.
    ///
    /// @param factor how much larger
    /// @return the changed copy
    public Camera zoom(double factor) {
        return zoom(factor, 0.5, 0.5, 1, 1);
    }

    /// Returns where things are in a picture of some size.
    ///
    /// @param pictureWidth  how wide it is, in pixels
    /// @param pictureHeight how high it is, in pixels
    /// @return the projection
    public Projection on(int pictureWidth, int pictureHeight) {
        return new Projection(this, pictureWidth, pictureHeight);
    }

    private static Point moved(Point from, double[] m, double across, double up) {
        return new Point(from.x() + m[0] * across + m[3] * up, from.y() + m[1] * across + m[4] * up,
                from.z() + m[2] * across + m[5] * up);
    }
}
