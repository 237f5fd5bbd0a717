package dev.exodusii.cli.view;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.plot.Picture;
import dev.exodusii.cli.render.ColourMap;
import dev.exodusii.geometry.Point;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.RangeFile;
import dev.exodusii.mmap.RangeFile.GrownFile;
import dev.exodusii.mmap.RangeFile.Outcome;
import dev.exodusii.mmap.WatchOptions;
import dev.exodusii.netcdf.RecordCount;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a viewer does, without its window.
class ModelTest {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int BACKGROUND = 0xfff4f5f7;

    @TempDir
    private Path folder;
    private Path path;
    private ExodusFile file;
    private Model model;
    private ExecutorService userInterface;

    @BeforeEach
    void open() throws IOException {
        path = Files.copy(Path.of(System.getProperty("exodus.testdata"), "plate.e"), folder.resolve("plate.e"));
        file = Exodus.open(path);
        userInterface = Executors.newSingleThreadExecutor();
        model = new Model(path, RecordCount.FROM_HEADER, userInterface, () -> {});
        act(() -> {
            model.resize(WIDTH, HEIGHT);
            model.load(file);
        });
    }

    @AfterEach
    void close() throws InterruptedException {
        act(model::close);
        assertTrue(model.awaitEnd(PATIENCE_MILLIS));
        userInterface.shutdown();
        assertFalse(file.isOpen());
    }

    private void act(Runnable action) {
        ask(() -> {
            action.run();
            return "";
        });
    }

    private <T> T ask(Callable<T> question) {
        try {
            return userInterface.submit(question).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Shown await(Predicate<Shown> condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            Optional<Shown> shown = ask(model::shown).filter(condition);
            if (shown.isPresent()) {
                return shown.get();
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("no such picture: " + ask(model::message));
    }

    private static int background(Shown shown) {
        return shown.image().getRGB(0, 0);
    }

    private static long meshPixels(Shown shown) {
        return Arrays.stream(shown.image().getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
                .filter(pixel -> pixel != background(shown)).count();
    }

    @Test
    void firstPictureShowsTheMeshInColoursOfItsFirstVariable() {
        Shown shown = await(_ -> true);
        assertAll(() -> assertTrue(meshPixels(shown) > WIDTH * HEIGHT / 20, () -> meshPixels(shown) + " pixels"),
                () -> assertTrue(shown.scale().isPresent()),
                () -> assertEquals(WIDTH, shown.image().getWidth()));
    }

    @Test
    void stepsGoRoundAndTellTheirTime() {
        await(_ -> true);
        act(() -> model.step(-1));
        long last = ask(() -> model.facts().orElseThrow().steps()) - 1;
        Shown shown = await(it -> it.choice().step() == last);
        assertEquals(file.times().time(last), shown.time());
    }

    @Test
    void hiddenBlocksAreNotDrawn() {
        await(_ -> true);
        act(() -> model.change(old -> old.showing(model.facts().orElseThrow().blocks(), false)));
        assertEquals(0, meshPixels(await(it -> !it.choice().hidden().isEmpty())));
    }

    @Test
    void clickTellsElementAndHistory() {
        await(_ -> true);
        act(() -> model.pick(WIDTH / 2, HEIGHT / 2));
        await(_ -> !model.picked().status().isEmpty());
        Picked picked = ask(model::picked);
        assertAll(() -> assertTrue(picked.status().matches("element \\d+ of block .*, node \\d+, disp magnitude = \\S+"), picked::status),
                () -> assertTrue(picked.history().isPresent()));
    }

    @Test
    void whatWasClickedOnIsToldOfAtTheStepThatIsShown() {
        await(_ -> true);
        act(() -> model.pick(WIDTH / 2, HEIGHT / 2));
        awaitPicked("at step 0");
        Optional<Picture> history = ask(() -> model.picked().history());
        act(() -> model.step(2));
        awaitPicked("at step 2");

        assertEquals(history, ask(() -> model.picked().history()));
    }

    private void awaitPicked(String line) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end && ask(() -> model.picked().lines()).stream().noneMatch(it -> it.startsWith(line))) {
            Thread.onSpinWait();
        }
        assertTrue(ask(() -> model.picked().lines()).stream().anyMatch(it -> it.startsWith(line)));
    }

    @Test
    void clickBesideTheMeshTellsNothing() {
        await(_ -> true);
        act(() -> model.pick(0, 0));
        await(_ -> !model.picked().status().isEmpty());
        assertEquals(Picked.NOTHING, ask(model::picked));
    }

    @Test
    void rangeOfAllStepsHoldsThatOfEach() {
        Shown one = await(_ -> true);
        act(() -> model.change(old -> old.ranged(RangeRule.ALL_STEPS)));
        Shown all = await(it -> it.choice().range().kind() == RangeRule.Kind.ALL && it.note().isEmpty());
        assertAll(() -> assertTrue(all.scale().orElseThrow().low() <= one.scale().orElseThrow().low()),
                () -> assertTrue(all.scale().orElseThrow().high() > one.scale().orElseThrow().high()));
    }

    @Test
    void rangesAreKeptWhereTheUserSaysAndUsedAgain() throws IOException, InterruptedException {
        Path kept = folder.resolve("kept.ranges");
        Shown first = shownWithAllSteps(kept);
        assertTrue(Files.exists(kept));
        byte[] written = Files.readAllBytes(kept);
        Shown second = shownWithAllSteps(kept);
        try (ExodusFile again = Exodus.open(path)) {
            Ranges ranges = Ranges.of(again);

            assertAll(() -> assertEquals(Outcome.LOADED, RangeFile.load(ranges, path, kept, GrownFile.FORGET_ALL)),
                    () -> assertTrue(ranges.knownOverall(first.choice().colour().orElseThrow()).isPresent()),
                    () -> assertEquals(first.scale(), second.scale()),
                    () -> assertArrayEquals(written, Files.readAllBytes(kept)));
        }
    }

    @Test
    void fileThatHoldsNoRangesIsLeftAlone() throws IOException, InterruptedException {
        byte[] before = Files.readAllBytes(path);
        Shown shown = shownWithAllSteps(path);

        assertAll(() -> assertTrue(shown.note().isEmpty()), () -> assertArrayEquals(before, Files.readAllBytes(path)));
    }

    @Test
    void nothingIsWrittenUnasked() throws IOException {
        await(_ -> true);
        act(() -> model.change(old -> old.ranged(RangeRule.ALL_STEPS)));
        await(it -> it.choice().range().kind() == RangeRule.Kind.ALL && it.note().isEmpty());
        try (Stream<Path> there = Files.list(folder)) {
            assertEquals(List.of(path), there.toList());
        }
    }

    /// Another viewer of the same file is opened, shows the range of all steps, and is closed.
    private Shown shownWithAllSteps(Path kept) throws IOException, InterruptedException {
        Model other = new Model(path, RecordCount.FROM_HEADER, userInterface, () -> {}, WatchOptions.standard(),
                KeptRanges.in(Optional.of(kept)));
        try {
            ExodusFile opened = Exodus.open(path);
            act(() -> {
                other.resize(WIDTH, HEIGHT);
                other.load(opened);
            });
            awaitShown(other, _ -> true);
            act(() -> other.change(old -> old.ranged(RangeRule.ALL_STEPS)));
            return awaitShown(other, it -> it.choice().range().kind() == RangeRule.Kind.ALL && it.note().isEmpty()
                    && Files.exists(kept));
        } finally {
            act(other::close);
            other.awaitEnd(PATIENCE_MILLIS);
        }
    }

    @Test
    void otherColoursStandForTheSameValues() {
        Shown viridis = await(_ -> true);
        act(() -> model.change(old -> old.coloured(ColourMap.COOLWARM)));
        Shown coolwarm = await(it -> it.choice().colours().equals(ColourMap.COOLWARM));
        assertAll(() -> assertEquals(meshPixels(viridis), meshPixels(coolwarm)),
                () -> assertEquals(viridis.scale().orElseThrow().high(), coolwarm.scale().orElseThrow().high()),
                () -> assertNotEquals(viridis.image().getRGB(WIDTH / 2, HEIGHT / 2),
                        coolwarm.image().getRGB(WIDTH / 2, HEIGHT / 2)));
    }

    @Test
    void deformationMovesTheMesh() {
        Shown plain = await(_ -> true);
        act(() -> model.change(old -> old.deformed(model.facts().orElseThrow().moves().stream().findFirst().map(Facts.Move::vector),
                200).at(1)));
        assertNotEquals(meshPixels(plain), meshPixels(await(it -> it.choice().move().isPresent())));
    }

    @Test
    void fitShowsAllOfADeformedMesh() {
        await(_ -> true);
        act(() -> model.change(old -> old.deformed(model.facts().orElseThrow().moves().stream().findFirst().map(Facts.Move::vector),
                5000).at(4)));
        Shown before = await(it -> it.choice().move().isPresent());
        act(model::fit);
        Shown fitted = await(it -> !it.choice().camera().equals(before.choice().camera()));
        assertAll(() -> assertTrue(edgePixels(before) > 0, "it was larger than the picture"),
                () -> assertEquals(0, edgePixels(fitted)));
    }

    @Test
    void aMeshThatFillsTheWindowDoesSoInALargerOne() {
        long before = meshPixels(await(_ -> true));
        act(() -> model.resize(6, 4));
        await(it -> it.image().getWidth() == 6);
        act(() -> model.resize(WIDTH, HEIGHT));

        assertEquals(before, meshPixels(await(it -> it.image().getWidth() == WIDTH)));
    }

    private static long edgePixels(Shown shown) {
        return IntStream.range(0, WIDTH * HEIGHT)
                .filter(i -> i % WIDTH == 0 || i % WIDTH == WIDTH - 1 || i / WIDTH == 0 || i / WIDTH == HEIGHT - 1)
                .filter(i -> shown.image().getRGB(i % WIDTH, i / WIDTH) != BACKGROUND).count();
    }

    /// The number of records stands in the header of a classic netCDF file, behind the four letters that it begins with.
    @Test
    void fileThatGrowsIsFollowed() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        ByteBuffer header = ByteBuffer.wrap(whole.clone());
        header.putInt(4, header.getInt(4) - 2);
        Path growing = Files.write(folder.resolve("growing.e"), header.array());
        Model other = new Model(growing, RecordCount.FROM_HEADER, userInterface, () -> {});
        ExodusFile before = Exodus.open(growing);
        act(() -> {
            other.resize(WIDTH, HEIGHT);
            other.load(before);
        });
        try {
            awaitSteps(other, file.times().steps() - 2);
            act(() -> other.change(old -> old.at(1)));
            // In place, as a writer does it.
            Files.write(growing, whole, java.nio.file.StandardOpenOption.WRITE);
            Files.setLastModifiedTime(growing, java.nio.file.attribute.FileTime.fromMillis(1_000));
            awaitSteps(other, file.times().steps());
            assertEquals(1, ask(() -> other.choice().orElseThrow().step()));
            assertFalse(before.isOpen());
        } finally {
            act(other::close);
        }
    }

    /// Writers without a buffer count a step before they write its values.
    @Test
    void stepThatIsBeingWrittenIsReadAgainUntilItIsComplete() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        byte[] begun = whole.clone();
        // The last of all steps is at the end.
        Arrays.fill(begun, whole.length - 1512, whole.length, (byte) 0);
        Path growing = Files.write(folder.resolve("growing.e"), begun);
        Model other = new Model(growing, RecordCount.FROM_HEADER, userInterface, () -> {},
                WatchOptions.standard().quietFor(Duration.ofSeconds(1)), KeptRanges.nowhere());
        act(() -> {
            other.resize(WIDTH, HEIGHT);
            other.load(open(growing));
        });
        try {
            long last = file.times().steps() - 1;
            awaitShown(other, it -> true);
            act(() -> other.change(old -> old.at(last)));
            Shown unfinished = awaitShown(other, it -> it.choice().step() == last && !it.isSettled());
            Files.write(growing, whole, java.nio.file.StandardOpenOption.WRITE);
            Shown complete = awaitShown(other, it -> it.choice().step() == last && it.isSettled());

            assertEquals(0, unfinished.scale().orElseThrow().high());
            assertTrue(complete.scale().orElseThrow().high() > 0);
        } finally {
            act(other::close);
        }
    }

    private static ExodusFile open(Path path) {
        try {
            return Exodus.open(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Shown awaitShown(Model of, Predicate<Shown> condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        Optional<Shown> shown = Optional.empty();
        while (shown.isEmpty() && System.currentTimeMillis() < end) {
            act(of::glance);
            shown = ask(of::shown).filter(condition);
        }
        return shown.orElseThrow();
    }

    @Test
    void anotherFileThatTookTheNameIsShown() throws IOException {
        Path replaced = Files.copy(path, folder.resolve("replaced.e"));
        Model other = new Model(replaced, RecordCount.FROM_HEADER, userInterface, () -> {});
        ExodusFile before = Exodus.open(replaced);
        act(() -> {
            other.resize(WIDTH, HEIGHT);
            other.load(before);
        });
        try {
            awaitSteps(other, file.times().steps());
            Path next = Files.copy(Path.of(System.getProperty("exodus.testdata"), "plate-float.e"), folder.resolve("next.e"));
            Files.move(next, replaced, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            long end = System.currentTimeMillis() + PATIENCE_MILLIS;
            while (System.currentTimeMillis() < end && before.isOpen()) {
                act(other::glance);
            }
            assertFalse(before.isOpen());
        } finally {
            act(other::close);
        }
    }

    private void awaitSteps(Model of, long steps) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end && ask(of::facts).filter(it -> it.steps() == steps).isEmpty()) {
            act(of::glance);
        }
        assertEquals(steps, ask(() -> of.facts().orElseThrow().steps()));
    }

    /// The camera was fitted to what was seen at that moment: to nothing.
    @Test
    void otherSizeOfTheWindowShowsTheSamePartOfTheMesh() {
        long before = meshPixels(await(_ -> true));
        act(() -> model.change(old -> old.showing(model.facts().orElseThrow().blocks(), false)));
        await(it -> !it.choice().hidden().isEmpty());
        act(() -> model.resize(WIDTH, HEIGHT + 2));
        await(it -> it.choice().height() == HEIGHT + 2);
        act(() -> model.change(old -> old.showing(model.facts().orElseThrow().blocks(), true)));
        assertEquals(before, meshPixels(await(it -> it.choice().hidden().isEmpty() && it.choice().height() > HEIGHT)),
                before / 20.0);
    }

    @Test
    void fitShowsAllWhereAllIsHidden() {
        long before = meshPixels(await(_ -> true));
        act(() -> model.change(old -> old.showing(model.facts().orElseThrow().blocks(), false)));
        await(it -> !it.choice().hidden().isEmpty());
        act(model::fit);
        act(() -> model.change(old -> old.showing(model.facts().orElseThrow().blocks(), true)));
        assertEquals(before, meshPixels(await(it -> it.choice().hidden().isEmpty())), before / 20.0);
    }

    /// A detailed picture that was asked for while the file was loaded again waited behind the frame of what was chosen
    /// since, and took its place for good.
    @Test
    void detailedPictureOfAnOlderChoiceDoesNotStay() throws InterruptedException {
        Shown coarse = await(it -> !it.isFine());
        Thread.sleep(300);
        act(() -> {
            assertEquals(Optional.of(coarse), model.shown());
            model.reload();
            model.rest();
            model.change(old -> old.showing(model.facts().orElseThrow().blocks(), false));
        });
        await(it -> !it.choice().hidden().isEmpty());
        Path behindAllPictures = folder.resolve("saved.png");
        act(() -> model.save(behindAllPictures));
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end && !ask(model::message).startsWith("saved")) {
            Thread.onSpinWait();
        }
        assertFalse(ask(() -> model.shown().orElseThrow().choice().hidden()).isEmpty());
    }

    @Test
    void closingAtOnceEndsEverything() throws InterruptedException {
        act(model::close);
        assertTrue(model.awaitEnd(PATIENCE_MILLIS));
        assertFalse(file.isOpen());
    }

    @Test
    void eventThreadMayNotRead() throws InterruptedException {
        InvocationTargetException refused = assertThrows(InvocationTargetException.class,
                () -> SwingUtilities.invokeAndWait(Background::requireNotEventThread));
        assertEquals(IllegalStateException.class, refused.getCause().getClass());
    }

    /// A square of 4 elements with a value at each node, at two steps; the last value of the second one is infinite.
    private Path square() throws IOException {
        Path square = folder.resolve("square.e");
        try (ExodusWriter writer = Exodus.create(square, ExodusDefinition.builder().dimension(2).nodes(9).nodeIds()
                .elementBlock(1, "QUAD4", 4).nodeSet(7, 1, set -> set.withName("middle")).nodalVariables("heat").build())) {
            writer.coordinates().put(new double[] {0, 1, 2, 0, 1, 2, 0, 1, 2}, new double[] {0, 0, 0, 1, 1, 1, 2, 2, 2});
            writer.nodeIds().put(11, 12, 13, 14, 15, 16, 17, 18, 19);
            writer.elementBlock(1).nodeIndexes().put(0, 1, 4, 3, 1, 2, 5, 4, 3, 4, 7, 6, 4, 5, 8, 7);
            writer.nodeSet(7).entries().put(5);
            writer.putTimes(0, 0, 1);
            writer.nodal("heat").step(0).put(-1, 2, 3, 4, 4.5, 6, 7, 8, 9);
            writer.nodal("heat").step(1).put(1, 2, 3, 4, 5, 6, 7, 8, Double.POSITIVE_INFINITY);
            writer.announce(2);
        }
        return square;
    }

    /// Shows the square in a viewer of its own.
    private void withSquare(Consumer<Model> action) throws IOException {
        Path square = square();
        Model other = new Model(square, RecordCount.FROM_HEADER, userInterface, () -> {});
        act(() -> {
            other.resize(WIDTH, HEIGHT);
            other.load(open(square));
        });
        try {
            awaitShown(other, _ -> true);
            action.accept(other);
        } finally {
            act(other::close);
        }
    }

    @Test
    void infiniteValuesLeaveTheOthersTheirColours() throws IOException {
        withSquare(other -> {
            act(() -> other.change(old -> old.at(1)));
            Shown one = awaitShown(other, it -> it.choice().step() == 1);
            act(() -> other.change(old -> old.ranged(RangeRule.ALL_STEPS)));
            Shown all = awaitShown(other, it -> it.choice().range().kind() == RangeRule.Kind.ALL
                    && it.scale().orElseThrow().low() == -1);

            assertAll(() -> assertEquals(1, one.scale().orElseThrow().low()),
                    () -> assertEquals(8, one.scale().orElseThrow().high()),
                    () -> assertEquals(-1, all.scale().orElseThrow().low()),
                    () -> assertEquals(9, all.scale().orElseThrow().high()));
        });
    }

    @Test
    void clickOnADotTellsItsNode() throws IOException {
        withSquare(other -> {
            Facts.Part set = ask(() -> other.facts().orElseThrow().sets().getFirst());
            act(() -> other.change(old -> old.showing(List.of(set), true)));
            awaitShown(other, it -> it.choice().sets().contains(set));
            int[] middle = middle(other);
            act(() -> other.pick(middle[0], middle[1]));
            awaitStatus(other, "node 15 of node set 7 'middle', heat = 4.5");
            act(() -> other.change(old -> old.at(1)));
            awaitStatus(other, "node 15 of node set 7 'middle', heat = 5");
            assertTrue(ask(() -> other.picked().history()).isPresent());
        });
    }

    /// Where the middle of the square is in the picture.
    private int[] middle(Model of) {
        Shown shown = ask(() -> of.shown().orElseThrow());
        Point there = shown.choice().camera().on(WIDTH, HEIGHT)
                .toPicture(new Point(1, 1, 0));
        return new int[] {(int) there.x(), (int) there.y()};
    }

    private void awaitStatus(Model of, String status) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS / 6;
        while (System.currentTimeMillis() < end && !ask(() -> of.picked().status()).equals(status)) {
            Thread.onSpinWait();
        }
        assertEquals(status, ask(() -> of.picked().status()));
    }
}
