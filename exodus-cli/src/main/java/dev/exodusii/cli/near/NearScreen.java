package dev.exodusii.cli.near;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Table;
import dev.exodusii.cli.text.Text;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.LocalPoint;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What there is at a point, for people.
public final class NearScreen {

    private static final String INDENT = "  ";
    private static final int DIGITS = 6;
    private static final int GAP = 4;
    /// Natural coordinates are about 1; what is smaller than this is what rounding left of 0.
    private static final double NOISE = 1e-12;
    /// Longer tables go on in further columns, so that the usual number of variables fits on a screen.
    private static final int ROWS = 18;

    private NearScreen() {}

    /// Draws an answer.
    ///
    /// @param file   the file
    /// @param answer what was found
    /// @param page   the room that there is
    /// @return the lines
    public static List<Text> draw(ExodusFile file, Answer answer, Page page) {
        List<Text> lines = new ArrayList<>();
        String when = answer.moment().map(moment -> "   step " + moment.label() + ", time " + Numbers.real(moment.time()))
                .orElse("");
        lines.add(Text.of(Style.STRONG, "at " + answer.place().text()).plus(when));
        lines.addAll(node(file, answer, page));
        lines.addAll(element(file, answer, page));
        List<List<Text>> tables = tables(answer);
        if (!tables.isEmpty()) {
            lines.add(Text.EMPTY);
            Layout.beside(tables, GAP, page.width() - INDENT.length())
                    .forEach(line -> lines.add(line.isEmpty() ? line : Text.of(INDENT).plus(line)));
        }
        skipped(answer.node().skipped(), "node", "not placed: coordinates are missing or not finite", page, lines);
        skipped(answer.element().skipped(), "element", "not placed: no known shape, or nodes that are wrong or nowhere", page,
                lines);
        return lines;
    }

    private static List<Text> node(ExodusFile file, Answer answer, Page page) {
        if (answer.node().found().isEmpty()) {
            return List.of(Text.of(INDENT + "no node has coordinates"));
        }
        NearestNode node = answer.node().found().get();
        return Layout.wrap(Text.of(INDENT).plus(Text.of(Style.LABEL, "node " + PlaceText.id(file.nodeIds(), node.index())))
                .plus("   "), point(node.position(), file.dimension()) + "   distance " + rounded(node.distance()),
                2 * INDENT.length(), page.breakAt());
    }

    private static List<Text> element(ExodusFile file, Answer answer, Page page) {
        if (answer.element().found().isEmpty()) {
            return List.of(Text.of(INDENT + "no element has a place"));
        }
        ElementPoint element = answer.element().found().get();
        String id = "element " + PlaceText.id(file.elementIds(), element.elementIndex());
        String name = element.block().name();
        String block = "block " + element.block().id() + (name.isEmpty() ? "" : " '" + name + "'");
        List<Text> lines = new ArrayList<>();
        boolean fills = element.block().topology().dimension() == file.dimension();
        Text start = Text.of(INDENT + (!element.isInside() ? "nearest " : fills ? "inside " : "on "))
                .plus(Text.of(Style.LABEL, id)).plus("   ");
        lines.addAll(Layout.wrap(start, block + ", " + element.block().topology().name()
                + (element.isInside() ? "" : "   distance " + rounded(element.distance())), 2 * INDENT.length(),
                page.breakAt()));
        String at = element.isInside() ? "" : "at " + point(element.position(), file.dimension()) + "   ";
        String local = element.local().map(place -> "local " + local(place, element.block().topology().dimension())
                + "   ").orElse("");
        String nodes = "nodes " + element.nodeIndexes().mapToObj(node -> Long.toString(PlaceText.id(file.nodeIds(), node)))
                .collect(Collectors.joining(" "));
        lines.addAll(Layout.wrap(Text.of(INDENT + INDENT), at + local + nodes, 2 * INDENT.length(), page.breakAt()));
        return lines;
    }

    private static List<List<Text>> tables(Answer answer) {
        List<List<Text>> tables = new ArrayList<>();
        pieces(answer.nodal()).forEach(piece -> {
            Table table = new Table().words("NODAL").numbers("AT NODE").numbers("AT POINT");
            piece.forEach(value -> table.row(List.of(Text.of(value.name()), value(value.atNode()),
                    value(value.atPoint()))));
            tables.add(table.lines());
        });
        pieces(answer.elements()).forEach(piece -> {
            Table table = new Table().words("ELEMENT").numbers("VALUE");
            piece.forEach(value -> table.row(List.of(Text.of(value.name()), value(value.value()))));
            tables.add(table.lines());
        });
        return tables;
    }

    private static <T> List<List<T>> pieces(List<T> all) {
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ROWS) {
            pieces.add(all.subList(from, Math.min(all.size(), from + ROWS)));
        }
        return pieces;
    }

    private static Text value(OptionalDouble value) {
        return value.isPresent() ? Text.of(Numbers.rounded(value.getAsDouble(), DIGITS)) : Text.of(Style.FAINT, "-");
    }

    private static void skipped(long count, String noun, String why, Page page, List<Text> lines) {
        if (count > 0) {
            Text start = Text.of(Style.WARNING, INDENT + "warning: ");
            lines.addAll(Layout.wrap(start, Numbers.count(count, noun) + " " + why, start.width(), page.breakAt()));
        }
    }

    private static String point(Point point, int axes) {
        return list(axes, point::get);
    }

    private static String local(LocalPoint local, int dimension) {
        double[] all = {local.r(), local.s(), local.t()};
        return list(dimension, axis -> Math.abs(all[axis]) < NOISE ? 0.0 : all[axis]);
    }

    private static String list(int count, Function<Integer, Double> values) {
        Double[] all = new Double[count];
        Arrays.setAll(all, values::apply);
        return "(" + Arrays.stream(all).map(NearScreen::rounded).collect(Collectors.joining(", ")) + ")";
    }

    private static String rounded(double value) {
        return Numbers.rounded(value, DIGITS);
    }
}
