package dev.exodusii.cli.view;

import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.netcdf.RecordCount;
import java.awt.AWTError;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JTree;

/// What somebody does with the window of the viewer, as a program of its own: it ends with 0 if all went as it should.
final class WindowScript {

    /// How it ends where this Java has no windows at all, as a headless one.
    static final int NO_WINDOWS = 77;
    private static final long PATIENCE_MILLIS = 60_000;
    private static final int BACKGROUND = 0xfff4f5f7;

    private final Path folder;
    private final JFrame frame;

    private WindowScript(Path folder, JFrame frame) {
        this.folder = folder;
        this.frame = frame;
    }

    public static void main(String[] arguments) throws Exception {
        if (!canShowWindows()) {
            System.exit(NO_WINDOWS);
        }
        Path path = Path.of(arguments[1]);
        ExodusFile file = Exodus.open(path);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> failure.compareAndSet(null, e));
        Thread viewer = new Thread(() -> {
            try {
                Viewer.show(path, file, RecordCount.FROM_HEADER, Optional.empty());
            } catch (Exception e) {
                failure.compareAndSet(null, e);
            }
        });
        viewer.start();
        JFrame frame = (JFrame) await(() -> Arrays.stream(Window.getWindows()).filter(Window::isShowing).findFirst()
                .orElse(null), window -> window != null);
        WindowScript script = new WindowScript(Path.of(arguments[2]), frame);
        switch (arguments[0]) {
            case "buttons" -> script.buttons();
            case "wheel" -> script.wheel();
            case "play" -> script.play();
            default -> { }
        }
        EventQueue.invokeLater(() -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
        viewer.join(PATIENCE_MILLIS);
        require(!viewer.isAlive(), "the window is closed, but its thread lives");
        require(!file.isOpen(), "the window is closed, but its file is open");
        if (failure.get() != null) {
            failure.get().printStackTrace(System.out);
            System.exit(1);
        }
        // No thread may keep the program alive: there is no exit here.
    }

    /// Whether this JDK has the parts that open windows, and the system the libraries that these need.
    private static boolean canShowWindows() {
        try {
            return Toolkit.getDefaultToolkit() != null;
        } catch (LinkageError | AWTError e) {
            e.printStackTrace(System.out);
            return false;
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            // Where it was in the script is in the trace.
            new AssertionError(what).printStackTrace(System.out);
            System.exit(1);
        }
    }

    private static <T> T inWindow(Callable<T> question) throws Exception {
        FutureTask<T> task = new FutureTask<>(question);
        EventQueue.invokeLater(task);
        return task.get();
    }

    private static <T> T await(Callable<T> question, Predicate<T> condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        T answer = inWindow(question);
        while (!condition.test(answer)) {
            require(System.currentTimeMillis() < end, "waited in vain; the last answer was " + answer);
            Thread.sleep(20);
            answer = inWindow(question);
        }
        return answer;
    }

    private <T extends Component> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        List<Component> open = new ArrayList<>(List.of(frame.getContentPane()));
        while (!open.isEmpty()) {
            Component next = open.removeLast();
            if (type.isInstance(next)) {
                found.add(type.cast(next));
            }
            if (next instanceof Container container) {
                open.addAll(List.of(container.getComponents()));
            }
        }
        return found;
    }

    private AbstractButton button(String label) {
        return all(AbstractButton.class).stream().filter(button -> label.equals(button.getText())).findFirst().orElseThrow();
    }

    /// Straight to the component: a display on a busy machine loses presses of a robot.
    private void click(Component component, int x, int y) throws Exception {
        inWindow(() -> {
            for (int id : new int[] {MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED}) {
                component.dispatchEvent(new MouseEvent(component, id, System.currentTimeMillis(),
                        InputEvent.BUTTON1_DOWN_MASK, x, y, 1, false, MouseEvent.BUTTON1));
            }
            return 0;
        });
    }

    private void click(Component component) throws Exception {
        click(component, component.getWidth() / 2, component.getHeight() / 2);
    }

    /// How many pixels of the window's middle are not background.
    private long meshPixels() {
        MeshCanvas canvas = all(MeshCanvas.class).getFirst();
        BufferedImage seen = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
        canvas.paint(seen.createGraphics());
        Rectangle middle = new Rectangle(canvas.getWidth() / 8, canvas.getHeight() / 8, canvas.getWidth() * 5 / 8,
                canvas.getHeight() * 3 / 4);
        return Arrays.stream(seen.getRGB(middle.x, middle.y, middle.width, middle.height, null, 0, middle.width))
                .filter(pixel -> pixel != BACKGROUND).count();
    }

    private void awaitMesh() throws Exception {
        await(this::meshPixels, pixels -> pixels > 5000);
    }

    private int colour() {
        MeshCanvas canvas = all(MeshCanvas.class).getFirst();
        BufferedImage seen = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
        canvas.paint(seen.createGraphics());
        return Arrays.hashCode(seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth()));
    }

    private void buttons() throws Exception {
        awaitMesh();
        int before = inWindow(this::colour);
        JComboBox<?> colours = all(JComboBox.class).stream().filter(box -> "viridis".equals(box.getSelectedItem()))
                .findFirst().orElseThrow();
        inWindow(() -> {
            colours.setSelectedItem("coolwarm");
            return 0;
        });
        int other = await(this::colour, picture -> picture != before);
        click(button("Back"));
        await(this::colour, picture -> picture != other);
        click(button("Reload"));
        await(() -> button("Cancel").isVisible(), isLoading -> !isLoading);
        awaitMesh();
        JTree tree = all(JTree.class).getFirst();
        long shown = inWindow(this::meshPixels);
        Rectangle first = inWindow(() -> tree.getRowBounds(0));
        click(tree, first.x + 8, first.y + first.height / 2);
        await(this::meshPixels, pixels -> pixels < shown / 2);
        click(tree, first.x + 8, first.y + first.height / 2);
        await(this::meshPixels, pixels -> pixels > shown / 2);
        EventQueue.invokeLater(button("Save…")::doClick);
        Window dialog = await(() -> Arrays.stream(frame.getOwnedWindows()).filter(Window::isShowing).findFirst()
                .orElse(null), window -> window != null);
        Path picture = folder.resolve("saved.png");
        inWindow(() -> {
            javax.swing.JFileChooser chooser = chooser(dialog);
            chooser.setSelectedFile(picture.toFile());
            chooser.approveSelection();
            return 0;
        });
        await(() -> Files.exists(picture) && Files.size(picture) > 1000, isThere -> isThere);
    }

    private static javax.swing.JFileChooser chooser(Container in) {
        for (Component component : in.getComponents()) {
            if (component instanceof javax.swing.JFileChooser chooser) {
                return chooser;
            }
            if (component instanceof Container container) {
                javax.swing.JFileChooser found = chooser(container);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private void wheel() throws Exception {
        awaitMesh();
        long before = inWindow(this::meshPixels);
        turn(-2);
        long larger = await(this::meshPixels, pixels -> pixels > before);
        turn(2);
        await(this::meshPixels, pixels -> pixels < larger);
    }

    private void turn(int notches) throws Exception {
        MeshCanvas canvas = all(MeshCanvas.class).getFirst();
        inWindow(() -> {
            canvas.dispatchEvent(new MouseWheelEvent(canvas, MouseEvent.MOUSE_WHEEL, System.currentTimeMillis(), 0,
                    canvas.getWidth() / 2, canvas.getHeight() / 2, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, notches));
            return 0;
        });
    }

    private void play() throws Exception {
        awaitMesh();
        int before = inWindow(this::colour);
        click(button("Play"));
        await(this::colour, picture -> picture != before);
    }
}
