package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.TimeAxis;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.RealView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares the time steps, and knows which of the library's steps are really in the file.
final class StepComparison {

    private final ModelCase model;
    private final Digests digests;
    private final long steps;

    StepComparison(ModelCase model) {
        this.model = model;
        this.digests = new Digests(model);
        this.steps = model.file().times().steps();
    }

    long steps() {
        return steps;
    }

    void times(JsonNode expected) {
        TimeAxis times = model.file().times();
        if (expected.path("steps").asLong() != steps && model.isTruncated()) {
            model.excuse(ReferenceFault.ZEROS_BEHIND_END);
        } else {
            model.same("times", "steps", expected.path("steps").asLong(), steps);
            times.stored().ifPresent(stored -> {
                if (steps > 0) {
                    digests.reals("times", "times", expected.path("digest"), stored);
                }
            });
        }
        for (int i = 0; i < expected.path("selected").size(); i++) {
            long step = expected.path("selected").get(i).asLong() - 1;
            if (step < steps && expected.path("one").path(i).isNumber()) {
                model.same("times", "time " + step, expected.path("one").get(i).asDouble(), times.time(step));
            }
        }
    }

    /// Tells whether all steps that the library knows are there; a digest over all of them is of no use otherwise.
    boolean hasAllSteps(long expectedSteps) {
        if (expectedSteps != steps && model.isTruncated()) {
            model.excuse(ReferenceFault.ZEROS_BEHIND_END);
        } else {
            model.same("times", "steps with values", expectedSteps, steps);
        }
        return expectedSteps == steps;
    }

    boolean hasStep(JsonNode value) {
        boolean isThere = value.path("step").asLong() <= steps;
        if (!isThere) {
            model.excuse(ReferenceFault.ZEROS_BEHIND_END);
            if (!model.isTruncated()) {
                model.difference("step " + value.path("step"), "is missing although the file is whole");
            }
        }
        return isThere;
    }

    void history(String topic, String place, JsonNode history, RealView values) {
        JsonNode digest = history.path("hist");
        if (!digest.isObject() || hasAllSteps(digest.path("n").asLong())) {
            digests.reals(topic, place + " history", digest, values);
        }
    }

    /// Series by the 1-based number of their variable; names may repeat, the order does not change.
    static Map<Integer, TimeSeries> byIndex(List<TimeSeries> stored, List<String> names) {
        Map<Integer, TimeSeries> found = new HashMap<>();
        int next = 0;
        for (int v = 0; v < names.size() && next < stored.size(); v++) {
            if (stored.get(next).name().equals(names.get(v))) {
                found.put(v + 1, stored.get(next++));
            }
        }
        return found;
    }
}
