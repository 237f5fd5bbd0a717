package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeAxis;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the time steps and the values of the variables of all kinds.
final class VariableComparison {

    private final ModelCase model;
    private final ExodusFile file;
    private final Digests digests;
    private final long steps;

    VariableComparison(ModelCase model) {
        this.model = model;
        this.file = model.file();
        this.digests = new Digests(model);
        this.steps = file.times().steps();
    }

    void run() {
        times(model.oracle().path("time"));
        JsonNode variables = model.oracle().path("vars");
        globals(variables.path("global"));
        nodal(variables.path("nodal"));
        for (EntityKind kind : EntityKind.values()) {
            if (kind != EntityKind.GLOBAL && kind != EntityKind.NODAL) {
                ofEntities(kind, variables.path(ModelComparison.key(kind)));
            }
        }
    }

    private void times(JsonNode expected) {
        TimeAxis times = file.times();
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
    private boolean hasAllSteps(long expectedSteps) {
        if (expectedSteps != steps && model.isTruncated()) {
            model.excuse(ReferenceFault.ZEROS_BEHIND_END);
        } else {
            model.same("times", "steps with values", expectedSteps, steps);
        }
        return expectedSteps == steps;
    }

    private boolean hasStep(JsonNode value) {
        boolean isThere = value.path("step").asLong() <= steps;
        if (!isThere) {
            model.excuse(ReferenceFault.ZEROS_BEHIND_END);
            if (!model.isTruncated()) {
                model.difference("step " + value.path("step"), "is missing although the file is whole");
            }
        }
        return isThere;
    }

    private void globals(JsonNode expected) {
        List<TimeSeries> stored = file.globalVariables();
        model.names("variable names", "global variables", expected.path("names"),
                file.variables(EntityKind.GLOBAL).names());
        for (JsonNode value : expected.path("values")) {
            if (hasStep(value)) {
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
                && hasAllSteps(expected.path("all_steps").path("n").asLong() / stored.size())) {
            digests.reals("global values", "global variables at all steps", expected.path("all_steps"),
                    steps * stored.size(), i -> stored.get((int) (i % stored.size())).get(i / stored.size(), 0));
        }
        for (JsonNode history : expected.path("history")) {
            TimeSeries series = stored.get(history.path("v").asInt() - 1);
            history("global values", "global variable " + series.name(), history, series.history(0));
        }
    }

    private void history(String topic, String place, JsonNode history, RealView values) {
        JsonNode digest = history.path("hist");
        if (!digest.isObject() || hasAllSteps(digest.path("n").asLong())) {
            digests.reals(topic, place + " history", digest, values);
        }
    }

    private void nodal(JsonNode expected) {
        model.names("variable names", "nodal variables", expected.path("names"),
                file.variables(EntityKind.NODAL).names());
        Map<Integer, TimeSeries> stored = byIndex(file.nodalVariables(), file.variables(EntityKind.NODAL).names());
        for (JsonNode value : expected.path("values")) {
            if (hasStep(value)) {
                nodalStep(value, Optional.ofNullable(stored.get(value.path("v").asInt())));
            }
        }
        for (JsonNode all : expected.path("all_steps")) {
            TimeSeries series = stored.get(all.path("v").asInt());
            if (series == null) {
                model.difference("nodal variable " + all.path("v"), "has no values");
            } else if (series.size() > 0 && hasAllSteps(all.path("n").asLong() / series.size())) {
                digests.reals("nodal values", series.name() + " at all steps", all, series.values().size(),
                        i -> series.get(i / series.size(), i % series.size()));
            }
        }
        for (JsonNode history : expected.path("history")) {
            TimeSeries series = stored.get(history.path("v").asInt());
            if (series != null) {
                history("nodal values", series.name(), history, series.history(history.path("entry").asLong() - 1));
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

    /// Series by the 1-based number of their variable; names may repeat, the order does not change.
    private static Map<Integer, TimeSeries> byIndex(List<TimeSeries> stored, List<String> names) {
        Map<Integer, TimeSeries> found = new HashMap<>();
        int next = 0;
        for (int v = 0; v < names.size() && next < stored.size(); v++) {
            if (stored.get(next).name().equals(names.get(v))) {
                found.put(v + 1, stored.get(next++));
            }
        }
        return found;
    }

    private void ofEntities(EntityKind kind, JsonNode expected) {
        VariableGroup group = file.variables(kind);
        EntityList<? extends Entity> entities = file.entities(kind);
        model.names("variable names", kind.label() + " variables", expected.path("names"), group.names());
        List<Map<Integer, TimeSeries>> stored = new ArrayList<>();
        entities.forEach(entity -> stored.add(byIndex(entity.variables(), group.names())));
        if (!group.isEmpty()) {
            truth(kind, expected, group, stored);
        }
        for (JsonNode value : expected.path("values")) {
            if (hasStep(value)) {
                values(kind, value, entities, stored);
            }
        }
        for (JsonNode all : expected.path("all_steps")) {
            List<TimeSeries> series = seriesOf(stored, all.path("v").asInt());
            long entries = series.stream().mapToLong(TimeSeries::size).sum();
            if (entries > 0 && hasAllSteps(all.path("n").asLong() / entries)) {
                joined(kind.label() + " variable " + all.path("v") + " at all steps", all, series, 0, steps);
            }
        }
        for (JsonNode history : expected.path("history")) {
            entityHistory(kind, history, entities, stored);
        }
        reductions(kind, expected.path("reduction"), entities);
    }

    private static List<TimeSeries> seriesOf(List<Map<Integer, TimeSeries>> stored, int variableNumber) {
        return stored.stream().filter(of -> of.containsKey(variableNumber)).map(of -> of.get(variableNumber)).toList();
    }

    private void truth(EntityKind kind, JsonNode expected, VariableGroup group,
            List<Map<Integer, TimeSeries>> stored) {
        JsonNode truth = expected.path("truth");
        Optional<IntegerMatrix> table = group.truthTable();
        if (!truth.isArray()) {
            return;
        }
        boolean isStored = expected.path("truth_stored").asBoolean();
        model.same("truth tables", kind.label() + " truth table stored", isStored, table.isPresent());
        JsonNode present = expected.has("present") ? expected.path("present") : truth;
        for (int e = 0; e < stored.size(); e++) {
            for (int v = 0; v < group.size(); v++) {
                String place = group.names().get(v) + " on " + kind.label() + " " + (e + 1);
                boolean declared = truth.path(e).asText().charAt(v) == '1';
                boolean exists = present.path(e).asText().charAt(v) == '1';
                if (isStored && table.isPresent()) {
                    model.same("truth tables", place, declared, table.get().get(e, v) != 0);
                }
                if (declared != exists) {
                    model.excuse(kind == EntityKind.BLOB ? ReferenceFault.BLOB_TRUTH : exists
                            ? ReferenceFault.TRUTH_DENIES : ReferenceFault.TRUTH_OF_NOTHING);
                }
                model.same("truth tables", place + " exists", exists, stored.get(e).containsKey(v + 1));
            }
        }
    }

    private void values(EntityKind kind, JsonNode value, EntityList<? extends Entity> entities,
            List<Map<Integer, TimeSeries>> stored) {
        int variable = value.path("v").asInt();
        long step = value.path("step").asLong() - 1;
        String place = kind.label() + " variable " + variable + " step " + step;
        if (value.path("all").has("sha256")) {
            joined(place, value.path("all"), seriesOf(stored, variable), step, step + 1);
        }
        for (JsonNode one : value.path("ent")) {
            int index = indexOf(entities, one.path("id").asLong());
            TimeSeries series = index < 0 ? null : stored.get(index).get(variable);
            if (series == null) {
                model.difference(place, "is not stored on id " + one.path("id"));
            } else {
                digests.reals(kind.label() + " values", place + " id " + one.path("id"), one.path("d"),
                        series.step(step));
            }
        }
    }

    private static int indexOf(EntityList<? extends Entity> entities, long id) {
        return entities.findId(id).map(Entity::index).orElse(-1);
    }

    /// Hashes the values of all entities together, step by step.
    private void joined(String place, JsonNode expected, List<TimeSeries> series, long from, long to) {
        Sha256 sha = new Sha256();
        long count = 0;
        for (long step = from; step < to; step++) {
            for (TimeSeries one : series) {
                RealView values = one.step(step);
                count += values.size();
                for (long i = 0; i < values.size(); i++) {
                    sha.add(values.get(i));
                }
            }
        }
        String topic = series.isEmpty() ? "joined values" : series.getFirst().kind().label() + " values";
        model.same(topic, place + " count", expected.path("n").asLong(), count);
        model.same(topic, place, expected.path("sha256").asText(), sha.hex());
    }

    /// Entries are counted through all entities of the kind.
    private void entityHistory(EntityKind kind, JsonNode history, EntityList<? extends Entity> entities,
            List<Map<Integer, TimeSeries>> stored) {
        long entry = history.path("entry").asLong() - 1;
        String place = kind.label() + " variable " + history.path("v") + " entry " + entry;
        for (int e = 0; e < entities.size(); e++) {
            long size = entities.get(e).size();
            if (entry < size) {
                TimeSeries series = stored.get(e).get(history.path("v").asInt());
                if (series != null) {
                    history(kind.label() + " values", place, history, series.history(entry));
                } else if (history.path("hist").isObject()) {
                    model.difference(place, "is not stored");
                }
                return;
            }
            entry -= size;
        }
        model.difference(place, "does not exist");
    }

    private void reductions(EntityKind kind, JsonNode expected, EntityList<? extends Entity> entities) {
        List<String> names = file.reductionVariables(kind).names();
        model.names("variable names", kind.label() + " reduction variables", expected.path("names"), names);
        for (JsonNode value : expected.path("values")) {
            int index = indexOf(entities, value.path("id").asLong());
            if (index < 0) {
                model.difference(kind.label() + " " + value.path("id"), "does not exist");
            } else if (hasStep(value)) {
                reduction(kind, value, entities.get(index).reductionVariables());
            }
        }
    }

    private void reduction(EntityKind kind, JsonNode value, List<TimeSeries> series) {
        long step = value.path("step").asLong() - 1;
        List<Double> expected = new ArrayList<>();
        value.path("values").forEach(number -> expected.add(Digests.number(number)));
        model.same("reduction values", kind.label() + " id " + value.path("id") + " step " + step, expected,
                series.stream().map(one -> one.get(step, 0) + 0.0).toList());
    }
}
