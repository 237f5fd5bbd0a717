package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.view.Viewer;
import java.io.IOException;
import java.nio.file.Path;

/// `exo view`: a window in which a mesh and its results are looked at.
final class View extends Verb {

    private final Option ranges = option("--ranges", "KEPT",
            "Keep ranges over all steps in the file KEPT, and use those that are there while they belong to FILE as it is."
                    + " Default: they are found anew each time, and nothing is written.");

    View(Exo exo) {
        super(exo, "view", "Opens a window: the mesh from outside, its variables as colours, its steps in motion.",
                new Arguments("FILE", 1, 1, "The file."),
                "", "Drag to turn, drag with the right button or with Shift to move, turn the wheel to zoom; click on"
                        + " something to see its ids, its values and how they develop. A file that grows is followed.",
                "", "Examples:", "  exo view run.e", "  exo view --time crash.e",
                "  exo view --ranges ~/.cache/run.ranges run.e");
    }

    @Override
    ExitCode run() {
        String name = arguments().values().getFirst();
        try (Printer printer = exo().printer()) {
            try {
                Path path = Problem.requireFile(name);
                ExodusFile file = exo().open(name);
                ExitCode state = printer.soundness(name, file);
                Viewer.show(path, file, exo().recordCount(), ranges.value().map(Path::of));
                return state;
            } catch (Viewer.NoDisplayException e) {
                printer.fail(new Problem("NO_DISPLAY", String.valueOf(e.getMessage()),
                        "on a machine with a screen, or with a DISPLAY such as ssh -X gives; exo pic draws without one",
                        ExitCode.WRITE_FAILED), e);
                return ExitCode.WRITE_FAILED;
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = Problem.of(name, e);
                printer.fail(problem, e);
                return problem.exit();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCode.OK;
            }
        }
    }
}
