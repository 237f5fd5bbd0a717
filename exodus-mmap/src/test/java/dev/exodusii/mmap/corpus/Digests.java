package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerRange;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;

/// Compares views with the oracle's digests: number of values, hash of their 64-bit forms, extremes.
final class Digests {

    private final ModelCase model;

    Digests(ModelCase model) {
        this.model = model;
    }

    void integers(String topic, String place, JsonNode expected, IntegerView values) {
        if (integers(topic, place, expected, values.size(), values::get) && values.size() > 0) {
            range(topic, place, expected, values.minMax());
        }
    }

    private void range(String topic, String place, JsonNode expected, IntegerRange range) {
        model.same(topic, place + " min", expected.path("min").asLong(), range.min());
        model.same(topic, place + " max", expected.path("max").asLong(), range.max());
    }

    void integers(String topic, String place, JsonNode expected, IntegerMatrix values) {
        if (integers(topic, place, expected, values.size(),
                i -> values.get(i / values.columns(), i % values.columns())) && values.size() > 0) {
            range(topic, place, expected, values.minMax());
        }
    }

    /// Returns whether there was an answer to compare with.
    boolean integers(String topic, String place, JsonNode expected, long size, LongUnaryOperator values) {
        if (!hasAnswer(place, expected, size)) {
            return false;
        }
        model.same(topic, place + " count", expected.path("n").asLong(), size);
        Sha256 sha = new Sha256();
        for (long i = 0; i < size; i++) {
            sha.add(values.applyAsLong(i));
        }
        model.same(topic, place, expected.path("sha256").asText(), sha.hex());
        return true;
    }

    void reals(String topic, String place, JsonNode expected, RealView values) {
        if (reals(topic, place, expected, values.size(), values::get)) {
            range(topic, place, expected, values.minMax());
        }
    }

    void reals(String topic, String place, JsonNode expected, RealMatrix values) {
        if (reals(topic, place, expected, values.size(),
                i -> values.get(i / values.columns(), i % values.columns()))) {
            range(topic, place, expected, values.minMax());
        }
    }

    boolean reals(String topic, String place, JsonNode expected, long size, LongToDoubleFunction values) {
        if (!hasAnswer(place, expected, size)) {
            return false;
        }
        model.same(topic, place + " count", expected.path("n").asLong(), size);
        Sha256 sha = new Sha256();
        for (long i = 0; i < size; i++) {
            sha.add(values.applyAsDouble(i));
        }
        model.same(topic, place, expected.path("sha256").asText(), sha.hex());
        return true;
    }

    private void range(String topic, String place, JsonNode expected, MinMax range) {
        if (range.count() > 0) {
            model.same(topic, place + " NaN", expected.path("nan").asLong(), range.nans());
            model.same(topic, place + " min", number(expected.path("min")), zeroless(range.min()));
            model.same(topic, place + " max", number(expected.path("max")), zeroless(range.max()));
        }
    }

    /// The extremes of nothing but NaN are null in the oracle.
    static double number(JsonNode number) {
        return number.isNull() ? Double.NaN : zeroless(Double.parseDouble(number.asText()));
    }

    /// Which of two zeros is the smaller one does not matter.
    private static double zeroless(double value) {
        return value == 0 ? 0.0 : value;
    }

    private boolean hasAnswer(String place, JsonNode expected, long size) {
        if (KnownReferenceFaults.hasOtherCount(expected)) {
            model.excuse(ReferenceFault.OTHER_COUNT);
            return false;
        }
        if (expected.isObject()) {
            return true;
        }
        if (size > 0 || expected.isNull()) {
            model.excuse(ReferenceFault.NO_ANSWER);
            if (!hasFailed()) {
                model.difference(place, "the oracle has no values and tells of no error, but the file has " + size);
            }
        }
        return false;
    }

    private boolean hasFailed() {
        return !model.oracle().path("errors").isEmpty() || model.oracle().has("crash")
                || !model.oracle().path("crashes").isEmpty();
    }
}
