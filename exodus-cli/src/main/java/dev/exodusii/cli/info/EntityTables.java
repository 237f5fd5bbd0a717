package dev.exodusii.cli.info;

import dev.exodusii.Assembly;
import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.ExodusFile;
import dev.exodusii.VariableGroup;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Table;
import dev.exodusii.cli.text.Text;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.topology.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One table for each kind of block, set, assembly, blob and map that a file has.
final class EntityTables {

    private static final List<EntityKind> ORDER = List.of(EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK,
            EntityKind.FACE_BLOCK, EntityKind.NODE_SET, EntityKind.SIDE_SET, EntityKind.EDGE_SET, EntityKind.FACE_SET,
            EntityKind.ELEMENT_SET, EntityKind.ASSEMBLY, EntityKind.BLOB, EntityKind.NODE_MAP, EntityKind.ELEMENT_MAP,
            EntityKind.EDGE_MAP, EntityKind.FACE_MAP);
    private static final int GAP = 3;
    /// What the columns beside the name of a block take at most in an ordinary file.
    private static final int OTHER_COLUMNS = 44;
    private static final int SHORTEST_NAME = 12;

    private final ExodusFile file;
    private final Page page;
    private boolean isShortened;

    EntityTables(ExodusFile file, Page page) {
        this.file = file;
        this.page = page;
    }

    /// Returns the tables, side by side where there is room.
    List<Text> lines(int indent) {
        List<List<Text>> tables = new ArrayList<>();
        for (EntityKind kind : ORDER) {
            if (!file.entities(kind).isEmpty()) {
                tables.add(table(kind));
            }
        }
        return Layout.beside(tables, GAP, page.width() - indent);
    }

    /// Tells whether a table shows fewer rows than there are.
    boolean isShortened() {
        return isShortened;
    }

    private List<Text> table(EntityKind kind) {
        EntityList<? extends Entity> entities = file.entities(kind);
        VariableGroup group = file.variables(kind);
        boolean hasNames = entities.stream().anyMatch(entity -> !entity.name().isEmpty());
        int shown = entities.size() <= page.rows() ? entities.size() : Math.max(1, page.rows() - 1);
        Table table = new Table();
        String title = (kind == EntityKind.ELEMENT_BLOCK ? "block" : kind.label()).toUpperCase(Locale.ROOT);
        if (hasNames) {
            table.words(title).numbers("ID");
        } else {
            table.numbers(title + " ID");
        }
        if (entities.getFirst() instanceof Block) {
            table.words("SHAPE");
        }
        if (kind == EntityKind.ASSEMBLY) {
            table.words("MEMBERS");
        } else {
            table.numbers(entries(kind).toUpperCase(Locale.ROOT));
        }
        if (!group.isEmpty()) {
            table.words("VARIABLES");
        }
        for (Entity entity : entities.subList(0, shown)) {
            table.row(cells(entity, hasNames, group.size()));
        }
        if (shown < entities.size()) {
            isShortened = true;
            table.ending(Layout.more(entities.size() - shown));
        }
        return table.lines();
    }

    private List<Text> cells(Entity entity, boolean hasNames, int variables) {
        List<Text> cells = new ArrayList<>();
        if (hasNames) {
            Text name = Text.of(entity.name());
            cells.add(page.breakAt() == Integer.MAX_VALUE ? name
                    : name.shortened(Math.max(SHORTEST_NAME, page.width() - OTHER_COLUMNS)));
        }
        cells.add(Text.of(Long.toString(entity.id())));
        if (entity instanceof Block block) {
            cells.add(Text.of(shape(block)));
        }
        cells.add(Text.of(entity instanceof Assembly assembly ? members(assembly) : Numbers.grouped(entity.size())));
        if (variables > 0) {
            cells.add(Text.of(entity.variables().size() + " of " + variables));
        }
        return cells;
    }

    /// Returns the name of a block's shape; what the file says where that is unknown.
    static String shape(Block block) {
        return block.topology().family() == Family.UNKNOWN && !block.elementType().isEmpty() ? block.elementType()
                : block.topology().name();
    }

    private static String members(Assembly assembly) {
        return Numbers.count(assembly.size(), assembly.memberKind().map(EntityKind::label).orElse("member"))
                .replace("assemblys", "assemblies");
    }

    /// Returns what an entity of a kind has: the key in JSON and the heading of a column.
    static String entries(EntityKind kind) {
        return switch (kind) {
            case ELEMENT_BLOCK, ELEMENT_SET, ELEMENT_MAP -> "elements";
            case EDGE_BLOCK, EDGE_SET, EDGE_MAP -> "edges";
            case FACE_BLOCK, FACE_SET, FACE_MAP -> "faces";
            case NODE_SET, NODE_MAP -> "nodes";
            case SIDE_SET -> "sides";
            default -> "values";
        };
    }
}
