package dev.exodusii.cli.exodiff;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.compare.CompareFlag;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prints the smallest and largest absolute values of one file, in the form of a command file.
public final class Summary {

    private final ExodusFile file;
    private final PrintStream out;
    private final boolean hasLocalIds;
    private final int nameWidth;

    private Summary(ExodusFile file, ExodiffOptions options, PrintStream out) {
        this.file = file;
        this.out = out;
        this.hasLocalIds = options.settings().has(CompareFlag.IGNORE_ID_MAPS);
        Stream<String> variables = Arrays.stream(EntityKind.values()).flatMap(kind -> file.variables(kind).names().stream());
        Stream<String> attributes = file.elementBlocks().stream().flatMap(Summary::attributes);
        this.nameWidth = 1 + Stream.concat(variables, attributes).mapToInt(String::length).max().orElse(0);
    }

    private static Stream<String> attributes(Block block) {
        EntryAttributes attributes = block.attributes();
        return IntStream.range(0, attributes.size()).mapToObj(i -> i < attributes.names().size()
                && !attributes.names().get(i).isEmpty() ? attributes.names().get(i) : "attribute_" + (i + 1));
    }

    /// Summarises a file.
    ///
    /// @param name    the file
    /// @param options what was asked for
    /// @param out     where to print
    /// @return the status, 0
    /// @throws IOException when the file cannot be read
    public static int print(String name, ExodiffOptions options, PrintStream out) throws IOException {
        try (ExodusFile file = Exodus.open(Path.of(name))) {
            new Summary(file, options, out).print(options);
        }
        return 0;
    }

    private void line(String text) {
        out.print(Escape.printable(text).replace("\\t", "\t") + "\n");
    }

    private void print(ExodiffOptions options) {
        line("#  EXODIFF (exo, with the rules of version 4.01)");
        ExodiffText.describe(file, "#", "FILE 1").forEach(this::line);
        line("");
        line("#  NOTE: All node and element ids are reported as " + (hasLocalIds ? "local" : "global") + " ids.");
        line("");
        line("# NOTES:  - The min/max values are reporting the min/max in absolute value.");
        line("#         - Time values (t) are 1-offset time step numbers.");
        line("#         - Element block numbers are the block ids.");
        line("#         - Node(n) and element(e) numbers are 1-offset.");
        line("");
        line("COORDINATES absolute 1.e-6    # min separation " + (options.hasSeparation()
                ? "= " + Cnumbers.shortest(separation()) : "not calculated"));
        line("");
        Extremes times = new Extremes();
        for (int step = 0; step < file.times().steps(); step++) {
            times.add(file.times().time(step), step, 0, 0);
        }
        line(file.times().isEmpty() ? "# No TIME STEPS" : "TIME STEPS relative 1.e-6 floor 0.0     # min: "
                + Cnumbers.general(15, 8, times.min) + " @ t" + (times.minStep + 1) + " max: "
                + Cnumbers.general(15, 8, times.max) + " @ t" + (times.maxStep + 1));
        section(EntityKind.GLOBAL, "GLOBAL VARIABLES", "");
        section(EntityKind.NODAL, "NODAL VARIABLES", " and/or NODES");
        section(EntityKind.ELEMENT_BLOCK, "ELEMENT VARIABLES", " and/or ELEMENTS");
        section(EntityKind.NODE_SET, "NODESET VARIABLES", "");
        section(EntityKind.SIDE_SET, "SIDESET VARIABLES", "");
        section(EntityKind.EDGE_BLOCK, "EDGE BLOCK VARIABLES", "");
        section(EntityKind.FACE_BLOCK, "FACE BLOCK VARIABLES", "");
        line("");
    }

    private void section(EntityKind kind, String title, String lacking) {
        List<String> names = file.variables(kind).names().stream().distinct().toList();
        if (kind != EntityKind.GLOBAL || names.isEmpty()) {
            line("");
        }
        line(names.isEmpty() ? "# No " + title + lacking : title + " relative 1.e-6 floor 0.0");
        for (String name : names) {
            Extremes found = new Extremes();
            if (kind == EntityKind.GLOBAL || kind == EntityKind.NODAL) {
                List<TimeSeries> all = kind == EntityKind.GLOBAL ? file.globalVariables() : file.nodalVariables();
                all.stream().filter(series -> series.name().equals(name)).forEach(series -> found.addAll(series, 0));
            } else {
                for (Entity entity : file.entities(kind)) {
                    entity.variable(name).ifPresent(series -> found.addAll(series, entity.index()));
                }
            }
            line("\t" + name + " ".repeat(Math.max(0, nameWidth - name.length())) + "  # min: "
                    + extreme(kind, found.min, found.minStep, found.minEntity, found.minIndex) + "\tmax: "
                    + extreme(kind, found.max, found.maxStep, found.maxEntity, found.maxIndex));
        }
    }

    private String extreme(EntityKind kind, double value, long step, int entity, long index) {
        String start = Cnumbers.general(15, 8, value) + " @ t" + (step + 1);
        if (kind == EntityKind.GLOBAL) {
            return start;
        }
        if (kind == EntityKind.NODAL) {
            return start + ",n" + nodeId(index);
        }
        Entity owner = file.entities(kind).get(entity);
        return start + switch (owner) {
            case ElementBlock block -> ",b" + block.id() + ",e" + elementId(block.firstIndex() + index);
            case SideSet set -> ",s" + set.id() + ",f" + elementId(set.entries().get(index) - 1) + "."
                    + set.sides().get(index);
            case EntitySet set -> ",s" + set.id() + ",n" + nodeId(set.entries().get(index) - 1);
            default -> ",b" + owner.id() + (kind == EntityKind.EDGE_BLOCK ? ",e" : ",f") + (index + 1);
        };
    }

    private long nodeId(long index) {
        return hasLocalIds || file.nodeCount() == 0 ? index + 1 : file.nodeIds().id(index);
    }

    private long elementId(long index) {
        return hasLocalIds || file.elementCount() == 0 ? index + 1 : file.elementIds().id(index);
    }

    /// The least distance of two nodes: along the axis where the mesh is longest, only near ones need be looked at.
    private double separation() {
        List<double[]> axes = file.coordinates().axes().stream().map(RealView::toArray).toList();
        int nodes = Math.toIntExact(file.nodeCount());
        if (nodes < 2 || axes.isEmpty()) {
            return 0;
        }
        double[] longest = axes.stream().max(Comparator.comparingDouble(Summary::range)).orElseThrow();
        int[] order = IntStream.range(0, nodes).boxed().sorted(Comparator.comparingDouble(node -> longest[node]))
                .mapToInt(Integer::intValue).toArray();
        double least = Double.MAX_VALUE;
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                double along = longest[order[j]] - longest[order[i]];
                if (along * along > least) {
                    break;
                }
                double square = 0;
                for (double[] axis : axes) {
                    double gap = axis[order[j]] - axis[order[i]];
                    square += gap * gap;
                }
                least = Math.min(least, square);
            }
        }
        return Math.sqrt(least);
    }

    private static double range(double[] values) {
        return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    }

    /// The smallest and largest absolute value; the first of equal ones.
    private static final class Extremes {

        private double min = Double.MAX_VALUE;
        private double max = -1;
        private long minStep = -1;
        private long maxStep = -1;
        private int minEntity;
        private int maxEntity;
        private long minIndex;
        private long maxIndex;

        void addAll(TimeSeries series, int entity) {
            for (long step = 0; step < series.steps(); step++) {
                RealView values = series.step(step);
                for (long i = 0; i < values.size(); i++) {
                    add(values.get(i), step, entity, i);
                }
            }
        }

        void add(double value, long step, int entity, long index) {
            double size = Math.abs(value);
            if (size < min || size == min && step < minStep) {
                min = size;
                minStep = step;
                minEntity = entity;
                minIndex = index;
            }
            if (size > max || size == max && step < maxStep) {
                max = size;
                maxStep = step;
                maxEntity = entity;
                maxIndex = index;
            }
        }
    }
}
