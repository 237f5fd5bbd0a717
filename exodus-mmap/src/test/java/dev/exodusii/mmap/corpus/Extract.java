package dev.exodusii.mmap.corpus;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.NodeSet;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What some blocks of a mesh are, in a way that does not depend on how nodes and elements are numbered: everything is
/// named by ids, and nodes by ids and places; meshes with edge or face blocks are another matter. Made entry by entry, with nothing that the copy uses.
final class Extract {

    private static final long MOST = 400;

    private final ExodusFile file;
    private final List<String> lines = new ArrayList<>();
    private final Set<Long> nodes = new TreeSet<>();
    private final Map<Long, ElementBlock> elements = new HashMap<>();

    private Extract(ExodusFile file) {
        this.file = file;
    }

    static List<String> of(ExodusFile file, Predicate<ElementBlock> isTaken) {
        Extract extract = new Extract(file);
        List<ElementBlock> blocks = file.elementBlocks().stream().filter(isTaken).toList();
        blocks.forEach(extract::nodesOf);
        for (ElementBlock block : blocks) {
            extract.block(block);
        }
        extract.nodes();
        file.nodeSets().forEach(extract::set);
        file.sideSets().forEach(extract::set);
        file.elementSets().forEach(extract::set);
        return extract.lines;
    }

    /// A number in a row of nodes.
    @FunctionalInterface
    private interface Rows {
        long number(long row, long column);
    }

    private void plainNodes(long columns, long rows, Rows numbers) {
        for (long row = 0; row < rows; row++) {
            for (long column = 0; column < columns; column++) {
                long index = numbers.number(row, column) - 1;
                if (index >= 0 && index < file.nodeCount()) {
                    nodes.add(index);
                }
            }
        }
    }

    private void nodesOf(ElementBlock block) {
        for (long row = 0; row < block.size(); row++) {
            elements.put(block.firstIndex() + row, block);
        }
        if (block.size() > 0 && !block.isJagged()) {
            long columns = block.topology().family() == Family.BEZIER ? block.nodesPerEntry() / 2 : block.nodesPerEntry();
            plainNodes(columns, block.size(), (row, column) -> block.connectivity().get(row, column));
        } else if (block.size() > 0 && block.topology().family() == Family.NSIDED) {
            block.polygons().forEachRow((row, values) -> plainNodes(values.size(), 1, (_, column) -> values.get(column)));
        }
    }

    private String node(long number) {
        if (number < 1 || number > file.nodeCount()) {
            return "no node";
        }
        StringBuilder text = new StringBuilder().append(file.nodeIds().id(number - 1));
        for (int axis = 0; axis < file.dimension(); axis++) {
            text.append(file.coordinates().isStored(axis) ? " " + file.coordinates().axis(axis).get(number - 1) : "");
        }
        return text.toString();
    }

    /// A file may declare fewer elements than its blocks have.
    private String element(long index) {
        return index < file.elementIds().size() ? Long.toString(file.elementIds().id(index)) : "one more";
    }

    private void block(ElementBlock block) {
        lines.add(block + " " + block.elementType() + " " + block.size());
        for (long row = 0; row < Math.min(block.size(), MOST); row++) {
            long element = row;
            StringBuilder text = new StringBuilder().append(element(block.firstIndex() + row)).append(':');
            if (block.topology().family() == Family.NSIDED) {
                block.polygons().row(row).stream().forEach(number -> text.append(' ').append(node(number)));
            } else if (!block.isJagged()) {
                long columns = block.topology().family() == Family.BEZIER ? block.nodesPerEntry() / 2
                        : block.nodesPerEntry();
                for (long column = 0; column < columns; column++) {
                    text.append(' ').append(node(block.connectivity().get(row, column)));
                }
            }
            for (int attribute = 0; attribute < block.attributes().size(); attribute++) {
                text.append(" a").append(block.attributes().attribute(attribute).get(row));
            }
            block.variables().forEach(series -> text.append(' ').append(series.name()).append(values(series, element)));
            lines.add(text.toString());
        }
    }

    private static String values(TimeSeries series, long entry) {
        return series.history(entry).stream().limit(MOST).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private void nodes() {
        lines.add("nodes " + nodes.size());
        nodes.stream().limit(MOST).forEach(index -> {
            StringBuilder text = new StringBuilder(node(index + 1));
            file.nodalVariables().forEach(series -> text.append(' ').append(values(series, index)));
            lines.add(text.toString());
        });
    }

    private void set(EntitySet set) {
        IntegerView entries = set.entries();
        RealView factors = set.distributionFactors();
        List<String> own = new ArrayList<>();
        long at = 0;
        for (long entry = 0; entry < set.size(); entry++) {
            long index = entries.get(entry) - 1;
            boolean isNothing = index < 0 || index >= (set instanceof NodeSet ? file.nodeCount() : file.elementCount());
            int count = set instanceof SideSet sides ? sides.faces().nodeCount(entry) : 1;
            boolean isTaken = set instanceof NodeSet ? nodes.contains(index) : elements.containsKey(index);
            if ((isTaken || isNothing) && own.size() < MOST) {
                StringBuilder text = new StringBuilder();
                text.append(isNothing ? "nothing" : set instanceof NodeSet ? node(index + 1)
                        : element(index));
                if (set instanceof SideSet sides) {
                    text.append(" side ").append(sides.sides().get(entry));
                }
                boolean areFitting = set.hasDistributionFactors() && factors.size() == expected(set);
                for (int i = 0; i < count && areFitting; i++) {
                    text.append(' ').append(factors.get(at + i));
                }
                long row = entry;
                set.variables().forEach(series -> text.append(' ').append(values(series, row)));
                own.add(text.toString());
            }
            at += count;
        }
        if (!own.isEmpty()) {
            lines.add(set.toString());
            lines.addAll(own);
        }
    }

    private static long expected(EntitySet set) {
        return set instanceof SideSet sides ? sides.faces().totalNodeCount() : set.size();
    }
}
