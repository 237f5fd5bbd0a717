package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.FileEvent.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads all values of every step that a watcher reports, and notes what is not as it was written. What was read is kept
/// open until the end, and checked once more then: old views must not change.
final class FollowedRun implements FileListener, AutoCloseable {

    /// Files that are kept open: each takes a mapping.
    private static final int MOST_KEPT = 200;

    private final List<String> wrong = new ArrayList<>();
    private final Map<Kind, Integer> events = new EnumMap<>(Kind.class);
    private final List<ExodusFile> kept = new ArrayList<>();
    private final List<Long> keptSteps = new ArrayList<>();
    private final double[] values = new double[LiveWriter.NODES];
    private volatile long steps;
    private long checked;

    @Override
    public void changed(FileEvent event) throws IOException {
        events.merge(event.kind(), 1, Integer::sum);
        if (event.kind() != Kind.GROWN) {
            return;
        }
        if (event.firstStep() != steps) {
            wrong.add("after " + steps + " steps: " + event);
        }
        ExodusFile file = event.open();
        for (long step = event.firstStep(); step < event.endStep(); step++) {
            check(file, step);
        }
        if (kept.size() < MOST_KEPT) {
            kept.add(file);
            keptSteps.add(event.endStep() - 1);
        } else {
            file.close();
        }
        steps = event.endStep();
    }

    private void check(ExodusFile file, long step) {
        if (file.times().time(step) != LiveWriter.time(step)) {
            wrong.add("step " + step + ": time " + file.times().time(step));
        }
        for (int variable = 0; variable < LiveWriter.VARIABLES; variable++) {
            TimeSeries series = file.nodalVariables().get(variable);
            series.step(step).copyTo(values);
            for (int node = 0; node < values.length; node++) {
                if (values[node] != LiveWriter.value(variable, step, node)) {
                    wrong.add("step " + step + ", variable " + variable + ", node " + node + ": " + values[node]);
                    return;
                }
                checked++;
            }
        }
    }

    /// How many steps were reported.
    long steps() {
        return steps;
    }

    long checked() {
        return checked;
    }

    int count(Kind kind) {
        return events.getOrDefault(kind, 0);
    }

    /// Returns what was wrong, old files looked at once more.
    List<String> wrong() {
        for (int i = 0; i < kept.size(); i++) {
            check(kept.get(i), keptSteps.get(i));
        }
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        kept.forEach(ExodusFile::close);
    }
}
