package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerRange;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.TextView;
import java.math.BigInteger;

/// Compares the values that typed views give with an oracle's sums, extremes, and first and last values.
final class NumberComparison {

    private final String place;
    private final JsonNode expected;
    private final ArrayView values;
    private final Report report;

    NumberComparison(String place, JsonNode expected, ArrayView values, Report report) {
        this.place = place;
        this.expected = expected;
        this.values = values;
        this.report = report;
    }

    void run() {
        report.same("counts", place, expected.path("count").asLong(), values.count());
        if (values.count() == 0) {
            return;
        }
        if (values.type() == ElementType.CHAR) {
            // The rows of several records are not evenly spaced; those of one are.
            text(values.rank() > 2 ? values.select(0, 0).text() : values.text());
        } else if (values.type().isReal()) {
            reals(table().realMatrix());
        } else {
            integers(table().integerMatrix());
        }
    }

    /// Whatever the rank, as a matrix: records lie apart, so only the first dimension may be kept.
    private ArrayView table() {
        return switch (values.rank()) {
            case 0 -> values.repeated(1).asColumn();
            case 1 -> values.asColumn();
            default -> values;
        };
    }

    private void text(TextView rows) {
        JsonNode first = expected.path("first_rows");
        for (int row = 0; row < first.size() && row < rows.size(); row++) {
            String text = first.get(row).asText();
            // Bytes that are not UTF-8 were replaced.
            if (!text.contains("\ufffd")) {
                int nul = text.indexOf('\0');
                report.same("text rows", place, (nul < 0 ? text : text.substring(0, nul)).stripTrailing(),
                        rows.get(row));
            }
        }
    }

    private void reals(RealMatrix matrix) {
        MinMax range = matrix.minMax();
        long positive = expected.path("posinf").asLong();
        long negative = expected.path("neginf").asLong();
        report.same("NaN counts", place, expected.path("nan").asLong(), range.nans());
        report.same("infinity counts", place, positive + negative, range.infinites());
        // The oracle's extremes are those of the finite values.
        if (expected.hasNonNull("min")) {
            report.same("extremes", place, negative > 0 ? Double.NEGATIVE_INFINITY : real("min"), range.min());
            report.same("extremes", place, positive > 0 ? Double.POSITIVE_INFINITY : real("max"), range.max());
        }
        if (range.nans() == 0 && range.infinites() == 0) {
            double sum = Double.parseDouble(expected.path("sum").asText());
            double scale = Math.max(Math.abs(range.min()), Math.abs(range.max())) * matrix.size();
            report.count("sums");
            if (Math.abs(matrix.sum() - sum) > 1e-13 * scale) {
                report.difference(place, "sum is " + matrix.sum() + " instead of " + sum);
            }
        }
        JsonNode first = expected.path("first5");
        JsonNode last = expected.path("last5");
        for (int i = 0; i < first.size(); i++) {
            report.same("single values", place, parse(first.get(i)), at(matrix, i));
            report.same("single values", place, parse(last.get(i)), at(matrix, matrix.size() - last.size() + i));
        }
    }

    private double real(String key) {
        return parse(expected.path(key));
    }

    /// Floats are written as the shortest text that is that float.
    private double parse(JsonNode number) {
        String text = switch (number.asText()) {
            case "nan" -> "NaN";
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            default -> number.asText();
        };
        return values.type() == ElementType.FLOAT ? Float.parseFloat(text) : Double.parseDouble(text);
    }

    private static double at(RealMatrix matrix, long position) {
        return matrix.get(position / matrix.columns(), position % matrix.columns());
    }

    private void integers(IntegerMatrix matrix) {
        boolean fits = ContainerOracle.number(expected, "max").bitLength() < Long.SIZE;
        if (fits) {
            IntegerRange range = matrix.minMax();
            report.same("extremes", place, expected.path("min").asLong(), range.min());
            report.same("extremes", place, expected.path("max").asLong(), range.max());
        }
        BigInteger sum = ContainerOracle.number(expected, "sum");
        if (fits && sum.bitLength() < Long.SIZE) {
            BigInteger total = BigInteger.ZERO;
            for (long row = 0; row < matrix.rows(); row++) {
                total = total.add(BigInteger.valueOf(matrix.row(row).sum()));
            }
            report.same("sums", place, sum, total);
        }
        JsonNode first = expected.path("first5");
        JsonNode last = expected.path("last5");
        for (int i = 0; i < first.size(); i++) {
            report.same("single values", place, first.get(i).bigIntegerValue(), exact(matrix, i));
            report.same("single values", place, last.get(i).bigIntegerValue(),
                    exact(matrix, matrix.size() - last.size() + i));
        }
    }

    private BigInteger exact(IntegerMatrix matrix, long position) {
        long value = matrix.get(position / matrix.columns(), position % matrix.columns());
        return values.type() == ElementType.UINT64 ? new BigInteger(Long.toUnsignedString(value))
                : BigInteger.valueOf(value);
    }
}
