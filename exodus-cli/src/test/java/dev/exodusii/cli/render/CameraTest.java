package dev.exodusii.cli.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.geometry.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From where one looks, and where things are then.
class CameraTest {

    private static final Bounds BOX = new Bounds(new Point(1, 2, 3), new Point(11, 7, 5));

    private static void assertNear(Point expected, Point found) {
        assertEquals(expected.x(), found.x(), 1e-9);
        assertEquals(expected.y(), found.y(), 1e-9);
        assertEquals(expected.z(), found.z(), 1e-9);
    }

    /// Which way the axes of the mesh point in the picture: to the right, up, and to the viewer.
    @ParameterizedTest
    @CsvSource({"FRONT, 1, 0, 0, 0, 1, 0", "BACK, -1, 0, 0, 0, 1, 0", "RIGHT, 0, 0, 1, 0, 1, 0", "LEFT, 0, 0, -1, 0, 1, 0",
        "TOP, 1, 0, 0, 0, 0, 1", "BOTTOM, 1, 0, 0, 0, 0, -1"})
    void namedViewsShowTheAxes(View view, double xRight, double xUp, double xNear, double yRight, double yUp, double yNear) {
        double[] m = view.rotation().matrix();
        assertNear(new Point(xRight, xUp, xNear), new Point(m[0], m[3], m[6]));
        assertNear(new Point(yRight, yUp, yNear), new Point(m[1], m[4], m[7]));
    }

    @Test
    void allAxesAreEquallyLongInIso() {
        double[] m = View.ISO.rotation().matrix();
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(Math.sqrt(2.0 / 3), Math.hypot(m[axis], m[3 + axis]), 1e-12);
            assertTrue(m[6 + axis] > 0, "axis " + axis);
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void whatIsFittedTouchesTheMargins(View view) {
        Margins margins = new Margins(10, 80, 20, 30);
        for (boolean isPerspective : new boolean[] {false, true}) {
            Projection p = Camera.from(view).withPerspective(isPerspective).fit(BOX, 400, 300, margins).on(400, 300);
            double left = 1e9;
            double right = -1e9;
            double top = 1e9;
            double bottom = -1e9;
            for (int i = 0; i < 8; i++) {
                Point corner = p.toPicture(new Point((i & 1) == 0 ? 1 : 11, (i & 2) == 0 ? 2 : 7, (i & 4) == 0 ? 3 : 5));
                left = Math.min(left, corner.x());
                right = Math.max(right, corner.x());
                top = Math.min(top, corner.y());
                bottom = Math.max(bottom, corner.y());
            }
            double slack = isPerspective ? 5 : 1e-6;
            assertTrue(left >= 30 - slack && right <= 320 + slack && top >= 10 - slack && bottom <= 280 + slack,
                    left + " " + right + " " + top + " " + bottom);
            assertTrue(right - left > 290 - 2 * slack || bottom - top > 270 - 2 * slack,
                    left + " " + right + " " + top + " " + bottom);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void raysGoThroughWhatIsInThePixel(boolean isPerspective) {
        Projection p = Camera.from(Rotation.of(33, 21, 5)).withPerspective(isPerspective).fit(BOX, 400, 300).on(400, 300);
        Point point = new Point(4, 6, 4.5);
        Point pixel = p.toPicture(point);
        Ray ray = p.ray(pixel.x(), pixel.y());
        Point d = ray.direction();
        double along = (point.x() - ray.origin().x()) * d.x() + (point.y() - ray.origin().y()) * d.y()
                + (point.z() - ray.origin().z()) * d.z();
        assertTrue(along > 0);
        assertNear(point, new Point(ray.origin().x() + along * d.x(), ray.origin().y() + along * d.y(),
                ray.origin().z() + along * d.z()));
        assertNear(point, p.toSpace(pixel.x(), pixel.y(), pixel.z()));
    }

    @Test
    void zoomingKeepsWhatIsUnderTheMouse() {
        Camera camera = Camera.from(View.ISO).fit(BOX, 400, 300);
        Point before = camera.on(400, 300).toSpace(310, 90, 0);
        Camera larger = camera.zoom(2.5, 310, 90, 400, 300);
        assertNear(before, larger.on(400, 300).toSpace(310, 90, 0));
        assertEquals(camera.height() / 2.5, larger.height(), 1e-12);
    }

    @Test
    void panningMovesWhatIsUnderTheMouseWithIt() {
        Camera camera = Camera.from(View.ISO).fit(BOX, 400, 300);
        assertNear(camera.on(400, 300).toSpace(100, 90, 0), camera.pan(7, -4, 300).on(400, 300).toSpace(107, 86, 0));
    }

    @Test
    void orbitingToTheRightShowsTheLeftSide() {
        double[] m = Camera.from(View.FRONT).orbit(20, 0).rotation().matrix();
        assertTrue(m[6] < 0, "x points away from the viewer");
        assertEquals(1, m[4], 1e-12);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1e-35f, 1e30f})
    void anySizeCanBeFitted(float size) {
        Bounds bounds = Bounds.of(new float[] {0, 0, 0, size, size, size});
        Point middle = Camera.from(View.ISO).fit(bounds, 400, 300).on(400, 300).toPicture(bounds.centre());
        assertEquals(200, middle.x(), 1e-6);
        assertEquals(150, middle.y(), 1e-6);
    }
}
