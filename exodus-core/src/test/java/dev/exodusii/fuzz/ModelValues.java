package dev.exodusii.fuzz;

import static dev.exodusii.fuzz.Judge.require;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.NumberMap;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.Map;

/// Finds the common lists of a model once more, by their names alone (`exodus-format` §2.7 to §2.11): what the file has
/// in its usual form, the model must hand out, from just there. Only what is as it should be is compared; whether the rest
/// is refused rightly is not for this class to say.
final class ModelValues {

    private record Names(String entries, String values, String infix) {}

    private static final Map<EntityKind, Names> NAMES = Map.of(
            EntityKind.ELEMENT_BLOCK, new Names("connect", "vals_elem_var", "eb"),
            EntityKind.EDGE_BLOCK, new Names("ebconn", "vals_edge_var", "eb"),
            EntityKind.FACE_BLOCK, new Names("fbconn", "vals_face_var", "fb"),
            EntityKind.NODE_SET, new Names("node_ns", "vals_nset_var", "ns"),
            EntityKind.EDGE_SET, new Names("edge_es", "vals_eset_var", "es"),
            EntityKind.FACE_SET, new Names("face_fs", "vals_fset_var", "fs"),
            EntityKind.SIDE_SET, new Names("elem_ss", "vals_sset_var", "ss"),
            EntityKind.ELEMENT_SET, new Names("elem_els", "vals_elset_var", "es"),
            EntityKind.NODE_MAP, new Names("node_map", "", ""),
            EntityKind.ELEMENT_MAP, new Names("elem_map", "", ""));

    private final ExodusFile model;
    private final ClassicFile file;
    private final Views views;

    ModelValues(ExodusFile model, ClassicFile file, Views views) {
        this.model = model;
        this.file = file;
        this.views = views;
    }

    /// Compares places.
    ///
    /// @throws AssertionError where the model hands out something else
    void compare() {
        for (int axis = 0; axis < model.dimension(); axis++) {
            int fixed = axis;
            file.complete("coord" + "xyz".charAt(axis)).filter(stored -> isList(stored, model.nodeCount()))
                    .ifPresent(stored -> requireAt(stored, views.place(model.coordinates().axis(fixed))));
        }
        series(model.nodalVariables(), model.variables(EntityKind.NODAL).names(), "vals_nod_var", "",
                model.nodeCount());
        NAMES.forEach((kind, names) -> {
            List<? extends Entity> entities = model.entities(kind);
            for (int i = 0; i < Math.min(256, entities.size()); i++) {
                entity(entities.get(i), names, i + 1);
            }
        });
    }

    private static boolean isList(ClassicFile.Var stored, long size) {
        return !stored.isRecord() && stored.shape().length == 1 && stored.shape()[0] == size
                && stored.type() != ElementType.CHAR;
    }

    private boolean isTable(ClassicFile.Var stored, long size) {
        return stored.isRecord() && stored.shape()[0] == model.times().steps() && stored.shape().length == 2 && stored.shape()[1] == size && size > 0
                && stored.shape()[0] > 0 && stored.type() != ElementType.CHAR;
    }

    private static void requireAt(ClassicFile.Var stored, long place) {
        require(place == stored.begin(), stored.name() + " is read at byte " + place + " where it begins at "
                + stored.begin());
    }

    private void entity(Entity entity, Names names, int number) {
        if (entity.isNull() || entity.size() == 0) {
            return;
        }
        file.complete(names.entries() + number).filter(stored -> stored.type().isInteger() && !stored.isRecord())
                .ifPresent(stored -> list(entity, stored));
        if (entity instanceof SideSet set) {
            file.complete("side_ss" + number).filter(stored -> stored.type().isInteger())
                    .filter(stored -> isList(stored, set.size()))
                    .ifPresent(stored -> requireAt(stored, views.place(set.sides())));
        }
        if (!names.values().isEmpty()) {
            series(entity.variables(), model.variables(entity.kind()).names(), names.values(), names.infix() + number,
                    entity.size());
        }
    }

    private void list(Entity entity, ClassicFile.Var stored) {
        switch (entity) {
            case Block block when !block.isJagged() && stored.shape().length == 2
                    && stored.shape()[0] == block.size() -> {
                IntegerMatrix nodes = block.connectivity();
                require(nodes.columns() == stored.shape()[1], stored.name() + " has other columns");
                requireAt(stored, views.place(nodes.row(0)));
            }
            case EntitySet set when isList(stored, set.size()) -> requireAt(stored, views.place(set.entries()));
            case NumberMap map when isList(stored, map.size()) -> requireAt(stored, views.place(map.values()));
            default -> {
                // Of another form than usual.
            }
        }
    }

    /// Each table of the usual form must be among the series, under its own name.
    private void series(List<TimeSeries> found, List<String> names, String prefix, String suffix, long size) {
        for (int v = 0; v < names.size(); v++) {
            String name = names.get(v);
            file.complete(prefix + (v + 1) + suffix).filter(stored -> isTable(stored, size))
                    .ifPresent(stored -> require(found.stream().anyMatch(series -> isOf(series, name, stored)),
                            stored.name() + " is not among the variables"));
        }
    }

    private boolean isOf(TimeSeries series, String name, ClassicFile.Var stored) {
        if (!series.name().equals(name) || series.steps() != stored.shape()[0] || series.size() != stored.shape()[1]) {
            return false;
        }
        RealView last = series.step(series.steps() - 1);
        return views.place(last) == stored.begin() + (series.steps() - 1) * file.stride();
    }
}
