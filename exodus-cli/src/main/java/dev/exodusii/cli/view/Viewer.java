package dev.exodusii.cli.view;

import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.RecordCount;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.WatchOptions;
import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

/// The window in which a mesh is looked at.
public final class Viewer {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final long PATIENCE_MILLIS = 5000;

    private Viewer() {}

    /// There is no display to open a window on.
    public static final class NoDisplayException extends IOException {

        private static final long serialVersionUID = 1L;

        NoDisplayException(String reason) {
            super(reason);
        }
    }

    /// Shows a file until its window is closed.
    ///
    /// @param path   where the file is
    /// @param file   the open file; closed with the window, and where there is no window
    /// @param count  where the number of steps is taken from when the file is opened again
    /// @param ranges a file in which ranges over all steps are kept, if they are to be
    /// @throws NoDisplayException   when there is no display
    /// @throws InterruptedException when somebody interrupts the thread that waits
    public static void show(Path path, ExodusFile file, RecordCount count, Optional<Path> ranges)
            throws NoDisplayException, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<ViewPanel> panel = new AtomicReference<>();
        Model model = new Model(path, count, EventQueue::invokeLater, () -> {
            ViewPanel there = panel.get();
            if (there != null) {
                there.refresh();
            }
        }, WatchOptions.standard(), KeptRanges.in(ranges));
        try {
            if (GraphicsEnvironment.isHeadless()) {
                throw new HeadlessException("this process is to do without");
            }
            // The mesh is read while the window is made: this thread hands the model over to the one of the window then.
            model.load(file);
            GraphicsEnvironment.getLocalGraphicsEnvironment();
            EventQueue.invokeAndWait(() -> panel.set(open(path, model, closed)));
        } catch (HeadlessException | AWTError | LinkageError | InvocationTargetException e) {
            model.close();
            file.close();
            Throwable cause = e instanceof InvocationTargetException wrapped
                    && wrapped.getCause() != null ? wrapped.getCause() : e;
            throw new NoDisplayException("there is no display to open a window on" + (cause instanceof HeadlessException
                    ? "" : ": " + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")));
        }
        closed.await();
        model.awaitEnd(PATIENCE_MILLIS);
    }

    private static ViewPanel open(Path path, Model model, CountDownLatch closed) {
        JFrame frame = new JFrame("exo view — " + path.getFileName());
        ViewPanel content = new ViewPanel(model);
        frame.setContentPane(content);
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                content.stop();
                model.close();
                closed.countDown();
            }
        });
        for (int key : new int[] {KeyEvent.VK_W, KeyEvent.VK_Q}) {
            content.registerKeyboardAction(_ -> frame.dispose(), KeyStroke.getKeyStroke(key,
                    InputEvent.CTRL_DOWN_MASK), JComponent.WHEN_IN_FOCUSED_WINDOW);
        }
        frame.setSize(new Dimension(WIDTH, HEIGHT));
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
        content.start();
        content.refresh();
        return content;
    }

    /// Makes and draws what is in a window, without one, so that the JVM learns which classes that needs.
    ///
    /// @param path where a file is
    /// @throws IOException when it cannot be read
    public static void rehearse(Path path) throws IOException {
        Model model = new Model(path, RecordCount.FROM_HEADER, Runnable::run, () -> {});
        ViewPanel content = new ViewPanel(model);
        content.setSize(WIDTH, HEIGHT);
        content.doLayout();
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        content.paint(image.createGraphics());
        model.load(Exodus.open(path));
        content.refresh();
        model.close();
    }
}
