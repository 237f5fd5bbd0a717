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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sets: do their entries exist, once each, and do the distribution factors fit.
final class Sets {

    private final ExodusFile file;
    private final Findings findings;

    Sets(ExodusFile file, Findings findings) {
        this.file = file;
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
        if (set instanceof SideSet sides) {
            sides(sides);
        } else {
            IntegerView entries = set.entries();
            findings.read(entries.size());
            String noun = noun(set);
            range(set, entries, noun, known(set));
            findings.add(Severity.WARNING, CheckCode.DUPLICATE_ENTRY, set.toString(), "the same " + noun + " twice",
                    Duplicates.find(entries, findings.most()));
            factors(set, entries.size(), entries.size() + " entries");
        }
    }

    private boolean range(EntitySet set, IntegerView entries, String noun, long known) {
        Tally wrong = findings.tally();
        for (long i = 0; i < entries.size(); i++) {
            long number = entries.get(i);
            if (number < 1 || number > known) {
                long at = i + 1;
                wrong.add(() -> "entry " + at + ": " + noun + " number " + number + " of " + known);
            }
        }
        findings.add(Severity.ERROR, CheckCode.SET_RANGE, set.toString(), noun
                + " numbers that do not exist: they must be 1 to " + known, wrong);
        return wrong.count() == 0;
    }

    private static String noun(EntitySet set) {
        return switch (set.kind()) {
            case NODE_SET -> "node";
            case EDGE_SET -> "edge";
            case FACE_SET -> "face";
            default -> "element";
        };
    }

    private long known(EntitySet set) {
        return switch (set.kind()) {
            case NODE_SET -> file.nodeCount();
            case EDGE_SET -> file.edgeCount();
            case FACE_SET -> file.faceCount();
            default -> file.elementCount();
        };
    }

    private void sides(SideSet set) {
        IntegerView elements = set.elements();
        IntegerView sides = set.sides();
        findings.read(elements.size() + sides.size());
        boolean areKnown = range(set, elements, "element", file.elementCount());
        SideFaces faces = set.faces();
        Tally wrong = findings.tally();
        Tally twice = Duplicates.sparse(sides.size(), i -> elements.get(i) * (1L << 20) + sides.get(i), 0);
        for (long i = 0; i < sides.size(); i++) {
            long side = sides.get(i);
            long element = elements.get(i);
            long at = i + 1;
            Optional<ElementBlock> block = element < 1 || element > file.elementCount() ? Optional.empty()
                    : faces.block(i);
            int most = block.map(Sets::sideCount).orElse(Integer.MAX_VALUE);
            if (side < 1 || side > most) {
                wrong.add(() -> "entry " + at + ": side " + side + " of element " + element
                        + block.map(own -> ", a " + own.topology().name() + " with " + most + " sides").orElse(""));
            }
        }
        findings.add(Severity.ERROR, CheckCode.SIDE_NUMBER, set.toString(), "sides that the elements do not have",
                wrong);
        if (twice.count() > 0) {
            findings.add(Severity.WARNING, CheckCode.DUPLICATE_ENTRY, set.toString(), "the same side twice",
                    repeated(elements, sides));
        }
        boolean areShapesKnown = file.elementBlocks().stream()
                .noneMatch(block -> block.size() > 0 && sideCount(block) == Integer.MAX_VALUE);
        if (areKnown && wrong.count() == 0 && areShapesKnown) {
            factors(set, faces.totalNodeCount(), "sides with " + faces.totalNodeCount() + " nodes");
        }
    }

    /// The sides of a shape that is not in the tables are not known, and neither are those of polyhedra.
    private static int sideCount(ElementBlock block) {
        Topology topology = block.topology();
        Family family = topology.family();
        boolean isOpen = family == Family.NSIDED || family == Family.NFACED || family == Family.UNKNOWN
                || family == Family.SUPER || family == Family.BEZIER || family == Family.NULL;
        return isOpen || topology.sideCount() == 0 ? Integer.MAX_VALUE : topology.sideCount();
    }

    private Tally repeated(IntegerView elements, IntegerView sides) {
        Tally tally = findings.tally();
        Map<Long, Long> seen = new HashMap<>();
        boolean isSmall = elements.size() <= 1 << 20;
        for (long i = 0; i < elements.size() && isSmall; i++) {
            long element = elements.get(i);
            long side = sides.get(i);
            Long before = seen.putIfAbsent(element * (1L << 20) + side, i + 1);
            if (before != null) {
                long at = i + 1;
                tally.add(() -> "entry " + at + " is entry " + before + ": side " + side + " of element " + element);
            }
        }
        return isSmall ? tally : Duplicates.sparse(sides.size(), i -> elements.get(i) * (1L << 20) + sides.get(i), 0);
    }

    private void factors(EntitySet set, long expected, String of) {
        if (set.hasDistributionFactors()) {
            long stored = set.distributionFactors().size();
            if (stored != expected && stored > 0) {
                findings.add(Severity.WARNING, CheckCode.FACTOR_COUNT, set.toString(),
                        stored + " distribution factors for " + of, 1, List.of());
            }
        }
    }
}
