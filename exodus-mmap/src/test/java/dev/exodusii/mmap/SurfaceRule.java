package dev.exodusii.mmap;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.TimeBracket;
import dev.exodusii.TimeSeries;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceFloats;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.view.InterpolatedVectors;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// What surfaces show at a time between the first and the last step of a file, beside a plain reading of the rule: take both
/// values, interpolate in double, do the rest, round once.
public final class SurfaceRule {

    private static final Workers ALONE = Workers.callingThread();
    private static final double SCALE = 3;
    private static final int AXES = 3;

    private final ExodusFile file;
    private final TimeBracket time;
    private final Check check;

    /// Is told of each float.
    @FunctionalInterface
    public interface Check {

        /// Compares.
        void same(String what, float expected, float actual);
    }

    private SurfaceRule(ExodusFile file, double weight, Check check) {
        this.file = file;
        this.time = new TimeBracket(0, file.times().steps() - 1, weight, TimeBracket.Place.AMONG_STEPS);
        this.check = check;
    }

    /// Looks at everything that changes in a file with at least two steps.
    public static void check(ExodusFile file, Check check) {
        if (file.times().steps() < 2) {
            return;
        }
        MeshFaces faces = MeshFaces.of(file, ALONE);
        Surface skin = faces.surface(SurfaceOptions.standard(), ALONE);
        for (double weight : new double[] {0, 0.3, 1}) {
            SurfaceRule rule = new SurfaceRule(file, weight, check);
            rule.nodes(skin);
            rule.elements(skin);
            for (SideSet set : file.sideSets()) {
                try {
                    rule.entries(faces.sideSet(set, SurfaceOptions.standard(), ALONE), rule.changing(set.variables()));
                } catch (DamagedDataException damaged) {
                    // A set that no surface can be made of.
                }
            }
        }
    }

    private List<TimeSeries> changing(List<TimeSeries> variables) {
        return variables.stream().filter(variable -> variable.steps() == file.times().steps()).limit(AXES).toList();
    }

    private double at(TimeSeries variable, long row) {
        double before = variable.get(time.before(), row);
        double after = variable.get(time.after(), row);
        return time.weight() == 0 ? before : time.weight() == 1 ? after : before + time.weight() * (after - before);
    }

    private double length(List<TimeSeries> components, long row) {
        double sum = 0;
        for (TimeSeries component : components) {
            sum += at(component, row) * at(component, row);
        }
        return Math.sqrt(sum);
    }

    private double component(List<TimeSeries> components, int axis, long row) {
        return axis < components.size() ? at(components.get(axis), row) : 0;
    }

    private InterpolatedVectors vectors(List<TimeSeries> components) {
        return InterpolatedVectors.of(step(components, time.before()), step(components, time.after()), time.weight());
    }

    private static VectorView step(List<TimeSeries> components, long step) {
        return VectorView.of(components.stream().map(component -> component.step(step))
                .toArray(RealView[]::new));
    }

    private void nodes(Surface surface) {
        List<TimeSeries> variables = changing(file.nodalVariables()).stream()
                .filter(variable -> variable.size() == file.nodeCount()).toList();
        for (TimeSeries variable : variables) {
            compare(variable.name(), surface.values().nodal(variable.at(time)), i -> at(variable, node(surface, i)));
        }
        if (!variables.isEmpty()) {
            InterpolatedVectors vectors = vectors(variables);
            compare("lengths", surface.values().magnitudes(vectors), i -> length(variables, node(surface, i)));
            compare("vectors", surface.values().vectors(vectors),
                    i -> component(variables, i % AXES, node(surface, i / AXES)));
            compare("displaced", surface.values().displaced(vectors, SCALE),
                    i -> place(i % AXES, node(surface, i / AXES))
                            + SCALE * component(variables, i % AXES, node(surface, i / AXES)));
        }
    }

    private static int node(Surface surface, int index) {
        return surface.nodes().get(index);
    }

    private double place(int axis, int node) {
        try {
            return axis < file.coordinates().dimension() ? file.coordinates().axis(axis).get(node) : 0;
        } catch (DamagedDataException missing) {
            return 0;
        }
    }

    private void elements(Surface surface) {
        List<String> names = file.variables(EntityKind.ELEMENT_BLOCK).names().stream().distinct().limit(AXES).toList();
        if (names.isEmpty() || file.elementBlocks().stream().flatMap(block -> block.variables().stream())
                .anyMatch(variable -> variable.steps() != file.times().steps())) {
            return;
        }
        for (Primitive primitive : Primitive.values()) {
            for (String name : names) {
                ElementValues values = ElementValues.of(file, name, time);
                compare(name, floats(surface, values, primitive), i -> element(surface, primitive, List.of(name), i, 0));
            }
            ElementValues vectors = ElementValues.magnitudes(file, names, time);
            compare("lengths of " + names, floats(surface, vectors, primitive),
                    i -> element(surface, primitive, names, i, -1));
            compare("vectors of " + names, surface.values().elementVectors(vectors, primitive),
                    i -> element(surface, primitive, names, i / AXES, i % AXES));
        }
    }

    /// @param axis -1 for the length
    private double element(Surface surface, Primitive primitive, List<String> names, int item, int axis) {
        int element = switch (primitive) {
            case TRIANGLE -> surface.faceElement(surface.triangleFaces().get(item));
            case LINE -> surface.lineElement(item);
            case POINT -> surface.pointElement(item);
        };
        ElementBlock block = surface.block(element);
        long row = element - block.firstIndex();
        List<TimeSeries> own = names.stream().map(block::variable).flatMap(Optional::stream).toList();
        if (own.size() < names.size()) {
            return Double.NaN;
        }
        return axis < 0 ? length(own, row) : component(own, axis, row);
    }

    private static float[] floats(Surface surface, ElementValues values, Primitive primitive) {
        float[] floats = new float[count(surface, primitive)];
        surface.values().copyElements(values, primitive, floats);
        return floats;
    }

    private static int count(Surface surface, Primitive primitive) {
        return switch (primitive) {
            case TRIANGLE -> surface.triangleCount();
            case LINE -> surface.lineCount();
            case POINT -> surface.pointCount();
        };
    }

    private void entries(Surface surface, List<TimeSeries> variables) {
        int[] entries = IntStream.range(0, surface.triangleCount())
                .map(triangle -> surface.faceEntry(surface.triangleFaces().get(triangle))).toArray();
        for (TimeSeries variable : variables) {
            compare(variable.toString(), surface.values().entries(variable.at(time), Primitive.TRIANGLE),
                    i -> at(variable, entries[i]));
        }
        if (!variables.isEmpty()) {
            InterpolatedVectors vectors = vectors(variables);
            compare("lengths of a set", surface.values().entryMagnitudes(vectors, Primitive.TRIANGLE),
                    i -> length(variables, entries[i]));
            compare("vectors of a set", surface.values().entryVectors(vectors, Primitive.TRIANGLE),
                    i -> component(variables, i % AXES, entries[i / AXES]));
        }
    }

    private void compare(String what, SurfaceFloats floats, IntToDoubleFunction expected) {
        float[] copied = new float[Math.toIntExact(floats.size())];
        floats.copyTo(copied);
        compare(what, copied, expected);
    }

    private void compare(String what, float[] copied, IntToDoubleFunction expected) {
        for (int i = 0; i < copied.length; i++) {
            check.same(what + " " + i + " at weight " + time.weight(), (float) expected.applyAsDouble(i), copied[i]);
        }
    }
}
