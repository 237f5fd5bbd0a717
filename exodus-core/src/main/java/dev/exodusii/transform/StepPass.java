package dev.exodusii.transform;

import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.write.ExodusWriter;
import dev.exodusii.write.ExtraVariable;
import dev.exodusii.write.RealPlace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Copies the values of steps.
final class StepPass {

    private static final int SIZE = 3;
    private static final int PIECE = Pieces.VALUES / 2;

    private final ExodusFile file;
    private final ExodusWriter writer;
    private final Transform transform;
    private final TimeChange times;
    private final List<Host> hosts;
    private final LongConsumer progress;
    private final Pieces pieces = new Pieces();
    private final int width;
    private final double[][] room = new double[SIZE * SIZE][];

    StepPass(ExodusFile file, ExodusWriter writer, Transform transform, TimeChange times, List<Host> hosts,
            LongConsumer progress) {
        this.file = file;
        this.writer = writer;
        this.transform = transform;
        this.times = times;
        this.hosts = hosts;
        this.progress = progress;
        this.width = writer.definition().realType().byteSize();
    }

    void step(long from, long to) throws IOException {
        writer.putTime(to, times.apply(file.times().time(from)));
        for (Host host : hosts) {
            if (host.isTogether()) {
                together(host, from, to);
            } else {
                each(host, from, to);
            }
        }
        for (ExtraVariable extra : writer.definition().extraVariables()) {
            Optional<Variable> stored = file.container().variable(extra.name());
            if (stored.isPresent() && MeshPass.isInSteps(extra)) {
                writer.putExtra(extra.name(), to, Values.of(stored.get().view().select(0, from)));
            }
        }
    }

    private void together(Host host, long from, long to) throws IOException {
        List<Host.Stored> variables = host.variables();
        double[] values = variables.stream().mapToDouble(variable -> variable.series().get(from, 0)).toArray();
        for (Host.Motion motion : host.fields()) {
            int[] components = motion.field().components();
            double[] vector = new double[components.length];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = components[i] < 0 ? 0 : values[components[i]];
            }
            change(motion, vector);
            for (int i = 0; i < vector.length; i++) {
                if (components[i] >= 0) {
                    values[components[i]] = vector[i];
                }
            }
        }
        for (int v = 0; v < values.length; v++) {
            values[v] = variables.get(v).scaled(values[v]);
        }
        int first = 0;
        for (int v = 1; v <= values.length; v++) {
            if (v == values.length || variables.get(v).index() != variables.get(v - 1).index() + 1) {
                Values run = Values.of(values).slice(first, v - first);
                int index = variables.get(first).index();
                (host.isReduction() ? writer.reductionsAt(host.kind(), host.index(), index, v - first)
                        : writer.globalsAt(index, v - first)).step(to).put(run);
                first = v;
            }
        }
    }

    private void each(Host host, long from, long to) throws IOException {
        boolean[] isDone = new boolean[host.variables().size()];
        for (Host.Motion motion : host.fields()) {
            for (int variable : motion.field().variables()) {
                isDone[variable] = true;
            }
            move(host, motion, from, to);
        }
        for (int v = 0; v < isDone.length; v++) {
            Host.Stored variable = host.variables().get(v);
            if (!isDone[v]) {
                RealPlace place = place(host, variable, to);
                pieces.reals(variable.series().step(from), host.entries(), variable.factor(), variable.offset(), place);
                progress.accept(place.size() * width);
            }
        }
    }

    private RealPlace place(Host host, Host.Stored variable, long to) {
        return writer.variableAt(host.kind(), host.index(), variable.index()).step(to);
    }

    /// Turns or scales the components of one field, a piece at a time.
    private void move(Host host, Host.Motion motion, long from, long to) throws IOException {
        int[] components = motion.field().components();
        for (int variable : motion.field().variables()) {
            progress.accept(place(host, host.variables().get(variable), to).size() * width);
        }
        for (int i = 0; i < components.length; i++) {
            if (room[i] == null) {
                room[i] = new double[PIECE];
            }
        }
        double[] vector = new double[components.length];
        Pieces.move(host.entries(), PIECE, (old, count, at) -> {
            for (int i = 0; i < components.length; i++) {
                if (components[i] >= 0) {
                    host.variables().get(components[i]).series().step(from).slice(old, count).copyTo(room[i], at, 1);
                }
            }
        }, (start, count) -> {
            for (int entry = 0; entry < count; entry++) {
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = components[i] < 0 ? 0 : room[i][entry];
                }
                change(motion, vector);
                for (int i = 0; i < vector.length; i++) {
                    room[i][entry] = components[i] < 0 ? 0 : host.variables().get(components[i]).scaled(vector[i]);
                }
            }
            boolean[] isPut = new boolean[host.variables().size()];
            for (int i = 0; i < components.length; i++) {
                if (components[i] >= 0 && !isPut[components[i]]) {
                    isPut[components[i]] = true;
                    place(host, host.variables().get(components[i]), to).slice(start, count)
                            .put(Values.of(room[i]).slice(0, count));
                }
            }
        });
    }

    private void change(Host.Motion motion, double[] vector) {
        if (motion.field().shape() == MovedField.Shape.TENSOR) {
            transform.turnTensor(vector);
        } else if (motion.isLength()) {
            transform.changeLength(vector);
        } else {
            transform.turnVector(vector);
        }
    }
}
