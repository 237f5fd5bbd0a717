package dev.exodusii.cli.repair;

import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.netcdf.Variable;
import java.util.ArrayList;
import java.util.List;

/// What was saved, for people.
public final class RepairScreen {

    private static final int LABEL = 11;

    private RepairScreen() {}

    /// Draws it.
    ///
    /// @param saved what was saved
    /// @param bytes the size of what was written
    /// @param width the columns that there are
    /// @return the lines
    public static List<Text> of(Saved saved, long bytes, int width) {
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of(Style.STRONG, saved.output()).plus("  " + saved.definition().format().label() + ", "
                + Numbers.bytes(bytes) + ", " + Numbers.count(saved.definition().variables().size(), "variable")));
        line("records", records(saved), width, lines);
        if (saved.uncounted() > 0) {
            String pronoun = saved.uncounted() == 1 ? "it" : "them";
            line("uncounted", Numbers.count(saved.uncounted(), "record") + " behind the count of the header "
                    + (saved.uncounted() == 1 ? "is" : "are") + " complete and taken; whether the writer was done with "
                    + pronoun + " cannot be told (--counted leaves " + pronoun + " out)", width, lines);
        }
        if (saved.left() > 0) {
            line("left out", Numbers.count(saved.left(), "record") + " behind the count of the header", width, lines);
        }
        if (!saved.dropped().isEmpty()) {
            line("dropped", String.join(", ", saved.dropped().stream().map(Variable::name).toList()), width, lines);
        }
        line("verified", saved.wasSound() ? "the file was sound; this is a copy, equal byte for byte"
                : "all values are equal to those of " + saved.input() + ", byte for byte", width, lines);
        return lines;
    }

    private static String records(Saved saved) {
        String written = Numbers.grouped(saved.records());
        String partial = saved.partial() > 0 ? "; " + Numbers.bytes(saved.partial()) + " of the next one are dropped" : "";
        if (saved.declared().isEmpty()) {
            return written + " complete; the header leaves their number open" + partial;
        }
        if (saved.uncounted() > 0) {
            return written + "; the header counts " + Numbers.grouped(saved.declared().getAsLong());
        }
        return saved.lost() == 0 ? written + partial : written + " of the " + Numbers.grouped(saved.declared().getAsLong())
                + " that the header promises" + partial;
    }

    private static void line(String label, String text, int width, List<Text> lines) {
        lines.addAll(Layout.wrap(Text.of("  " + label).padRight(LABEL + 2), text, LABEL + 2, width));
    }
}
