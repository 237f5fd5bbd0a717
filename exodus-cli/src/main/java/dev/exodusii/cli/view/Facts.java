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
/// @param groups    the assemblies
/// @param fields    what colours may stand for
/// @param moves     what the mesh can be deformed by, the displacement first
/// @param bounds    where the mesh is, undeformed
/// @param isDense   whether the edges of its elements would hide what is between them
/// @param notes     what cannot be shown, and why
record Facts(String name, String title, int dimension, long nodes, long elements, long steps, List<Part> blocks,
        List<Part> sets, List<Group> groups, List<Field> fields, List<Move> moves, Bounds bounds, boolean isDense, List<String> notes) {

    /// A block or a set.
    ///
    /// @param kind  what it is
    /// @param index its 0-based position among its kind
    /// @param label what a person calls it
    record Part(EntityKind kind, int index, String label) {}

    /// An assembly, or an assembly in it.
    ///
    /// @param label  what a person calls it
    /// @param leaves the blocks and sets that it holds at last, however deep
    /// @param groups the assemblies in it
    record Group(String label, List<Part> leaves, List<Group> groups) {

        @Override
        public String toString() {
            return label;
        }
    }

    /// A vector that the mesh can be deformed by.
    ///
    /// @param vector the length of the vector
    record Move(Quantity vector) {

        @Override
        public String toString() {
            return vector.name();
        }
    }

    /// Something that has values everywhere, or on side sets.
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
        addFields(file.variables(EntityKind.NODAL), "nodal", fields);
        addFields(file.variables(EntityKind.ELEMENT_BLOCK), "element", fields);
        addFields(file.variables(EntityKind.SIDE_SET), "sides", fields);
        return new Facts(file.name(), file.title(), file.dimension(), file.nodeCount(), file.elementCount(),
                file.times().steps(), List.copyOf(blocks), List.copyOf(sets), new Groups(blocks, sets).of(file), List.copyOf(fields),
                Quantity.movements(file).stream().map(Move::new).toList(),
                bounds, isDense, faces.skippedBlocks().stream().map(Facts::note).toList());
    }

    private static String note(SkippedBlock skipped) {
        return "block " + skipped.block().id() + " is not shown: " + skipped.reason();
    }

    static String label(Entity entity) {
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
            if (composite.isVector()) {
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
