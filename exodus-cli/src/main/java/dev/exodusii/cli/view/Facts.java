package dev.exodusii.cli.view;

import dev.exodusii.CompositeVariable;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.ExodusFile;
import dev.exodusii.VariableGroup;
import dev.exodusii.cli.render.Bounds;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.SkippedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a viewer has to know of a file besides pictures. Immutable, and needs no file any more.
///
/// @param name      the file's name as the user gave it
/// @param title     what the file says it is
/// @param dimension how many axes the mesh has
/// @param nodes     the number of nodes
/// @param elements  the number of elements
/// @param steps     the number of time steps
/// @param blocks    the element blocks
/// @param sets      the sets that can be shown: side sets, node sets, element sets
/// @param fields    what colours may stand for
/// @param moves     what the mesh can be deformed by: two or three nodal variables each
/// @param bounds    where the mesh is, undeformed
/// @param isDense   whether the edges of its elements would hide what is between them
/// @param notes     what cannot be shown, and why
record Facts(String name, String title, int dimension, long nodes, long elements, long steps, List<Part> blocks,
        List<Part> sets, List<Field> fields, List<Field> moves, Bounds bounds, boolean isDense, List<String> notes) {

    /// A block or a set.
    ///
    /// @param kind  what it is
    /// @param index its 0-based position among its kind
    /// @param label what a person calls it
    record Part(EntityKind kind, int index, String label) {}

    /// Something that has values everywhere.
    ///
    /// @param label      such as `disp (nodal)`
    /// @param components what of it can be seen, the usual one first
    record Field(String label, List<Component> components) {

        @Override
        public String toString() {
            return label;
        }
    }

    /// What of a field can be seen.
    ///
    /// @param label    such as `magnitude`
    /// @param quantity its values
    record Component(String label, Quantity quantity) {

        @Override
        public String toString() {
            return label;
        }
    }

    static Facts of(ExodusFile file, MeshFaces faces, Bounds bounds, boolean isDense) {
        Background.requireNotEventThread();
        List<Part> blocks = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            blocks.add(new Part(block.kind(), block.index(), label(block) + ", " + Numbers.grouped(block.size()) + " × "
                    + block.topology().name().toLowerCase(Locale.ROOT)));
        }
        List<Part> sets = new ArrayList<>();
        add(file.sideSets(), sets);
        add(file.nodeSets(), sets);
        add(file.elementSets(), sets);
        List<Field> fields = new ArrayList<>();
        List<Field> moves = new ArrayList<>();
        addFields(file.variables(EntityKind.NODAL), "nodal", fields);
        for (Field field : fields) {
            if (field.components().size() > 1 && field.components().getFirst().quantity().isMagnitude()) {
                boolean isDisplacement = field.label().toLowerCase(Locale.ROOT).startsWith("disp");
                moves.add(isDisplacement ? 0 : moves.size(), field);
            }
        }
        addFields(file.variables(EntityKind.ELEMENT_BLOCK), "element", fields);
        return new Facts(file.name(), file.title(), file.dimension(), file.nodeCount(), file.elementCount(),
                file.times().steps(), List.copyOf(blocks), List.copyOf(sets), List.copyOf(fields), List.copyOf(moves),
                bounds, isDense, faces.skippedBlocks().stream().map(Facts::note).toList());
    }

    private static String note(SkippedBlock skipped) {
        return "block " + skipped.block().id() + " is not shown: " + skipped.reason();
    }

    private static String label(Entity entity) {
        return entity.id() + (entity.name().isEmpty() ? "" : " " + entity.name());
    }

    private static void add(EntityList<? extends Entity> entities, List<Part> parts) {
        for (Entity entity : entities) {
            if (!entity.isNull()) {
                parts.add(new Part(entity.kind(), entity.index(), label(entity)));
            }
        }
    }

    private static void addFields(VariableGroup group, String where, List<Field> fields) {
        for (CompositeVariable composite : CompositeVariable.group(group.names())) {
            List<Component> components = new ArrayList<>();
            boolean isVector = composite.kind() == CompositeVariable.Kind.VECTOR_2D
                    || composite.kind() == CompositeVariable.Kind.VECTOR_3D;
            if (isVector) {
                components.add(new Component("magnitude", Quantity.of(group, composite)));
            }
            for (int i = 0; i < composite.size(); i++) {
                String name = group.names().get(composite.indexes().get(i));
                components.add(new Component(composite.suffixes().isEmpty() ? "value" : composite.suffixes().get(i),
                        Quantity.of(group.kind(), name)));
            }
            fields.add(new Field(composite.name() + " (" + where + ")", List.copyOf(components)));
        }
    }
}
