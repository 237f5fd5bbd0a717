package dev.exodusii.cli.exodiff;

import dev.exodusii.cli.json.Json;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.Tolerance;
import dev.exodusii.compare.ValueDifference;
import dev.exodusii.compare.VariableResult;
import java.util.Locale;
import java.util.OptionalInt;

/// Writes what a comparison came to.
public final class ComparisonJson {

    private ComparisonJson() {}

    /// Writes the fields of a report.
    ///
    /// @param report the report
    /// @param status what the process ends with
    /// @param first  the number of the first step, 0 or 1
    /// @param json   an open object
    public static void write(ComparisonReport report, int status, int first, Json json) {
        verdict(report.verdict().name(), report.stage().name(), status, json);
        json.nonEmpty("reason", report.reason()).field("stepsCompared", report.steps());
        json.objects("messages", report.messages(), message -> json.field("level", lower(message.level().name()))
                .field("text", message.oneLine()));
        report.times().ifPresent(times -> json.object("times", inner -> write(times, first, inner)));
        if (!report.coordinates().isEmpty()) {
            json.objects("coordinates", report.coordinates(), variable -> write(variable, first, json));
        }
        json.objects("variables", report.variables(), variable -> write(variable, first, json));
    }

    /// Writes what an error came to, where there is no report.
    ///
    /// @param message what is wrong
    /// @param status  what the process ends with
    /// @param json    an open object
    public static void writeError(String message, int status, Json json) {
        verdict("error", "error", status, json);
        json.field("reason", message);
    }

    private static void verdict(String verdict, String stage, int status, Json json) {
        json.field("verdict", lower(verdict)).field("stage", lower(stage)).field("status", status);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void write(VariableResult variable, int first, Json json) {
        json.field("kind", variable.kind().label()).field("name", variable.name());
        Tolerance tolerance = variable.tolerance();
        json.object("tolerance", inner -> inner.field("mode", lower(tolerance.mode().name()))
                .field("value", tolerance.value()).field("floor", tolerance.floor()));
        json.field("compared", variable.compared()).field("over", variable.over());
        variable.worst().ifPresentOrElse(worst -> json.object("worst", inner -> write(worst, first, inner)),
                () -> json.absent("worst"));
    }

    private static void write(ValueDifference worst, int first, Json json) {
        json.id("block", worst.place().block()).id("id", worst.place().id()).field("side", worst.place().side())
                .field("step", worst.step() == 0 ? OptionalInt.empty() : OptionalInt.of(worst.step() - 1 + first))
                .field("first", worst.first()).field("second", worst.second())
                .field("delta", worst.delta());
    }
}
