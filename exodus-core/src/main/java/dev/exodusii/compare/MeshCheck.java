package dev.exodusii.compare;

import dev.exodusii.Assembly;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.SideSet;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares what does not change in time: coordinates, blocks, sets and assemblies.
final class MeshCheck {

    private static final String[] AXES = {"x", "y", "z"};

    private final Match match;
    private final Subject first;
    private final Subject second;
    private final ComparisonSettings settings;
    private final Journal journal;
    private final boolean isPedantic;
    private final boolean byName;

    MeshCheck(Match match) {
        this.match = match;
        this.first = match.first();
        this.second = match.second();
        this.settings = match.settings();
        this.journal = match.journal();
        this.isPedantic = settings.has(CompareFlag.PEDANTIC);
        this.byName = settings.has(CompareFlag.MATCH_BY_NAME);
    }

    /// Compares what must agree before values can be compared.
    ///
    /// @throws ComparisonStop when it does not
    void run() {
        boolean isSame = require(coordinatesAgree(), "Differences found in mesh nodal coordinates.");
        isSame &= require(blocksAgree(), "Differences found in element block metadata or connectivity.");
        isSame &= require(setsAgree(EntityKind.NODE_SET, "nodeset", "node"),
                "Differences found in node set metadata or node lists.");
        isSame &= require(setsAgree(EntityKind.SIDE_SET, "sideset", "side"),
                "Differences found in side set metadata or side lists.");
        isSame &= require(assembliesAgree(), "Differences found in assembly metadata or assembly entity lists. "
                + (isPedantic ? "" : "[ignored]")) || !isPedantic;
        if (!isSame) {
            String reason = "Differences found in mesh (non-transient) data.";
            journal.warn(".. " + reason + "  Aborting...");
            throw ComparisonStop.different(Stage.MESH, reason);
        }
    }

    private boolean require(boolean isSame, String otherwise) {
        if (!isSame) {
            journal.warn(".. " + otherwise);
        }
        return isSame;
    }

    /// Warns of something that only counts for those who are particular.
    private boolean pedantic(String text) {
        journal.warn(".. " + text);
        return !isPedantic;
    }

    private boolean coordinatesAgree() {
        Tolerance tolerance = settings.coordinates();
        int dimension = Math.min(first.file().dimension(), second.file().dimension());
        if (tolerance.mode() == ToleranceMode.IGNORE || dimension == 0) {
            return true;
        }
        RealView[] one = new RealView[dimension];
        RealView[] other = new RealView[dimension];
        boolean isEqual = match.nodes().isIdentity();
        for (int axis = 0; axis < dimension; axis++) {
            one[axis] = first.axis(axis);
            other[axis] = second.axis(axis);
            isEqual = isEqual && Bytes.areEqual(one[axis], other[axis], match.workers());
        }
        return isEqual || coordinatesAgree(one, other);
    }

    /// All that differ are counted; the first node that differs is told of.
    private boolean coordinatesAgree(RealView[] one, RealView[] other) {
        Tolerance tolerance = settings.coordinates();
        Worst[] found = new Worst[one.length];
        Arrays.setAll(found, axis -> new Worst(ComparedKind.NODAL, AXES[axis], tolerance));
        boolean isSame = true;
        double largest = 0;
        for (long node = 0; node < one[0].size(); node++) {
            long node2 = match.nodes().get(node);
            if (node2 < 0 || node2 >= other[0].size()) {
                continue;
            }
            boolean isTold = isSame || settings.has(CompareFlag.EVERY_DIFFERENCE);
            double distance = 0;
            for (int axis = 0; axis < one.length; axis++) {
                double a = one[axis].get(node);
                double b = other[axis].get(node2);
                found[axis].addCompared(1);
                boolean isNan = Double.isNaN(a) != Double.isNaN(b) && !settings.has(CompareFlag.IGNORE_NANS);
                if (isNan || tolerance.isExceeded(a, b)) {
                    found[axis].addOver(new ValueDifference.Place(0, match.nodeId(node), 0), 0, a, b);
                    if (isTold) {
                        journal.tell(new ComparisonEvent.CoordinateDifference(AXES[axis], tolerance, a, b,
                                match.nodeId(node)));
                    }
                    isSame = false;
                }
                distance += (a - b) * (a - b);
            }
            largest = Math.max(largest, Double.isNaN(distance) ? 0 : distance);
        }
        for (Worst axis : found) {
            axis.result().ifPresent(journal::addCoordinates);
        }
        if (isSame && largest > 0) {
            journal.tell(new ComparisonEvent.CoordinatesAgree(Math.sqrt(largest)));
        }
        return isSame;
    }

    private boolean blocksAgree() {
        if (settings.matching() == Matching.POSITION || settings.matching() == Matching.PARTIAL) {
            return true;
        }
        boolean isSame = true;
        for (Part block : first.parts(EntityKind.ELEMENT_BLOCK)) {
            Optional<Part> other = second.find(block, byName);
            if (other.isEmpty()) {
                journal.warn(".. Block id " + block.id() + " with name " + block.name()
                        + " exists in first file but not the second.");
                isSame = false;
            } else {
                isSame &= blockAgrees(block, other.get()) && new ConnectivityCheck(match).agrees(
                        (ElementBlock) block.entity(), (ElementBlock) other.get().entity());
            }
        }
        return isSame;
    }

    private boolean blockAgrees(Part part, Part otherPart) {
        ElementBlock block = (ElementBlock) part.entity();
        ElementBlock other = (ElementBlock) otherPart.entity();
        boolean isSame = labelsAgree("Block", part, otherPart);
        if (!ElementTypes.areSame(block.elementType(), other.elementType(),
                settings.has(CompareFlag.FULL_ELEMENT_TYPES))) {
            journal.warn(".. Block " + part.name() + ": element types don't agree (" + block.elementType() + " != "
                    + other.elementType() + ").");
            isSame = false;
        }
        if (block.size() != other.size()) {
            journal.warn(".. Block " + part.name() + ": number of elements doesn't agree (" + block.size() + " != "
                    + other.size() + ").");
            isSame = false;
        }
        if (block.isJagged() != other.isJagged() || block.nodesPerEntry() != other.nodesPerEntry()) {
            journal.warn(".. Block " + part.name() + ": number of nodes per element doesn't agree ("
                    + block.nodesPerEntry() + " != " + other.nodesPerEntry() + ").");
            isSame = false;
        }
        return isSame;
    }

    private boolean labelsAgree(String what, Part part, Part other) {
        if (byName && part.id() != other.id()) {
            return pedantic(what + " '" + part.name() + "' ids don't agree (" + part.id() + " != " + other.id() + ").");
        }
        if (!byName && !part.name().equals(other.name()) && !part.isGenerated() && !other.isGenerated()) {
            return pedantic(what + " " + part.id() + " names don't agree (" + part.name() + " != " + other.name()
                    + ").");
        }
        return true;
    }

    private boolean setsAgree(EntityKind kind, String what, String entry) {
        boolean isSame = true;
        List<Part> sets = first.parts(kind);
        if (sets.size() != second.parts(kind).size() && settings.matching() != Matching.PARTIAL) {
            isSame = pedantic("Number of " + what + "s doesn't agree...");
        }
        String title = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        for (Part set : sets) {
            Optional<Part> other = second.find(set, byName);
            if (other.isEmpty()) {
                isSame &= pedantic(title + " id " + set.id() + " exists in first file but not the second.");
                continue;
            }
            if (set.size() != other.get().size()) {
                isSame &= pedantic("The " + entry + " count for " + what + " id " + set.id()
                        + " is not the same in the two files (" + set.size() + " != " + other.get().size() + ").");
            }
            isSame &= labelsAgree(title, set, other.get());
        }
        return isSame & (!match.comparesEntries(kind) || entriesAgree(kind, what));
    }

    private boolean entriesAgree(EntityKind kind, String what) {
        boolean isSame = true;
        boolean isCounted = isPedantic || !first.file().variables(kind).isEmpty();
        for (Part set : first.parts(kind)) {
            Optional<Part> other = second.find(set, byName).filter(found -> found.size() == set.size());
            if (other.isEmpty() || !isCounted) {
                continue;
            }
            SetPairing pairing = match.entries(set, other.get());
            int place = pairing.mismatch();
            if (place >= 0) {
                boolean isSide = kind == EntityKind.SIDE_SET;
                journal.warn(".. The " + (isSide ? "sidelists" : "nodelists") + " for " + what + " id " + set.id()
                        + " are not the same in the two files.\n    The first difference is at position "
                        + (pairing.first(place) + 1) + ": "
                        + describe((EntitySet) set.entity(), pairing.first(place)) + (isSide ? " .vs. " : " vs. ")
                        + describe((EntitySet) other.get().entity(), pairing.second(place)) + ".");
                if (settings.matching() == Matching.PARTIAL) {
                    journal.warn(".. The " + (isSide ? "sidelist" : "nodelist")
                            + " differences are ignored for the partial_map case.");
                } else {
                    isSame = false;
                }
            }
        }
        return isSame;
    }

    private static String describe(EntitySet set, int index) {
        String number = Long.toString(set.entries().get(index));
        return set instanceof SideSet sides ? "Side " + number + "." + sides.sides().get(index)
                : "Node " + number;
    }

    private boolean assembliesAgree() {
        List<Part> own = first.parts(EntityKind.ASSEMBLY);
        List<Part> others = second.parts(EntityKind.ASSEMBLY);
        boolean isSame = true;
        if (own.size() != others.size()) {
            journal.warn(".. The number of assemblies (" + own.size() + ") in the first file does not match"
                    + " the number ("
                    + others.size() + ") in the second file.");
            isSame = false;
        }
        for (Part part : own) {
            Optional<Part> other = second.find(part, true);
            if (other.isEmpty()) {
                journal.warn(".. Assembly '" + part.name() + "' with id " + part.id()
                        + " exists in first file but not the second.");
            }
            isSame &= other.isPresent() && assemblyAgrees(part, other.get());
        }
        for (Part part : others) {
            if (first.find(part, true).isEmpty()) {
                journal.warn(".. Assembly '" + part.name() + "' with id " + part.id()
                        + " exists in second file but not the first.");
                isSame = false;
            }
        }
        return isSame;
    }

    private boolean assemblyAgrees(Part part, Part otherPart) {
        Assembly one = (Assembly) part.entity();
        Assembly other = (Assembly) otherPart.entity();
        String start = ".. Assembly '" + part.name() + "'";
        boolean isSame = true;
        if (byName && one.id() != other.id()) {
            journal.warn(start + " ids don't agree (" + one.id() + " != " + other.id() + ").");
            isSame = false;
        }
        if (!one.memberKind().equals(other.memberKind())) {
            journal.warn(start + ": entity types don't agree (" + kindOf(one) + " != " + kindOf(other) + ").");
            return false;
        }
        if (one.memberIds().size() != other.memberIds().size()) {
            journal.warn(start + ": number of entities doesn't agree (" + one.memberIds().size() + " != "
                    + other.memberIds().size() + ").");
            return false;
        }
        if (!Arrays.equals(sorted(one.memberIds()), sorted(other.memberIds()))) {
            journal.warn(start + ": entity list on first file (" + list(one) + ") does not match entity list on"
                    + " second file (" + list(other) + ").");
            isSame = false;
        }
        return isSame;
    }

    private static String kindOf(Assembly assembly) {
        return assembly.memberKind().map(kind -> kind.label()).orElse("unknown");
    }

    private static String list(Assembly assembly) {
        return Arrays.stream(assembly.memberIds().toArray()).mapToObj(Long::toString)
                .collect(Collectors.joining(", "));
    }

    private static long[] sorted(IntegerView ids) {
        long[] sorted = ids.toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
