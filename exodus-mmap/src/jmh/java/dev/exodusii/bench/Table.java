package dev.exodusii.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// The tables of a comparison in Markdown.
final class Table {

    /// From here on a cell is marked as unsteady.
    private static final double UNSTEADY = 0.15;

    private static final String REASONS = """

            What stands behind them:

            - Opening and closing: half of it is closing. Memory that several threads may read is given back only when all
              threads of the program have stopped to be asked; without that, a thread that reads too late ends the program.
            - Other types and x, y, z: of loops that change types or put values at every third place HotSpot makes no vector
              code by itself. The Vector API does, where a program adds it; and gains nothing where memory is what is slow.
            - Two threads: both share the memory; "C, two threads" gains no more.
            - A history that is not in memory waits for the disk. All its pages are asked for before the first is read, as in
              "C, announced".

            """.stripTrailing() + "\n";

    private final Measured measured;
    private final StringBuilder out = new StringBuilder();
    private final List<String> losses = new ArrayList<>();
    private int goals;

    Table(Measured measured) {
        this.measured = measured;
    }

    String markdown() {
        for (Row.Part part : Row.Part.values()) {
            List<Row> rows = Row.in(part).stream().filter(row -> measured.has(row.name(), "ours")).toList();
            if (!rows.isEmpty()) {
                table(part, rows);
            }
        }
        out.append("## Where it falls short\n\n");
        if (losses.isEmpty()) {
            out.append("Nowhere: all ").append(goals).append(" goals are met.\n");
        } else {
            out.append(losses.size()).append(" of ").append(goals).append(" goals are missed:\n\n");
            losses.forEach(loss -> out.append("- ").append(loss).append('\n'));
            out.append(REASONS);
        }
        return out.toString();
    }

    private void table(Row.Part part, List<Row> rows) {
        List<String> columns = Row.CONTENDERS.stream()
                .filter(contender -> rows.stream().anyMatch(row -> measured.has(row.name(), contender))).toList();
        out.append("## ").append(part.title).append("\n\n| what | file has");
        columns.forEach(contender -> out.append(" | ").append(Row.title(contender)));
        // A cold call allocates while it opens the file, too, which is not what is asked.
        boolean isCold = part == Row.Part.COLD;
        out.append(isCold ? " |\n|---|---" : " | allocated |\n|---|---");
        columns.forEach(_ -> out.append("|--:"));
        out.append(isCold ? "|\n" : "|--:|\n");
        for (Row row : rows) {
            for (String stored : measured.stored(row.name())) {
                line(row, stored, columns);
            }
        }
        out.append('\n');
    }

    private void line(Row row, String stored, List<String> columns) {
        OptionalDouble ours = measured.time(row.name(), stored, "ours");
        if (ours.isEmpty()) {
            return;
        }
        out.append("| ").append(row.what()).append(" | ").append(label(stored));
        for (String contender : columns) {
            out.append(" | ").append(cell(row, stored, contender, ours.getAsDouble()));
        }
        if (row.part() != Row.Part.COLD) {
            OptionalDouble bytes = measured.allocated(row.name(), stored, "ours");
            out.append(" | ").append(bytes.isEmpty() ? "" : bytes(bytes.getAsDouble()));
        }
        out.append(" |\n");
    }

    private String cell(Row row, String stored, String contender, double ours) {
        OptionalDouble time = measured.time(row.name(), stored, contender);
        if (time.isEmpty()) {
            return "";
        }
        String text = (measured.spread(row.name(), stored, contender) > UNSTEADY ? "~" : "") + time(time.getAsDouble());
        if (contender.equals("ours")) {
            return "**" + text + "**";
        }
        double ratio = time.getAsDouble() / ours;
        double wanted = row.wanted(contender);
        goals += wanted > 0 ? 1 : 0;
        if (ratio < wanted) {
            losses.add(String.format(Locale.ROOT, "%s, %s: %.2f times as fast as %s, %.1f wanted%s", row.what(),
                    label(stored), ratio, Row.title(contender), wanted, withVectors(row, stored, time.getAsDouble())));
        }
        return text + String.format(Locale.ROOT, ratio < 10 ? " (%.2f)" : " (%.0f)", ratio);
    }

    /// Tells what the optional accelerator makes of it.
    private String withVectors(Row row, String stored, double time) {
        OptionalDouble vectors = measured.time(row.name(), stored, "oursVector");
        return vectors.isEmpty() ? ""
                : String.format(Locale.ROOT, "; %.2f with the Vector API", time / vectors.getAsDouble());
    }

    private static String label(String stored) {
        return stored.equals("-") ? "double" : stored.toLowerCase(Locale.ROOT);
    }

    /// Writes a time with three digits.
    static String time(double seconds) {
        String[] units = {"ns", "us", "ms", "s"};
        double value = seconds * 1e9;
        int unit = 0;
        while (unit < units.length - 1 && value >= 999.5) {
            value /= 1_000;
            unit++;
        }
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units[unit]);
    }

    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f B", bytes < 1 ? 0 : bytes);
    }
}
