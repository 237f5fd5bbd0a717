package dev.exodusii.cli.view;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.render.Bounds;
import dev.exodusii.cli.render.Annotations;
import dev.exodusii.cli.render.Camera;
import dev.exodusii.cli.render.ColourMap;
import dev.exodusii.cli.render.Margins;
import dev.exodusii.cli.render.View;
import dev.exodusii.cli.view.Background.Lane;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.WatchOptions;
import dev.exodusii.netcdf.RecordCount;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// What a viewer shows and does, without a window.
///
/// Its methods are called by one thread, that of the user interface; none of them reads a file or waits. What takes time
/// is done by another thread, whose results come back through the executor.
final class Model implements AutoCloseable {

    private static final long GLANCE_MILLIS = 1000;
    private static final long REST_NANOS = 200_000_000;

    /// Is told, by the thread of the user interface, of all that happens.
    interface Listener {

        /// There is something new to look at: a mesh, a picture, something picked, a message.
        void changed();
    }

    private final Path path;
    private final RecordCount count;
    private final Executor userInterface;
    private final Listener listener;
    private final Settled settled;
    private final KeptRanges kept;
    private final Background background = new Background("exo view", this::failed);
    /// Finds ranges, and looks whether the file has grown.
    private final Background aside = new Background("exo view aside", this::failed);
    private final AtomicLong done = new AtomicLong();
    private volatile boolean isClosed;
    private volatile boolean isCancelled;
    private volatile long total;
    private volatile @Nullable ExodusFile opened;
    /// What is on its way to be shown, or shown: what has become of it is asked for.
    private volatile @Nullable ExodusFile followed;

    // Of the thread that draws.
    private @Nullable Stage stage;
    // Of the thread that looks aside.
    private @Nullable CompletableFuture<Void> ranging;

    // Of the thread of the user interface.
    private Optional<Facts> facts = Optional.empty();
    private Optional<Choice> choice = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private Picked picked = new Picked("", List.of(), Optional.empty());
    private String message = "";
    private boolean isLoading;
    private boolean isPlaying;
    /// The box that the camera was fitted to, until somebody turns or moves it: a window of another size shows it, too.
    private Optional<Bounds> framed = Optional.empty();
    private int width = 1;
    private int height = 1;
    private long picks;
    private long restsSince;

    /// @param path          where the file is
    /// @param count         where the number of its steps is taken from when it is opened again
    /// @param userInterface brings work to the thread of the user interface
    /// @param listener      is told of all that happens
    Model(Path path, RecordCount count, Executor userInterface, Listener listener) {
        this(path, count, userInterface, listener, WatchOptions.standard(), KeptRanges.nowhere());
    }

    /// @param watching when a step that is counted is taken for complete
    /// @param kept     where ranges over all steps are kept
    Model(Path path, RecordCount count, Executor userInterface, Listener listener, WatchOptions watching, KeptRanges kept) {
        this.path = path;
        this.count = count;
        this.settled = new Settled(path, watching);
        this.kept = kept;
        this.userInterface = userInterface;
        this.listener = listener;
    }

    /// Begins to find the faces of a file that was opened already; the model closes it.
    void load(ExodusFile file) {
        isLoading = true;
        isCancelled = false;
        message = "reading the mesh …";
        done.set(0);
        total = 0;
        opened = file;
        background.inOrder(() -> {
            total = OpenMesh.bytes(file);
            adopt(OpenMesh.of(file, workers().watchedBy(done::addAndGet)));
        });
    }

    /// Opens the file again, such as after loading was cancelled.
    void reload() {
        isLoading = true;
        isCancelled = false;
        message = "reading the mesh …";
        done.set(0);
        background.inOrder(() -> {
            try {
                ExodusFile file = Exodus.open(path, count);
                total = OpenMesh.bytes(file);
                adopt(OpenMesh.of(file, workers().watchedBy(done::addAndGet)));
            } catch (IOException e) {
                failed(e);
            }
        });
    }

    /// Stops loading.
    void cancel() {
        isCancelled = true;
    }

    private Workers workers() {
        return untilClosed().stoppedBy(() -> isCancelled);
    }

    private Workers untilClosed() {
        return Workers.of(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors()).stoppedBy(() -> isClosed);
    }

    /// Takes a mesh in place of the one before, by the thread that draws.
    private void adopt(OpenMesh mesh) {
        Stage before = stage;
        followed = mesh.file();
        stage = new Stage(mesh, untilClosed());
        if (before != null) {
            before.mesh().release();
        }
        Facts known = mesh.facts();
        later(() -> {
            isLoading = false;
            message = String.join("; ", known.notes());
            facts = Optional.of(known);
            choice = Optional.of(choice.map(old -> kept(old, known)).orElseGet(() -> first(known)));
            redraw();
            range();
        });
    }

    private Choice first(Facts known) {
        framed = Optional.of(known.bounds());
        Camera camera = Camera.from(known.dimension() == 3 ? View.ISO : View.FRONT).fit(known.bounds(), width, height,
                margins());
        return new Choice(Set.of(), Set.of(), known.fields().isEmpty() || known.steps() == 0
                ? Optional.empty() : Optional.of(known.fields().getFirst().components().getFirst().quantity()),
                ColourMap.VIRIDIS, RangeRule.THIS_STEP, 0, Optional.empty(), 1, !known.isDense(), camera, width, height);
    }

    /// Room for the legend and the line above.
    private Margins margins() {
        return new Annotations(width, height, false).margins(true, true);
    }

    /// What still makes sense in a file that was opened again.
    private static Choice kept(Choice old, Facts known) {
        Optional<Quantity> colour = old.colour().filter(quantity -> known.steps() > 0 && known.fields().stream()
                .flatMap(field -> field.components().stream()).anyMatch(it -> it.quantity().equals(quantity)));
        Optional<Quantity> move = old.move().filter(vector -> known.moves().contains(new Facts.Move(vector)));
        return new Choice(Set.copyOf(old.hidden().stream().filter(i -> i < known.blocks().size()).toList()),
                Set.copyOf(old.sets().stream().filter(known.sets()::contains).toList()), colour, old.colours(), old.range(),
                Math.clamp(old.step(), 0, Math.max(0, known.steps() - 1)), move,
                old.scale(), old.hasEdges(), old.camera(), old.width(), old.height());
    }

    private void later(Runnable work) {
        userInterface.execute(() -> {
            if (!isClosed) {
                work.run();
                listener.changed();
            }
        });
    }

    private void failed(Throwable failure) {
        String text = failure instanceof CancellationException ? "loading was cancelled; Reload begins again"
                : failure instanceof InternalError ? "the file became shorter while it was read"
                : failure instanceof OutOfMemoryError ? "not enough memory for this mesh; EXO_JAVA_OPTIONS=-Xmx8g gives more"
                : String.valueOf(failure.getMessage());
        later(() -> {
            isLoading = false;
            isPlaying = false;
            message = text;
        });
    }

    /// Changes what is to be seen.
    void change(UnaryOperator<Choice> how) {
        if (choice.isPresent()) {
            Choice old = choice.get();
            Choice next = how.apply(old);
            choice = Optional.of(next);
            if (!next.camera().equals(old.camera())) {
                framed = Optional.empty();
            }
            redraw();
            if (!next.colour().equals(old.colour()) || !next.range().equals(old.range())) {
                range();
            }
            listener.changed();
        }
    }

    /// Tells how large pictures are to be.
    void resize(int newWidth, int newHeight) {
        if (newWidth < 1 || newHeight < 1) {
            return;
        }
        width = newWidth;
        height = newHeight;
        choice = choice.map(old -> old.sized(newWidth, newHeight));
        if (framed.isPresent()) {
            frame(framed.get(), UnaryOperator.identity());
        } else {
            redraw();
        }
    }

    /// Shows all that is seen, in full, from the same side.
    void fit() {
        facts.ifPresent(known -> frame(bounds(known), UnaryOperator.identity()));
    }

    /// Shows a box in full.
    private void frame(Bounds box, UnaryOperator<Camera> turned) {
        change(old -> old.with(turned.apply(old.camera()).fit(box, width, height, margins())));
        framed = Optional.of(box);
    }

    private Bounds bounds(Facts known) {
        return shown.map(Shown::bounds).orElse(known.bounds());
    }

    /// Shows all of the mesh from a named side.
    void look(View view) {
        facts.ifPresent(known -> frame(bounds(known), camera -> camera.withRotation(view.rotation())));
    }

    private void redraw() {
        restsSince = System.nanoTime();
        long number = picks;
        // A detailed picture that still waits is of an older choice: begun after this frame, it would stay in its place.
        background.forget(Lane.FINE);
        choice.ifPresent(wanted -> background.newest(Lane.FRAME, () -> draw(wanted, 1, number)));
    }

    /// @param number which of the things that were picked is the last one
    private void draw(Choice wanted, int samples, long number) {
        Stage on = stage;
        if (on != null) {
            long last = Math.max(0, on.mesh().facts().steps() - 1);
            Choice exact = wanted.at(Math.clamp(wanted.step(), 0, last));
            boolean mayChange = on.mesh().facts().steps() > 0 && mayChange(exact.step());
            if (mayChange) {
                on.forget();
            }
            Shown finished = on.draw(exact, samples, !mayChange);
            Optional<Picked> again = on.pickAgain();
            later(() -> {
                shown = Optional.of(finished);
                picked = again.filter(_ -> number == picks).orElse(picked);
            });
        }
    }

    /// Has what is shown drawn in detail once nothing has moved for a while.
    void rest() {
        if (!isPlaying && System.nanoTime() - restsSince > REST_NANOS && choice.isPresent()
                && shown.filter(it -> !it.isFine() && it.choice().equals(choice.get())).isPresent()) {
            restsSince = System.nanoTime();
            Choice wanted = choice.get();
            long number = picks;
            background.newest(Lane.FINE, () -> draw(wanted, 2, number));
        }
    }

    /// Finds the range over all steps, where it is wanted.
    private void range() {
        Optional<Quantity> wanted = choice.filter(it -> it.range().kind() == RangeRule.Kind.ALL).flatMap(Choice::colour);
        background.inOrder(() -> {
            CompletableFuture<Void> old = ranging;
            if (old != null) {
                old.cancel(false);
                ranging = null;
            }
            Stage on = stage;
            if (wanted.isEmpty() || on == null) {
                return;
            }
            OpenMesh mesh = on.mesh();
            Ranges ranges = mesh.ranges();
            if (ranges.knownOverall(wanted.get()).isPresent()) {
                return;
            }
            tell(kept.load(ranges, path));
            if (ranges.knownOverall(wanted.get()).isPresent()) {
                later(this::redraw);
                return;
            }
            CompletableFuture<Void> next = ranges.computeInBackground(List.of(wanted.get()),
                    work -> aside.inOrder(() -> {
                        if (mesh.hold()) {
                            try {
                                work.run();
                                keep(mesh, ranges, wanted.get());
                            } finally {
                                mesh.release();
                            }
                        }
                    }), Workers.callingThread().stoppedBy(() -> isClosed));
            ranging = next.whenComplete((_, failure) -> {
                if (failure == null) {
                    later(this::redraw);
                }
            });
        });
    }

    /// What was seen of steps that were being written is not kept.
    private void keep(OpenMesh mesh, Ranges ranges, Quantity quantity) {
        if (mesh.ranges() == ranges && ranges.knownOverall(quantity).isPresent()
                && !mayChange(mesh.facts().steps() - 1)) {
            tell(kept.save(ranges, path));
        }
    }

    private void tell(Optional<String> news) {
        news.ifPresent(text -> later(() -> message = text));
    }

    /// Asks what is at a place of the picture.
    void pick(int x, int y) {
        long number = ++picks;
        background.newest(Lane.PICK, () -> {
            Stage on = stage;
            if (on != null) {
                Picked found = on.pick(x, y);
                later(() -> picked = number == picks ? found : picked);
            }
        });
    }

    /// Begins or stops to play.
    void play(boolean isWanted) {
        isPlaying = isWanted && facts.filter(known -> known.steps() > 1).isPresent();
        listener.changed();
    }

    /// Goes on to the next step while playing, unless the last one is not drawn yet.
    void tick() {
        if (isPlaying && shown.isPresent() && choice.isPresent() && shown.get().choice().step() == choice.get().step()) {
            step(1);
        }
    }

    /// Goes some steps forward, and from the last on to the first.
    void step(long by) {
        facts.filter(known -> known.steps() > 0)
                .ifPresent(known -> change(old -> old.at(Math.floorMod(old.step() + by, known.steps()))));
    }

    /// Looks whether the file has changed; returns at once. Where it has, what is shown goes over to the new one.
    void glance() {
        if (isLoading) {
            return;
        }
        aside.newest(Lane.FRAME, this::follow);
    }

    private void follow() {
        Background.requireNotEventThread();
        ExodusFile known = followed;
        if (known == null) {
            return;
        }
        // Before the file: what it tells to be complete is there then.
        boolean hasNews = settled.look();
        if (hasNews) {
            background.inOrder(this::forget);
        }
        if (hasNews || mayChange(known.times().steps() - 1)) {
            later(() -> choice.filter(it -> hasNews || mayChange(it.step())).ifPresent(_ -> redraw()));
        }
        try {
            Optional<ExodusFile> now = known.refresh().file();
            if (now.isPresent()) {
                OpenMesh mesh = OpenMesh.of(now.get(), untilClosed());
                followed = mesh.file();
                if (!background.inOrder(() -> adopt(mesh))) {
                    mesh.release();
                }
            }
        } catch (IOException | IllegalStateException e) {
            // Its writer is at it, or the file was opened anew meanwhile: the next glance tells more.
        }
    }

    /// Of those that no writer has counted nobody can tell.
    private boolean mayChange(long step) {
        return count == RecordCount.FROM_HEADER && step >= settled.complete();
    }

    /// What was seen of steps that were being written may be wrong.
    private void forget() {
        Stage on = stage;
        if (on != null) {
            on.forget();
            later(this::range);
        }
    }

    /// Writes what is shown as a picture.
    void save(Path to) {
        shown.ifPresent(finished -> background.newest(Lane.SAVE, () -> {
            try {
                // Made in memory: what cannot be made does not replace an older picture.
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.setUseCache(false);
                ImageIO.write(finished.explained(), "png", png);
                Files.write(to, png.toByteArray());
                later(() -> message = "saved " + to);
            } catch (IOException e) {
                failed(e);
            }
        }));
    }

    Optional<Facts> facts() {
        return facts;
    }

    Optional<Choice> choice() {
        return choice;
    }

    Optional<Shown> shown() {
        return shown;
    }

    Picked picked() {
        return picked;
    }

    String message() {
        return message;
    }

    boolean isLoading() {
        return isLoading;
    }

    boolean isPlaying() {
        return isPlaying;
    }

    /// Returns how much of loading is done, from 0 to 1.
    double progress() {
        return total <= 0 ? 0 : Math.min(1, (double) done.get() / total);
    }

    long glanceMillis() {
        return GLANCE_MILLIS;
    }

    /// Ends all work soon, and closes the file then. Returns at once.
    @Override
    public void close() {
        isClosed = true;
        isPlaying = false;
        settled.close();
        aside.close();
        background.close(() -> {
            Stage last = stage;
            ExodusFile never = opened;
            if (last != null) {
                last.mesh().release();
            } else if (never != null) {
                never.close();
            }
        });
    }

    /// Waits until all work has ended.
    ///
    /// @return whether it has, in that time
    boolean awaitEnd(long milliseconds) throws InterruptedException {
        return background.awaitEnd(milliseconds) && aside.awaitEnd(milliseconds);
    }
}
