package dev.exodusii.cli.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.geometry.Point;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.Primitive;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is in the pixels of a picture. A camera in front sees 100 units of length as 100 pixels, its middle at the origin.
class RendererTest {

    private static final int SIZE = 100;
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;
    private static final Camera FRONT = new Camera(new Point(0, 0, 0), Rotation.NONE, SIZE, false, SIZE);
    private static final ColourScale GREYS = new ColourScale(ColourMap.GREY, 0, 100);

    private static Frame draw(Camera camera, int samples, Part... parts) {
        return draw(Workers.callingThread(), camera, samples, new Scene(List.of(parts), GREYS, Scene.WHITE));
    }

    private static Frame draw(Workers workers, Camera camera, int samples, Scene scene) {
        Frame frame = new Frame(SIZE, SIZE);
        new Renderer(workers).render(scene, camera, frame, samples);
        return frame;
    }

    private static float[] square(double half, double z) {
        float h = (float) half;
        return new float[] {-h, -h, (float) z, h, -h, (float) z, h, h, (float) z, -h, h, (float) z};
    }

    private static Part squareOf(double half, double z, Colouring colouring) {
        return Part.of(square(half, z), Faces.flat(new int[] {0, 1, 2, 0, 2, 3}, colouring));
    }

    private static long covered(Frame frame) {
        return Arrays.stream(frame.ids()).filter(id -> id != Frame.NOTHING).count();
    }

    private static int hue(int pixel) {
        int red = pixel >> 16 & 255;
        int blue = pixel & 255;
        return red > 2 * blue ? RED : blue > 2 * red ? BLUE : 0;
    }

    @Test
    void aSquareCoversAsManyPixelsAsItsArea() {
        assertEquals(40 * 40, covered(draw(FRONT, 1, squareOf(20, 0, Colouring.solid(RED)))));
    }

    @Test
    void aSquareIsWhereTheCameraSeesIt() {
        Frame frame = draw(FRONT, 1, squareOf(20, 0, Colouring.solid(RED)));
        assertEquals(Frame.NOTHING, frame.idAt(29, 50));
        assertEquals(1, frame.idAt(30, 50));
        assertEquals(0, frame.idAt(69, 50));
        assertEquals(Frame.NOTHING, frame.idAt(70, 50));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.7, 1.3, 2.2})
    void trianglesRoundANodeCoverEachPixelOnce(double turned) {
        // As many pixels as its triangles cover one by one: no crack, no pixel drawn twice.
        int spokes = 7;
        float[] positions = new float[3 * (spokes + 1)];
        int[] triangles = new int[3 * spokes];
        for (int i = 0; i < spokes; i++) {
            positions[3 * i + 3] = (float) (41.3 * Math.cos(turned + 2 * Math.PI * i / spokes));
            positions[3 * i + 4] = (float) (38.7 * Math.sin(turned + 2 * Math.PI * i / spokes));
            triangles[3 * i + 1] = i + 1;
            triangles[3 * i + 2] = (i + 1) % spokes + 1;
        }
        long apart = 0;
        for (int i = 0; i < spokes; i++) {
            apart += covered(draw(FRONT, 1, Part.of(positions, Faces.flat(Arrays.copyOfRange(triangles, 3 * i, 3 * i + 3),
                    Colouring.solid(RED)))));
        }
        assertEquals(apart, covered(draw(FRONT, 1, Part.of(positions, Faces.flat(triangles, Colouring.solid(RED))))));
    }

    @Test
    void whatIsNearerHidesWhatIsBehind() {
        Part behind = squareOf(20, -5, Colouring.solid(RED));
        Part before = squareOf(20, 5, Colouring.solid(BLUE));
        assertEquals(BLUE, hue(draw(FRONT, 1, before, behind).pixels()[50 * SIZE + 50]));
        assertEquals(BLUE, hue(draw(FRONT, 1, behind, before).pixels()[50 * SIZE + 50]));
        Camera back = FRONT.withRotation(View.BACK.rotation());
        assertEquals(RED, hue(draw(back, 1, before, behind).pixels()[50 * SIZE + 50]));
    }

    @Test
    void facesLookTheSameFromBothSides() {
        Frame front = draw(FRONT, 1, squareOf(20, 0, Colouring.solid(RED)));
        Frame back = draw(FRONT.withRotation(View.BACK.rotation()), 1, squareOf(20, 0, Colouring.solid(RED)));
        assertEquals(front.pixels()[50 * SIZE + 50], back.pixels()[50 * SIZE + 50]);
    }

    @Test
    void eachPixelHasTheColourOfItsOwnValue() {
        // Values are the distance from the left edge of the square, 0 to 100.
        Frame frame = draw(FRONT, 1, squareOf(50, 0, Colouring.ofNodes(new float[] {0, 100, 100, 0})));
        int shade = Light.seen(0, 0, 1);
        for (int x = 0; x < SIZE; x++) {
            assertEquals(0xff000000 | Painter.shaded(GREYS.colour(x + 0.5), shade), frame.pixels()[37 * SIZE + x], "column " + x);
        }
    }

    @Test
    void trianglesWithoutAValueAreGrey() {
        Frame frame = draw(FRONT, 1, squareOf(20, 0, Colouring.ofNodes(new float[] {0, Float.NaN, 0, 0})));
        assertEquals(0xff000000 | Painter.shaded(ColourScale.NO_VALUE, Light.seen(0, 0, 1)), frame.pixels()[60 * SIZE + 60]);
        assertEquals(0xff000000 | Painter.shaded(GREYS.colour(0), Light.seen(0, 0, 1)), frame.pixels()[40 * SIZE + 40]);
    }

    @Test
    void edgesOfAFaceAreSeenAndThoseBehindItAreNot() {
        Lines diagonal = Lines.edges(new int[] {0, 2}, 0x00ff00);
        Part face = Part.of(square(20, 0), Faces.flat(new int[] {0, 1, 2, 0, 2, 3}, Colouring.solid(RED)), diagonal);
        assertEquals(0xff00ff00, draw(FRONT, 1, face).pixels()[50 * SIZE + 49]);
        Part cover = squareOf(30, 5, Colouring.solid(BLUE));
        assertEquals(BLUE, hue(draw(FRONT, 1, face, cover).pixels()[50 * SIZE + 49]));
    }

    @Test
    void edgesDoNotHideFacesFromPicking() {
        Part face = Part.of(square(20, 0), Faces.flat(new int[] {0, 1, 2, 0, 2, 3}, Colouring.solid(RED)),
                Lines.edges(new int[] {0, 2}, 0));
        assertTrue(draw(FRONT, 1, face).idAt(49, 50) >= 0);
    }

    @Test
    void idsTellWhichPrimitiveIsSeen() {
        Part ball = new Part(new float[] {0, 0, 30}, List.of(), List.of(),
                List.of(Points.of(new int[] {0}, Colouring.solid(BLUE), 5)), 0);
        Scene scene = new Scene(List.of(squareOf(20, 0, Colouring.solid(RED)), ball), GREYS, Scene.WHITE);
        Frame frame = draw(Workers.callingThread(), FRONT, 1, scene);
        assertEquals(Optional.of(new Scene.Hit(1, Primitive.POINT, 0, 0)), scene.hit(frame.idAt(50, 50)));
        assertEquals(Optional.of(new Scene.Hit(0, Primitive.TRIANGLE, 0, 1)), scene.hit(frame.idAt(35, 35)));
        assertEquals(Optional.empty(), scene.hit(frame.idAt(5, 5)));
    }

    @Test
    void aBallOfKnownRadiusHasTheSizeOfADisc() {
        Part ball = new Part(new float[] {0, 0, 0}, List.of(), List.of(),
                List.of(new Points(new int[] {0}, Colouring.solid(BLUE), new float[] {30}, 1)), 0);
        assertEquals(Math.PI * 30 * 30, covered(draw(FRONT, 1, ball)), 40);
    }

    @Test
    void picturesDoNotDependOnTheNumberOfThreads() {
        Random random = new Random(471);
        float[] positions = new float[3 * 300];
        float[] values = new float[300];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = random.nextFloat(-60, 60);
            values[i / 3] = random.nextFloat(0, 100);
        }
        int[] triangles = random.ints(3 * 20_000, 0, 300).toArray();
        Scene scene = new Scene(List.of(Part.of(positions, Faces.flat(triangles, Colouring.ofNodes(values)),
                Lines.edges(random.ints(400, 0, 300).toArray(), 0))), GREYS, Scene.WHITE);
        assertArrayEquals(draw(Workers.callingThread(), FRONT, 2, scene).pixels(),
                draw(Workers.of(ForkJoinPool.commonPool(), 4), FRONT, 2, scene).pixels());
    }

    @Test
    void aPixelThatIsHalfCoveredIsHalfTransparent() {
        Scene scene = new Scene(List.of(squareOf(20.25, 0, Colouring.solid(RED))), GREYS, Scene.TRANSPARENT);
        Frame frame = draw(Workers.callingThread(), FRONT, 2, scene);
        assertEquals(0, frame.pixels()[50 * SIZE + 20]);
        assertEquals(127, frame.pixels()[50 * SIZE + 29] >>> 24, 1);
        assertEquals(255, frame.pixels()[50 * SIZE + 50] >>> 24);
    }

    @Test
    void nodesThatAreNowhereTakeOnlyTheirTrianglesWithThem() {
        float[] positions = square(20, 0);
        positions[9] = Float.NaN;
        assertEquals(800, covered(draw(FRONT, 1, Part.of(positions,
                Faces.flat(new int[] {0, 1, 2, 0, 2, 3}, Colouring.solid(RED))))), 40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsFarLargerThanThePictureFillsIt(boolean isPerspective) {
        Frame frame = draw(FRONT.withPerspective(isPerspective), 1,
                squareOf(1e9, 0, Colouring.ofNodes(new float[] {7, 7, 7, 7})));
        assertEquals(SIZE * SIZE, covered(frame));
        assertEquals(1, Arrays.stream(frame.pixels()).distinct().count());
    }

    @Test
    void whatIsBehindTheEyeIsNotSeen() {
        // The eye is 187 units before the target.
        assertEquals(0, covered(draw(FRONT.withPerspective(true), 1, squareOf(20, 300, Colouring.solid(RED)))));
        float[] through = {-500, -10, 300, 500, -10, 300, 0, -10, -1000};
        assertNotEquals(0, covered(draw(FRONT.withPerspective(true), 1,
                Part.of(through, Faces.flat(new int[] {0, 1, 2}, Colouring.solid(RED))))));
    }

    @Test
    void perspectiveDrawsNearThingsLarger() {
        Camera camera = FRONT.withPerspective(true);
        long near = covered(draw(camera, 1, squareOf(10, 50, Colouring.solid(RED))));
        long far = covered(draw(camera, 1, squareOf(10, -50, Colouring.solid(RED))));
        assertTrue(near > 2 * far, () -> near + " and " + far);
    }

    @Test
    void nodesThatAreNotThereAreAFault() {
        Part part = Part.of(square(20, 0), Faces.flat(new int[] {0, 1, 4}, Colouring.solid(RED)));
        assertThrows(IndexOutOfBoundsException.class, () -> draw(FRONT, 1, part));
    }

    @Test
    void tooFewValuesAreAFault() {
        Faces faces = Faces.flat(new int[] {0, 1, 2}, Colouring.ofNodes(new float[3]));
        assertThrows(IllegalArgumentException.class, () -> Part.of(square(20, 0), faces));
    }
}
