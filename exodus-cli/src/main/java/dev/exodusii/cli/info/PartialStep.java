package dev.exodusii.cli.info;

import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What there is of the step at which a file was cut short.
///
/// @param step    the 0-based step
/// @param whole   the variables whose values at that step are all in the file, in the order in which they lie there
/// @param cut     the variable that is cut short there, at most one
/// @param missing the variables of which nothing is there
record PartialStep(long step, List<Variable> whole, List<Variable> cut, List<Variable> missing) {

    /// Finds what there is.
    ///
    /// @param file the container
    /// @return nothing where no step is incomplete
    static Optional<PartialStep> of(NetcdfFile file) {
        dev.exodusii.netcdf.Layout layout = file.layout();
        if (layout.recordStart() < 0 || layout.recordsDeclared() <= layout.recordsComplete()) {
            return Optional.empty();
        }
        long before = layout.recordsComplete() * layout.recordStride();
        PartialStep partial = new PartialStep(layout.recordsComplete(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>());
        file.variables().stream().filter(Variable::isRecord).sorted(Comparator.comparingLong(Variable::begin))
                .forEach(variable -> {
                    long from = variable.begin() + before;
                    (from + bytes(variable) <= layout.fileBytes() ? partial.whole
                            : from < layout.fileBytes() ? partial.cut : partial.missing).add(variable);
                });
        return Optional.of(partial);
    }

    private static long bytes(Variable variable) {
        long bytes = variable.type().byteSize();
        long[] shape = variable.shape();
        for (int d = 1; d < shape.length; d++) {
            bytes *= shape[d];
        }
        return bytes;
    }

    List<Text> lines(Page page) {
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of("step " + Numbers.grouped(step) + " in part: " + Numbers.count(whole.size(), "variable")
                + " of " + Numbers.grouped((long) whole.size() + cut.size() + missing.size())));
        add(lines, "there", whole, page);
        add(lines, "cut short", cut, page);
        add(lines, "missing", missing, page);
        return lines;
    }

    private static void add(List<Text> lines, String label, List<Variable> variables, Page page) {
        Text start = Text.of("  ").plus(Text.of(Style.LABEL, label)).padRight(13);
        int room = page.breakAt() == Integer.MAX_VALUE ? page.breakAt() : Math.max(20, page.breakAt() - 13);
        for (Text line : Layout.flow(variables.stream().map(variable -> Text.of(variable.name())).toList(), room,
                Integer.MAX_VALUE)) {
            lines.add(start.plus(line));
            start = Text.of(" ".repeat(13));
        }
    }

    void write(Json json) {
        json.field("step", step).texts("whole", names(whole)).texts("cut", names(cut)).texts("missing", names(missing));
    }

    private static List<String> names(List<Variable> variables) {
        return variables.stream().map(Variable::name).toList();
    }
}
