package dev.exodusii.cli.info;

import dev.exodusii.CompositeVariable;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import dev.exodusii.cli.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The variables of each kind: their names, and where their values are stored.
final class VariablesJson {

    private final ExodusFile file;
    private final Json json;

    VariablesJson(ExodusFile file, Json json) {
        this.file = file;
        this.json = json;
    }

    void write() {
        json.object("variables", all -> {
            ofWhole(EntityKind.GLOBAL, file.globalVariables());
            ofWhole(EntityKind.NODAL, file.nodalVariables());
            forEachKind(kind -> ofEntities(file.variables(kind), file.entities(kind), Entity::variables));
        });
        json.object("reductionVariables", all -> forEachKind(kind -> ofEntities(file.reductionVariables(kind),
                file.entities(kind), Entity::reductionVariables)));
        json.texts("truthTables", Arrays.stream(EntityKind.values())
                .filter(kind -> file.variables(kind).truthTable().isPresent()).map(EntityKind::key).toList());
        json.object("composites", all -> {
            for (EntityKind kind : EntityKind.values()) {
                composites(file.variables(kind));
            }
        });
    }

    private static void forEachKind(Consumer<EntityKind> action) {
        for (EntityKind kind : EntityKind.values()) {
            if (kind.hasVariables() && kind != EntityKind.GLOBAL && kind != EntityKind.NODAL) {
                action.accept(kind);
            }
        }
    }

    private void ofWhole(EntityKind kind, List<TimeSeries> stored) {
        Set<String> names = stored.stream().map(TimeSeries::name).collect(Collectors.toSet());
        json.objects(kind.key(), file.variables(kind).names(), name -> json.field("name", name)
                .field("stored", names.contains(name)));
    }

    /// Which entities have a variable is told by their ids; the truth table is the writer's opinion, not what counts.
    private void ofEntities(VariableGroup group, List<? extends Entity> entities,
            Function<Entity, List<TimeSeries>> stored) {
        List<String> names = group.names();
        List<List<Long>> ids = names.stream().<List<Long>>map(_ -> new ArrayList<>()).toList();
        for (Entity entity : group.isEmpty() ? List.<Entity>of() : entities) {
            int variable = 0;
            // In the order of the names, of which some files have the same one twice.
            for (TimeSeries series : stored.apply(entity)) {
                while (variable < names.size() && !names.get(variable).equals(series.name())) {
                    variable++;
                }
                if (variable < names.size()) {
                    ids.get(variable++).add(entity.id());
                }
            }
        }
        json.objects(group.kind().key(), IntStream.range(0, names.size()).boxed().toList(),
                variable -> json.field("name", names.get(variable))
                        .ids("ids", ids.get(variable).stream().mapToLong(Long::longValue)));
    }

    private void composites(VariableGroup group) {
        List<CompositeVariable> composites = CompositeVariable.group(group.names()).stream()
                .filter(variable -> variable.kind() != CompositeVariable.Kind.SCALAR).toList();
        if (!composites.isEmpty()) {
            json.objects(group.kind().key(), composites, variable -> json.field("label", variable.label())
                    .field("name", variable.name()).field("kind", variable.kind().name())
                    .texts("components", variable.indexes().stream().map(group.names()::get).toList()));
        }
    }
}
