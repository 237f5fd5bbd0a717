package dev.exodusii.cli.copy;

import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.write.ExodusDefinition;
import java.util.List;

/// A file that was written.
///
/// @param output     its name
/// @param definition what it holds
/// @param steps      how many steps
/// @param bytes      its size
/// @param isSparse   whether most of it are holes
/// @param seconds    how long that took
/// @param remarks    what it does not hold, or not as one might think
public record Outcome(String output, ExodusDefinition definition, long steps, long bytes, boolean isSparse,
        double seconds, List<String> remarks) {

    /// Of what is smaller, or written in less time, nobody wants to know how fast.
    private static final long WORTH_MENTIONING = 100_000_000;

    /// Makes the record; the list is copied.
    public Outcome {
        remarks = List.copyOf(remarks);
    }

    /// Says what was written, for people.
    ///
    /// @param width the columns that there are
    /// @return the lines
    public List<Text> lines(int width) {
        String speed = bytes < WORTH_MENTIONING || seconds < 1 || isSparse ? "" : ", " + Numbers.bytes((long) (bytes / seconds)) + "/s";
        return Layout.wrap(Text.of(Style.STRONG, output).plus("  "), definition.format().label() + ", "
                + Numbers.bytes(bytes) + ", " + Numbers.count(definition.nodeCount(), "node") + ", "
                + Numbers.count(definition.elementCount(), "element") + ", " + Numbers.count(steps, "step") + speed,
                2, width);
    }

    /// Says what was written, for programs.
    ///
    /// @param json an object that is open
    public void write(Json json) {
        json.field("output", output).field("kind", definition.format().label()).field("bytes", bytes)
                .field("nodes", definition.nodeCount()).field("elements", definition.elementCount()).field("steps", steps)
                .field("seconds", seconds).texts("remarks", remarks);
    }
}
