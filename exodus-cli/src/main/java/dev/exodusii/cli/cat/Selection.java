package dev.exodusii.cli.cat;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.geometry.FaceCorners;
import dev.exodusii.view.IntegerView;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/// The nodes, elements, edges or faces that a user has selected with `--on`: one bit for each.
final class Selection {

    private final ExodusFile file;
    private final Entry entry;
    private final long count;
    private final BitSet chosen = new BitSet();

    private Selection(ExodusFile file, Entry entry) {
        this.file = file;
        this.entry = entry;
        this.count = entry.ids(file).size();
    }

    /// Makes a test of indexes.
    ///
    /// @param file  the file
    /// @param entry what the indexes are of
    /// @param on    the addresses that the user typed; every index is selected where there are none
    /// @return tells whether an index is selected
    /// @throws AbsentException when an address has nothing to do with such entries
    static LongPredicate of(ExodusFile file, Entry entry, List<String> on) {
        if (on.isEmpty()) {
            return Slab.EVERY;
        }
        Selection selection = new Selection(file, entry);
        if (selection.count > Integer.MAX_VALUE) {
            throw AbsentException.syntax("--on is for meshes of up to 2^31 " + entry.label() + "s", "use --where");
        }
        on.forEach(selection::add);
        return index -> selection.chosen.get((int) index);
    }

    private void add(String text) {
        int colon = text.indexOf(':');
        boolean isList = colon > 0 && (text.contains(",") || text.contains(".."));
        if (isList && !isName(text)) {
            for (String piece : text.substring(colon + 1).split(",", -1)) {
                addRange(text.substring(0, colon + 1), piece);
            }
            return;
        }
        switch (Address.parse(file, text)) {
            case Address.OfEntry one when one.entry() == entry -> chosen.set((int) one.index());
            case Address.OfEntity of -> add(of.entity(), text);
            default -> throw foreign(text);
        }
    }

    /// Names may contain commas and dots.
    private boolean isName(String text) {
        try {
            return Address.parse(file, text) instanceof Address.OfEntity;
        } catch (AbsentException e) {
            return false;
        }
    }

    /// Adds `5` or `5..9`, a range of ids that must all exist at its ends.
    private void addRange(String prefix, String piece) {
        int dots = piece.indexOf("..");
        if (dots < 0) {
            add(prefix + piece);
            return;
        }
        long from = index(prefix + piece.substring(0, dots));
        String end = piece.substring(dots + 2);
        long to = index(prefix + (piece.startsWith("#") && !end.startsWith("#") ? "#" : "") + end);
        chosen.set((int) Math.min(from, to), (int) Math.max(from, to) + 1);
    }

    private long index(String text) {
        if (Address.parse(file, text) instanceof Address.OfEntry one && one.entry() == entry) {
            return one.index();
        }
        throw foreign(text);
    }

    private AbsentException foreign(String text) {
        return AbsentException.of("NOT_ON", "'" + text + "' does not select " + entry.label() + "s",
                "--on takes such as " + entry.word() + ":1, " + entry.word() + ":1..9"
                        + (entry == Entry.NODE ? ", nset:4, block:1, sset:2" : ", block:1, elemset:2, sset:3"));
    }

    private void add(Entity entity, String text) {
        Optional<Entry> own = Entry.of(entity.kind());
        switch (entity) {
            case Block block when own.isPresent() && own.get() == entry ->
                    chosen.set((int) block.firstIndex(), (int) (block.firstIndex() + block.size()));
            case Block block when entry == Entry.NODE -> nodesOf(block);
            case SideSet sides when entry == Entry.NODE -> nodesOf(sides);
            case SideSet sides when entry == Entry.ELEMENT -> addAll(sides.elements().plus(-1));
            case EntitySet set when own.isPresent() && own.get() == entry -> addAll(set.entryIndexes());
            default -> throw foreign(text);
        }
    }

    private void nodesOf(Block block) {
        if (!block.isJagged()) {
            for (long element = 0; element < block.size(); element++) {
                addAll(block.nodeIndexes().row(element));
            }
        } else if (block instanceof ElementBlock elements && elements.topology().isSolid()) {
            // Face blocks need not be of polygons, and numbers of faces need not be those of any.
            FaceCorners corners = FaceCorners.of(file);
            IntegerView faces = elements.polyhedra().values();
            for (long i = 0; i < faces.size(); i++) {
                for (long node : corners.nodeIndexes(faces.get(i) - 1)) {
                    add(node);
                }
            }
        } else {
            addAll(block.polygons().plus(-1).values());
        }
    }

    private void nodesOf(SideSet sides) {
        SideFaces faces = sides.faces();
        for (long side = 0; side < faces.size(); side++) {
            for (int i = 0; i < faces.nodeCount(side); i++) {
                add(faces.nodeIndex(side, i));
            }
        }
    }

    private void addAll(IntegerView indexes) {
        for (long i = 0; i < indexes.size(); i++) {
            add(indexes.get(i));
        }
    }

    /// What lies outside the mesh is a fault of the file, which `exo check` reports.
    private void add(long index) {
        if (index >= 0 && index < count) {
            chosen.set((int) index);
        }
    }
}
