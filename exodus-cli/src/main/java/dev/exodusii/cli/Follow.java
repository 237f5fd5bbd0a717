package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.follow.StepLine;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.LiveLine;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Terminal;
import dev.exodusii.cli.text.Text;
import dev.exodusii.mmap.FileEvent;
import dev.exodusii.mmap.FileEvent.Kind;
import dev.exodusii.mmap.FileWatcher;
import dev.exodusii.mmap.WatchOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// `exo follow`: the steps of a file that another program writes, as they come.
final class Follow extends Verb {

    private static final double MOST_SECONDS = 1e9;

    private final Option from = option("--from", "STEP",
            "Begin with this step; now: with the next one to come; last: with the last one. Default: 0.");
    private final Option until = option("--until", "STEPS", "End when the file has so many steps.");
    private final Option quiet = option("--quiet-for", "SECONDS", "End when no step has come for so long.");
    private final Option timeout = option("--timeout", "SECONDS", "End after so long in any case.");
    private final Option interval = option("--interval", "SECONDS", "Look so often. Default: 1.");
    private final Option settle = option("--settle", "SECONDS",
            "Take the last step for complete when nothing was written for so long. Default: 5, or --quiet-for if less.");
    private final Option behind = option("--behind", "STEPS",
            "Hold so many steps back while the file is written. Default: 1.");
    private final Flag wait = flag("--wait", "Wait for a file that does not exist yet, or is no Exodus file yet.");
    private final Flag json = flag("--json", "Print one JSON object for each step and each event.");

    Follow(Exo exo) {
        super(exo, "follow", "Follows a file that is being written: its steps as they come, with ranges of variables.",
                new Arguments("FILE [VAR...]", 1, Integer.MAX_VALUE,
                        "The file, and variables such as nodal/disp_y, 'elem/stress_*@block:1'."),
                "", "On a terminal one line shows the newest step; into a pipe goes a line for each. A step is shown when"
                        + " it is complete: when the next one is counted, or when nothing was written for a while."
                        + " A file that is replaced, cut short or begun anew is followed on; stderr says so.",
                "", "Examples:", "  exo follow run.e 'nodal/disp_*' --until 3",
                "  exo follow --json --quiet-for 60 run.e glob/KE | jq .time");
    }

    /// What became of waiting.
    private enum End { REACHED, QUIET, TIMEOUT, BROKEN }

    @Override
    ExitCode run() {
        String name = arguments().values().getFirst();
        List<VariablePattern> wanted = arguments().values().stream().skip(1).map(VariablePattern::parse).toList();
        OptionalLong goal = until.count();
        WatchOptions options = wished();
        try (Printer printer = exo().printer(); Output output = new Output(wanted, printer)) {
            try {
                Path path = wait.isSet() ? Path.of(name) : Problem.requireFile(name);
                Optional<WatchOptions> chosen = wait.isSet() ? Optional.of(options.from(first(Optional.empty())))
                        : Optional.empty();
                if (chosen.isEmpty()) {
                    // A file that is none is told at once, and so is a variable that does not exist.
                    try (ExodusFile file = exo().open(name)) {
                        output.find(file);
                        chosen = Optional.of(options.from(first(Optional.of(file))));
                    }
                }
                return end(name, follow(path, chosen.get(), goal, output), goal, output, printer);
            } catch (IOException | RuntimeException | InternalError e) {
                if (e instanceof UsageException usage) {
                    throw usage;
                }
                return fail(Problem.of(name, e), e, output, printer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ExitCode.OK;
            }
        }
    }

    private ExitCode fail(Problem problem, Throwable cause, Output output, Printer printer) {
        output.end();
        return fail(problem, cause, printer, () -> Json.begin(false, exo().ids()));
    }

    private ExitCode end(String name, End end, OptionalLong goal, Output output, Printer printer) {
        output.end();
        if (goal.isEmpty() || end == End.REACHED || end == End.BROKEN) {
            return ExitCode.OK;
        }
        Problem missed = new Problem("NO_SUCH_STEP", name + ": there are " + Numbers.count(output.steps, "step") + ", not "
                + Numbers.grouped(goal.getAsLong()) + (end == End.QUIET ? ", and no more have come" : ", after all that time"),
                "", ExitCode.ABSENT);
        return fail(missed, new IllegalStateException(missed.message()), output, printer);
    }

    private WatchOptions wished() {
        WatchOptions usual = WatchOptions.standard();
        Duration every = seconds(interval).orElse(usual.interval());
        if (every.isZero()) {
            throw new UsageException("--interval takes more than 0 seconds");
        }
        long held = behind.count().orElse(usual.behind());
        // Who waits for less takes the last step with what is there at the end.
        Duration settled = seconds(quiet).filter(patience -> patience.compareTo(usual.quietFor()) < 0)
                .orElse(usual.quietFor());
        return usual.every(every).quietFor(seconds(settle).orElse(settled))
                .behind((int) Math.min(Integer.MAX_VALUE, held));
    }

    private static Optional<Duration> seconds(Option option) {
        return option.value().map(typed -> {
            double seconds;
            try {
                seconds = Double.parseDouble(typed.endsWith("s") ? typed.substring(0, typed.length() - 1) : typed);
            } catch (NumberFormatException e) {
                seconds = Double.NaN;
            }
            if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
                throw new UsageException(option.name() + " takes seconds such as 0.5, not '" + typed + "'");
            }
            return Duration.ofNanos(Math.round(seconds * 1e9));
        });
    }

    private long first(Optional<ExodusFile> file) {
        long steps = file.map(it -> it.times().steps()).orElse(0L);
        String typed = from.value().orElse("0").toLowerCase(Locale.ROOT);
        return switch (typed) {
            case "now" -> steps;
            case "last" -> Math.max(0, steps - 1);
            default -> {
                try {
                    yield from.count().orElse(0);
                } catch (UsageException e) {
                    throw new UsageException("--from takes a step such as 10, now or last, not '" + typed + "'");
                }
            }
        };
    }

    private End follow(Path path, WatchOptions options, OptionalLong goal, Output output)
            throws InterruptedException, IOException {
        long begun = System.nanoTime();
        Optional<Duration> atMost = seconds(timeout);
        Optional<Duration> patience = seconds(quiet);
        try (FileWatcher watcher = FileWatcher.of(path, options, output::take)) {
            while (true) {
                watcher.look();
                output.throwFailure();
                if (output.isBroken()) {
                    return End.BROKEN;
                }
                if (goal.isPresent() && output.steps >= goal.getAsLong()) {
                    return End.REACHED;
                }
                long now = System.nanoTime();
                long left = watcher.pause().toNanos();
                if (atMost.isPresent()) {
                    left = Math.min(left, begun + atMost.get().toNanos() - now);
                }
                if (patience.isPresent()) {
                    left = Math.min(left, output.newsAt + patience.get().toNanos() - now);
                }
                if (left <= 0) {
                    return atMost.isPresent() && now - begun >= atMost.get().toNanos() ? End.TIMEOUT : End.QUIET;
                }
                Thread.sleep(Duration.ofNanos(left));
            }
        }
    }

    /// Where steps and events go.
    private final class Output implements AutoCloseable {

        private final List<VariablePattern> wanted;
        private final Printer printer;
        private final Optional<LiveLine> line;
        private long steps;
        private long newsAt = System.nanoTime();
        private boolean hasHeading;
        private Optional<RuntimeException> failure = Optional.empty();

        Output(List<VariablePattern> wanted, Printer printer) {
            this.wanted = wanted;
            this.printer = printer;
            this.line = json.isSet() || !printer.isInteractive() ? Optional.empty()
                    : Optional.of(new LiveLine(printer.out(), exo().terminal().size().orElse(Terminal.Size.USUAL).columns(),
                            exo().hasColours()));
        }

        /// Finds the variables. Those of a file without steps may be yet to come.
        List<NamedVariable> find(ExodusFile file) {
            Set<NamedVariable> variables = new LinkedHashSet<>();
            for (VariablePattern pattern : wanted) {
                variables.addAll(file.times().isEmpty() ? pattern.find(file) : pattern.require(file));
            }
            return List.copyOf(variables);
        }

        void take(FileEvent event) throws IOException {
            switch (event.kind()) {
                case GROWN -> grown(event);
                case APPEARED -> {
                    newsAt = System.nanoTime();
                    // With --from now, they are there and not printed.
                    steps = Math.min(event.firstStep(), event.announced());
                }
                default -> tell(event);
            }
        }

        private void grown(FileEvent event) {
            newsAt = System.nanoTime();
            try (ExodusFile file = event.open()) {
                List<NamedVariable> variables = find(file);
                // Nobody sees more than the last one in a line that is written over.
                for (long step = line.isPresent() ? event.endStep() - 1 : event.firstStep(); step < event.endStep(); step++) {
                    print(StepLine.of(file, step, variables, exo().workers()), variables);
                    if (isBroken()) {
                        return;
                    }
                }
                steps = event.endStep();
            } catch (AbsentException e) {
                failure = Optional.of(e);
            } catch (IOException | RuntimeException e) {
                // It has changed again since: the next events tell.
                printer.trace(e);
            }
        }

        private void print(StepLine step, List<NamedVariable> variables) {
            if (line.isPresent()) {
                line.get().show(step.line());
            } else if (json.isSet()) {
                printer.raw(step.json(exo().ids()) + "\n");
            } else {
                printer.raw((hasHeading ? "" : StepLine.heading(variables) + "\n") + step.row() + "\n");
                hasHeading = true;
            }
        }

        private void tell(FileEvent event) {
            if (event.kind() == Kind.REPLACED || event.kind() == Kind.SHRUNK) {
                steps = event.firstStep();
            }
            if (json.isSet()) {
                printer.raw(Json.begin(false, exo().ids()).field("event", event.kind().name().toLowerCase(Locale.ROOT))
                        .field("steps", event.firstStep()).end() + "\n");
            }
            if (!printer.isQuiet()) {
                String reason = event.problem().map(Throwable::getMessage).filter(text -> event.kind() == Kind.UNREADABLE)
                        .map(text -> " (" + text + ")").orElse("");
                String message = Text.of(Style.WARNING, "note: ").plus(event + reason).render(exo().hasColours());
                line.ifPresentOrElse(live -> live.above(exo().terminal().err(), message), () -> {
                    exo().terminal().err().println(message);
                    exo().terminal().err().flush();
                });
            }
        }

        void throwFailure() {
            failure.ifPresent(e -> {
                throw e;
            });
        }

        boolean isBroken() {
            return printer.out().checkError();
        }

        void end() {
            line.ifPresent(LiveLine::close);
        }

        @Override
        public void close() {
            end();
        }
    }
}
