package dev.exodusii.mmap.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the values of the variables of one kind of entity.
final class EntityVariableComparison {

    private final ModelCase model;
    private final ExodusFile file;
    private final Digests digests;
    private final StepComparison steps;
    private final EntityKind kind;
    private final EntityList<? extends Entity> entities;
    /// For each entity, what is stored on it by the 1-based number of the variable.
    private final List<Map<Integer, TimeSeries>> stored = new ArrayList<>();

    EntityVariableComparison(ModelCase model, StepComparison steps, EntityKind kind) {
        this.model = model;
        this.file = model.file();
        this.digests = new Digests(model);
        this.steps = steps;
        this.kind = kind;
        this.entities = file.entities(kind);
        List<String> names = file.variables(kind).names();
        entities.forEach(entity -> stored.add(StepComparison.byIndex(entity.variables(), names)));
    }

    void run(JsonNode expected) {
        VariableGroup group = file.variables(kind);
        model.names("variable names", kind.label() + " variables", expected.path("names"), group.names());
        if (!group.isEmpty()) {
            truth(expected, group);
        }
        for (JsonNode value : expected.path("values")) {
            if (steps.hasStep(value)) {
                values(value);
            }
        }
        for (JsonNode all : expected.path("all_steps")) {
            List<TimeSeries> series = seriesOf(all.path("v").asInt());
            long entries = series.stream().mapToLong(TimeSeries::size).sum();
            if (entries == 0) {
                model.same(kind.label() + " values", kind.label() + " variable " + all.path("v") + " count",
                        all.path("n").asLong(), 0L);
            } else if (steps.hasAllSteps(all.path("n").asLong() / entries)) {
                joined(kind.label() + " variable " + all.path("v") + " at all steps", all, series, 0, steps.steps());
            }
        }
        for (JsonNode history : expected.path("history")) {
            history(history);
        }
        reductions(expected.path("reduction"));
    }

    private List<TimeSeries> seriesOf(int variableNumber) {
        return stored.stream().filter(of -> of.containsKey(variableNumber)).map(of -> of.get(variableNumber)).toList();
    }

    private void truth(JsonNode expected, VariableGroup group) {
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

    private void values(JsonNode value) {
        int variable = value.path("v").asInt();
        long step = value.path("step").asLong() - 1;
        String place = kind.label() + " variable " + variable + " step " + step;
        if (value.path("all").has("incomplete")) {
            model.excuse(ReferenceFault.NO_ANSWER);
        } else if (value.path("all").has("sha256")) {
            joined(place, value.path("all"), seriesOf(variable), step, step + 1);
        }
        for (JsonNode one : value.path("ent")) {
            int index = indexOf(one.path("id").asLong());
            TimeSeries series = index < 0 ? null : stored.get(index).get(variable);
            if (series == null) {
                model.difference(place, "is not stored on id " + one.path("id"));
            } else {
                digests.reals(kind.label() + " values", place + " id " + one.path("id"), one.path("d"),
                        series.step(step));
            }
        }
    }

    private int indexOf(long id) {
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
    private void history(JsonNode history) {
        long entry = history.path("entry").asLong() - 1;
        String place = kind.label() + " variable " + history.path("v") + " entry " + entry;
        for (int e = 0; e < entities.size(); e++) {
            long size = entities.get(e).size();
            if (entry < size) {
                TimeSeries series = stored.get(e).get(history.path("v").asInt());
                if (series != null) {
                    steps.history(kind.label() + " values", place, history, series.history(entry));
                } else if (history.path("hist").isObject()) {
                    model.difference(place, "is not stored");
                }
                return;
            }
            entry -= size;
        }
        model.difference(place, "does not exist");
    }

    private void reductions(JsonNode expected) {
        List<String> names = file.reductionVariables(kind).names();
        model.names("variable names", kind.label() + " reduction variables", expected.path("names"), names);
        for (JsonNode value : expected.path("values")) {
            int index = indexOf(value.path("id").asLong());
            if (index < 0) {
                model.difference(kind.label() + " " + value.path("id"), "does not exist");
            } else if (steps.hasStep(value)) {
                reduction(value, entities.get(index).reductionVariables());
            }
        }
    }

    private void reduction(JsonNode value, List<TimeSeries> series) {
        long step = value.path("step").asLong() - 1;
        List<Double> expected = new ArrayList<>();
        value.path("values").forEach(number -> expected.add(Digests.number(number)));
        model.same("reduction values", kind.label() + " id " + value.path("id") + " step " + step, expected,
                series.stream().map(one -> one.get(step, 0) + 0.0).toList());
    }
}
