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
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prints the smallest and largest absolute values of one file, in the form of a command file.
public final class Summary {

    private final ExodusFile file;
    private final PrintStream out;
    private final Workers workers;
    private final boolean hasLocalIds;
    private final int nameWidth;
    private boolean hasNan;

    private Summary(ExodusFile file, ExodiffOptions options, Workers workers, PrintStream out) {
        this.file = file;
        this.workers = workers;
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
    /// @param file    the open file
    /// @param options what was asked for
    /// @param workers who does the work
    /// @param out     where to print
    /// @return the status: 0, or 2 where values are NaN that are not to be ignored
    public static int print(ExodusFile file, ExodiffOptions options, Workers workers, PrintStream out) {
        Summary summary = new Summary(file, options, workers, out);
        summary.print(options);
        return summary.hasNan && !options.settings().has(CompareFlag.IGNORE_NANS) && options.tellsStatus() ? 2 : 0;
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
            times.add(file.times().time(step), new Extremes.Place(step, 0, 0));
        }
        line(file.times().isEmpty() ? "# No TIME STEPS" : "TIME STEPS relative 1.e-6 floor 0.0     # min: "
                + Cnumbers.general(15, 8, times.min()) + " @ t" + (times.minPlace().step() + 1) + " max: "
                + Cnumbers.general(15, 8, times.max()) + " @ t" + (times.maxPlace().step() + 1));
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
        List<Extremes> found = ExtremesScan.run(parts(kind, names), names.size(), file.times().steps(), workers);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Extremes extremes = found.get(i);
            hasNan |= extremes.hasNan() && kind != EntityKind.GLOBAL;
            line("\t" + name + " ".repeat(Math.max(0, nameWidth - name.length())) + "  # min: "
                    + extreme(kind, extremes.min(), extremes.minPlace()) + "\tmax: "
                    + extreme(kind, extremes.max(), extremes.maxPlace()));
        }
    }

    private List<ExtremesScan.Part> parts(EntityKind kind, List<String> names) {
        List<ExtremesScan.Part> parts = new ArrayList<>();
        if (kind == EntityKind.GLOBAL || kind == EntityKind.NODAL) {
            for (TimeSeries series : kind == EntityKind.GLOBAL ? file.globalVariables() : file.nodalVariables()) {
                parts.add(new ExtremesScan.Part(names.indexOf(series.name()), 0, series));
            }
        } else {
            for (int i = 0; i < names.size(); i++) {
                for (Entity entity : file.entities(kind)) {
                    Optional<TimeSeries> series = entity.variable(names.get(i));
                    if (series.isPresent()) {
                        parts.add(new ExtremesScan.Part(i, entity.index(), series.get()));
                    }
                }
            }
        }
        return parts;
    }

    private String extreme(EntityKind kind, double value, Extremes.Place place) {
        String start = Cnumbers.general(15, 8, value) + " @ t" + (place.step() + 1);
        long index = place.index();
        if (kind == EntityKind.GLOBAL) {
            return start;
        }
        if (kind == EntityKind.NODAL) {
            return start + ",n" + nodeId(index);
        }
        Entity owner = file.entities(kind).get(place.entity());
        return start + switch (owner) {
            case ElementBlock block -> ",b" + block.id() + ",e" + elementId(block.firstIndex() + index);
            case SideSet set -> ",s" + set.id() + ",f" + elementId(set.entries().get(index) - 1) + "."
                    + set.sides().get(index);
            case EntitySet set -> ",s" + set.id() + ",n" + nodeId(set.entries().get(index) - 1);
            default -> ",b" + owner.id() + (kind == EntityKind.EDGE_BLOCK ? ",e" : ",f") + (index + 1);
        };
    }

    private long nodeId(long index) {
        return hasLocalIds ? index + 1 : file.nodeIds().idOrNumber(index);
    }

    private long elementId(long index) {
        return hasLocalIds ? index + 1 : file.elementIds().idOrNumber(index);
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
}
