package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the values of all variables.
final class VariableComparison {

    private final ModelCase model;
    private final ExodusFile file;
    private final Digests digests;
    private final StepComparison steps;

    VariableComparison(ModelCase model) {
        this.model = model;
        this.file = model.file();
        this.digests = new Digests(model);
        this.steps = new StepComparison(model);
    }

    void run() {
        steps.times(model.oracle().path("time"));
        JsonNode variables = model.oracle().path("vars");
        globals(variables.path("global"));
        nodal(variables.path("nodal"));
        for (EntityKind kind : EntityKind.values()) {
            if (kind != EntityKind.GLOBAL && kind != EntityKind.NODAL) {
                new EntityVariableComparison(model, steps, kind).run(variables.path(ModelComparison.key(kind)));
            }
        }
    }

    private void globals(JsonNode expected) {
        List<TimeSeries> stored = file.globalVariables();
        model.names("variable names", "global variables", expected.path("names"),
                file.variables(EntityKind.GLOBAL).names());
        for (JsonNode value : expected.path("values")) {
            if (steps.hasStep(value)) {
                long step = value.path("step").asLong() - 1;
                digests.reals("global values", "global variables at step " + step, value.path("digest"),
                        stored.size(), v -> stored.get((int) v).get(step, 0));
                for (int v = 0; v < value.path("all").size(); v++) {
                    model.same("global values", "global variable " + v, Digests.number(value.path("all").get(v)),
                            stored.get(v).step(step).get(0) + 0.0);
                }
            }
        }
        if (expected.path("all_steps").isObject() && !stored.isEmpty()
                && steps.hasAllSteps(expected.path("all_steps").path("n").asLong() / stored.size())) {
            digests.reals("global values", "global variables at all steps", expected.path("all_steps"),
                    steps.steps() * stored.size(),
                    i -> stored.get((int) (i % stored.size())).get(i / stored.size(), 0));
        }
        for (JsonNode history : expected.path("history")) {
            TimeSeries series = stored.get(history.path("v").asInt() - 1);
            steps.history("global values", "global variable " + series.name(), history, series.history(0));
        }
    }

    private void nodal(JsonNode expected) {
        model.names("variable names", "nodal variables", expected.path("names"),
                file.variables(EntityKind.NODAL).names());
        Map<Integer, TimeSeries> stored = StepComparison.byIndex(file.nodalVariables(),
                file.variables(EntityKind.NODAL).names());
        for (JsonNode value : expected.path("values")) {
            if (steps.hasStep(value)) {
                nodalStep(value, Optional.ofNullable(stored.get(value.path("v").asInt())));
            }
        }
        for (JsonNode all : expected.path("all_steps")) {
            TimeSeries series = stored.get(all.path("v").asInt());
            if (series == null) {
                model.difference("nodal variable " + all.path("v"), "has no values");
            } else if (series.size() > 0 && steps.hasAllSteps(all.path("n").asLong() / series.size())) {
                digests.reals("nodal values", series.name() + " at all steps", all, series.values().size(),
                        i -> series.get(i / series.size(), i % series.size()));
            }
        }
        for (JsonNode history : expected.path("history")) {
            TimeSeries series = stored.get(history.path("v").asInt());
            if (series != null) {
                steps.history("nodal values", series.name(), history,
                        series.history(history.path("entry").asLong() - 1));
            } else if (history.path("hist").isObject()) {
                model.difference("nodal variable " + history.path("v"), "has no values");
            }
        }
    }

    private void nodalStep(JsonNode value, Optional<TimeSeries> series) {
        String place = "nodal variable " + value.path("v") + " step " + value.path("step");
        if (!value.path("d").isObject()) {
            model.excuse(ReferenceFault.NO_ANSWER);
            model.same("nodal values", place + " stored", false, series.isPresent());
        } else if (series.isEmpty()) {
            model.difference(place, "has no values");
        } else {
            digests.reals("nodal values", place, value.path("d"), series.get().step(value.path("step").asLong() - 1));
        }
    }
}
