package dev.exodusii.check;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Sets: do their entries exist, once each, and do the distribution factors fit.
final class Sets {

    /// Sides of one element in the numbers by which repeated sides are found.
    private static final long SIDES = 1L << 20;
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final ExodusFile file;
    private final Blocks blocks;
    private final Findings findings;

    /// @param blocks knows which blocks can be read
    Sets(ExodusFile file, Blocks blocks, Findings findings) {
        this.file = file;
        this.blocks = blocks;
        this.findings = findings;
    }

    void run() {
        for (EntityKind kind : List.of(EntityKind.NODE_SET, EntityKind.EDGE_SET, EntityKind.FACE_SET,
                EntityKind.ELEMENT_SET, EntityKind.SIDE_SET)) {
            for (var entity : file.entities(kind)) {
                EntitySet set = (EntitySet) entity;
                if (set.size() > 0) {
                    findings.check(set.toString(), () -> check(set));
                }
            }
        }
    }

    private void check(EntitySet set) {
        Factors factors = new Factors(file, set, findings);
        factors.values();
        if (set instanceof SideSet sides) {
            sides(sides, factors);
            return;
        }
        IntegerView entries = set.entries();
        findings.read(entries.size());
        Numbered names = Numbered.members(file, set.kind());
        range(set, entries, names.noun(), known(set));
        Duplicates twice = Duplicates.find(entries.size(), entries::get, findings.most());
        duplicates(set, "the same " + names.noun() + " twice", twice, pair -> names.name(pair.value() - 1));
        factors.count(entries.size(), entries.size() + " entries");
    }

    private void duplicates(EntitySet set, String message, Duplicates twice,
            Function<Duplicates.Pair, String> name) {
        if (twice.count() > 0) {
            findings.add(Severity.WARNING, CheckCode.DUPLICATE_ENTRY, set.toString(), message, twice.count(),
                    twice.examples(pair -> "entries " + (pair.first() + 1) + " and " + (pair.again() + 1) + ": "
                            + name.apply(pair)));
        }
    }

    private boolean range(EntitySet set, IntegerView entries, String noun, long known) {
        Tally wrong = findings.tally();
        for (long i = 0; i < entries.size(); i++) {
            long number = entries.get(i);
            if (number < 1 || number > known) {
                long at = i + 1;
                wrong.add(() -> "entry " + at + ": " + noun + " number " + number);
            }
        }
        findings.add(Severity.ERROR, CheckCode.SET_RANGE, set.toString(), noun
                + " numbers that do not exist: they must be 1 to " + known, wrong);
        return wrong.count() == 0;
    }

    private long known(EntitySet set) {
        return switch (set.kind()) {
            case NODE_SET -> file.nodeCount();
            case EDGE_SET -> file.edgeCount();
            case FACE_SET -> file.faceCount();
            default -> file.elementCount();
        };
    }

    private void sides(SideSet set, Factors factors) {
        IntegerView elements = set.elements();
        IntegerView sides = set.sides();
        findings.read(elements.size() + sides.size());
        boolean areKnown = range(set, elements, "element", file.elementCount());
        Numbered names = Numbered.members(file, set.kind());
        SideFaces faces = set.faces();
        Tally wrong = findings.tally();
        Tally unusual = findings.tally();
        // A quadrilateral's, or a hexahedron's.
        long usual = 2L * file.dimension();
        boolean areCounted = true;
        for (long i = 0; i < sides.size(); i++) {
            long side = sides.get(i);
            long element = elements.get(i);
            long at = i + 1;
            Optional<ElementBlock> block = element < 1 || element > file.elementCount() ? Optional.empty()
                    : faces.block(i);
            long most = block.map(own -> sideCount(own, element - 1)).orElse(UNKNOWN);
            areCounted &= most != UNKNOWN;
            Tally tally = side < 1 || side > most ? wrong : side > usual ? unusual : null;
            if (tally != null) {
                tally.add(() -> "entry " + at + ": side " + side + " of " + names.name(element - 1)
                        + block.filter(own -> most != UNKNOWN)
                                .map(own -> ", " + own.topology().name() + " with " + most + " sides").orElse(""));
            }
        }
        findings.add(Severity.ERROR, CheckCode.SIDE_NUMBER, set.toString(), "sides that the elements do not have",
                wrong);
        findings.add(Severity.INFO, CheckCode.SIDE_NUMBER, set.toString(), "sides beyond " + usual
                + ", as shells in a plane or polyhedra have: legal, but some programs refuse them", unusual);
        if (areKnown && wrong.count() == 0) {
            Duplicates twice = Duplicates.find(sides.size(), i -> elements.get(i) * SIDES + sides.get(i),
                    findings.most());
            duplicates(set, "the same side twice", twice, pair -> "side " + sides.get(pair.first()) + " of "
                    + names.name(elements.get(pair.first()) - 1));
            if (areCounted) {
                factors.sides(faces, elements, sides);
            }
        }
    }

    /// The sides of shapes that are not in the tables are not known.
    private long sideCount(ElementBlock block, long elementIndex) {
        Topology topology = block.topology();
        Family family = topology.family();
        if (!blocks.isRead(block)) {
            return UNKNOWN;
        }
        return switch (family) {
            case NSIDED -> block.polygons().lengths().get(elementIndex - block.firstIndex());
            case NFACED -> block.polyhedra().lengths().get(elementIndex - block.firstIndex());
            default -> topology.sideCount() == 0 ? UNKNOWN : topology.sideCount();
        };
    }
}
