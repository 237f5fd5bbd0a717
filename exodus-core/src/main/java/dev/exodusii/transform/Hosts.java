package dev.exodusii.transform;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.FieldMetadata;
import dev.exodusii.TimeSeries;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ResultVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds the variables that are taken, and defines them.
final class Hosts {

    private final ModelCopyBuilder wish;
    private final ExodusFile file;
    private final ExodusDefinition original;
    private final Selection selection;
    private final Remarks remarks;
    private final List<Host> hosts = new ArrayList<>();

    Hosts(ModelCopyBuilder wish, ExodusDefinition original, Selection selection, Remarks remarks) {
        this.wish = wish;
        this.file = wish.file;
        this.original = original;
        this.selection = selection;
        this.remarks = remarks;
    }

    List<Host> define(ExodusDefinitionBuilder builder) {
        whole(EntityKind.GLOBAL, file.globalVariables(), new WholeNumbering(1), file.globalFields(), builder);
        whole(EntityKind.NODAL, file.nodeCount() == 0 ? List.of() : file.nodalVariables(), selection.nodes(),
                file.nodalFields(), builder);
        for (EntityKind kind : EntityKind.values()) {
            if (kind != EntityKind.GLOBAL && kind != EntityKind.NODAL) {
                entities(kind, builder);
                reductions(kind, builder);
            }
        }
        return List.copyOf(hosts);
    }

    private void whole(EntityKind kind, List<TimeSeries> series, Renumbering entries, List<FieldMetadata> fields,
            ExodusDefinitionBuilder builder) {
        if (wish.keepsAllVariables) {
            host(kind, 0, false, entries, series, indexed(series), fields, "");
            return;
        }
        List<TimeSeries> taken = series.stream().filter(wish.variables).toList();
        builder.retainVariables(kind, name -> false);
        builder.variables(kind, taken.stream().map(TimeSeries::name).toArray(String[]::new));
        host(kind, 0, false, entries, series, indexed(taken), fields, "");
    }

    private static TreeMap<Integer, TimeSeries> indexed(List<TimeSeries> series) {
        TreeMap<Integer, TimeSeries> indexed = new TreeMap<>();
        series.forEach(one -> indexed.put(indexed.size(), one));
        return indexed;
    }

    private void entities(EntityKind kind, ExodusDefinitionBuilder builder) {
        List<ResultVariable> variables = original.variables(kind);
        List<Entity> entities = selection.entities(kind);
        if (variables.isEmpty()) {
            return;
        }
        List<TreeMap<Integer, TimeSeries>> stored = entities.stream().map(entity -> stored(entity, variables)).toList();
        boolean isAsBefore = wish.keepsAllVariables && entities.size() == file.entities(kind).size();
        List<Integer> taken = new ArrayList<>();
        for (int v = 0; v < variables.size(); v++) {
            int variable = v;
            if (isAsBefore || stored.stream().anyMatch(all -> all.containsKey(variable))
                    || wish.keepsAllVariables && ids(variables.get(v), v, entities, stored).length > 0) {
                taken.add(v);
            }
        }
        if (!isAsBefore) {
            builder.retainVariables(kind, name -> false);
            for (int v : taken) {
                builder.variableOn(kind, variables.get(v).name(), ids(variables.get(v), v, entities, stored));
            }
        }
        for (int e = 0; e < entities.size(); e++) {
            TreeMap<Integer, TimeSeries> own = new TreeMap<>();
            stored.get(e).forEach((v, series) -> own.put(taken.indexOf(v), series));
            host(kind, e, false, selection.entries(entities.get(e)), entities.get(e).variables(), own,
                    entities.get(e).fields(), " of " + entities.get(e));
        }
    }

    /// The ids of the entities that have a variable; placeholders, which have no values, stay in the truth table.
    private static long[] ids(ResultVariable variable, int index, List<Entity> entities,
            List<TreeMap<Integer, TimeSeries>> stored) {
        Set<Long> ids = new LinkedHashSet<>();
        for (int e = 0; e < entities.size(); e++) {
            Entity entity = entities.get(e);
            boolean isListed = variable.storedOn().isEmpty() || variable.storedOn().get().contains(entity.id());
            if (entity.isNull() ? isListed : stored.get(e).containsKey(index)) {
                ids.add(entity.id());
            }
        }
        return ids.stream().mapToLong(Long::longValue).toArray();
    }

    /// The variables of an entity that are taken, by their positions. Where names are repeated, the n-th is the n-th.
    private TreeMap<Integer, TimeSeries> stored(Entity entity, List<ResultVariable> variables) {
        List<TimeSeries> left = new ArrayList<>(entity.variables());
        TreeMap<Integer, TimeSeries> stored = new TreeMap<>();
        for (int v = 0; v < variables.size() && !left.isEmpty(); v++) {
            String name = variables.get(v).name();
            int variable = v;
            Optional<TimeSeries> series = left.stream().filter(one -> one.name().equals(name)).findFirst();
            series.ifPresent(left::remove);
            series.filter(wish.variables).ifPresent(one -> stored.put(variable, one));
        }
        return stored;
    }

    private void reductions(EntityKind kind, ExodusDefinitionBuilder builder) {
        List<String> names = original.reductionVariables(kind);
        if (names.isEmpty()) {
            return;
        }
        List<Entity> having = selection.entities(kind).stream().filter(e -> !e.reductionVariables().isEmpty()).toList();
        List<String> taken = names.stream().filter(name -> wish.keepsAllVariables || having.stream()
                .anyMatch(entity -> entity.reductionVariable(name).filter(wish.variables).isPresent())).toList();
        Set<Long> ids = new LinkedHashSet<>();
        having.forEach(entity -> ids.add(entity.id()));
        builder.reductionVariablesOn(kind, ids, taken);
        for (Entity entity : taken.isEmpty() ? List.<Entity>of() : having) {
            List<TimeSeries> all = entity.reductionVariables();
            TreeMap<Integer, TimeSeries> own = indexed(all.stream().filter(one -> taken.contains(one.name())).toList());
            host(kind, selection.entities(kind).indexOf(entity), true, new WholeNumbering(1), all, own, List.of(),
                    " of " + entity);
        }
    }

    private void host(EntityKind kind, int index, boolean isReduction, Renumbering entries, List<TimeSeries> all,
            TreeMap<Integer, TimeSeries> taken, List<FieldMetadata> described, String place) {
        if (taken.isEmpty()) {
            return;
        }
        List<Host.Stored> variables = new ArrayList<>();
        taken.forEach((position, series) -> variables.add(scaled(series, position)));
        List<TimeSeries> series = List.copyOf(taken.values());
        List<Host.Motion> motions = wish.transform.keepsLengths() ? List.of()
                : motions(kind, all, series, described, place);
        hosts.add(new Host(kind, index, isReduction, entries, variables, motions));
    }

    private Host.Stored scaled(TimeSeries series, int position) {
        double factor = 1;
        double offset = 0;
        for (ModelCopyBuilder.Scaling scaling : wish.scalings) {
            if (scaling.isMeant().test(series)) {
                factor *= scaling.factor();
                offset = offset * scaling.factor() + scaling.offset();
            }
        }
        return new Host.Stored(series, position, factor, offset);
    }

    private List<Host.Motion> motions(EntityKind kind, List<TimeSeries> all, List<TimeSeries> taken,
            List<FieldMetadata> described, String place) {
        List<Host.Motion> motions = new ArrayList<>();
        for (MovedField field : MovedField.of(all.stream().map(TimeSeries::name).toList(), described)) {
            boolean isLength = kind == EntityKind.NODAL && field.shape() == MovedField.Shape.VECTOR
                    && wish.displacements.test(field.name());
            if (!isLength && wish.transform.keepsDirections()) {
                continue;
            }
            int[] components = field.components().clone();
            boolean isTaken = false;
            boolean isWhole = true;
            for (int i = 0; i < components.length; i++) {
                if (components[i] >= 0) {
                    components[i] = taken.indexOf(all.get(components[i]));
                    isTaken |= components[i] >= 0;
                    isWhole &= components[i] >= 0;
                }
            }
            if (isTaken && isMoved(field, isLength, isWhole, place)) {
                motions.add(new Host.Motion(new MovedField(field.name(), field.shape(), components), isLength));
            }
        }
        return List.copyOf(motions);
    }

    /// Tells whether a vector or tensor is turned; says so where one stays as it is.
    private boolean isMoved(MovedField field, boolean isLength, boolean isWhole, String place) {
        boolean isWanted = switch (field.shape()) {
            case VECTOR -> isLength || wish.vectors.test(field.name());
            case TENSOR, PARTIAL_TENSOR, QUATERNION -> wish.tensors.test(field.name());
        };
        String what = switch (field.shape()) {
            case VECTOR -> "vector";
            case TENSOR -> "tensor";
            case PARTIAL_TENSOR -> "incomplete tensor";
            case QUATERNION -> "quaternion";
        };
        String subject = "the " + what + " '" + field.name() + "'" + place + " is not turned with the mesh";
        if (field.shape() == MovedField.Shape.PARTIAL_TENSOR || field.shape() == MovedField.Shape.QUATERNION) {
            remarks.add(subject);
            return false;
        }
        if (!isWanted) {
            remarks.add(subject + (field.shape() == MovedField.Shape.TENSOR ? ", as nobody asked for it" : ""));
            return false;
        }
        if (!isWhole) {
            remarks.add(subject + ": some of its components are left out");
            return false;
        }
        if (!wish.transform.keepsFlat(flat(field))) {
            remarks.add(subject + ": it has no components along some axes, and would need them then");
            return false;
        }
        return true;
    }

    /// How many axes a field must keep to.
    private static int flat(MovedField field) {
        int axes = field.axes();
        boolean hasAll = field.shape() == MovedField.Shape.VECTOR || field.components()[2] >= 0 && field.components()[5] >= 0;
        return axes == 3 && !hasAll ? 2 : axes;
    }
}
