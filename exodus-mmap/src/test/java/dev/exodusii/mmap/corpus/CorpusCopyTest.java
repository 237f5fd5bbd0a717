package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.check.CheckFinding;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.geometry.Point;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.WriteOption;
import dev.exodusii.parallel.Workers;
import dev.exodusii.transform.ModelCopy;
import dev.exodusii.transform.ModelCopyBuilder;
import dev.exodusii.transform.Transform;
import dev.exodusii.write.ExodusCopy;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every Exodus file of the corpus is copied, mirrored and cut, by the copy that can change what it copies.
class CorpusCopyTest {

    private static final Transform MIRROR = Transform.mirror(new Point(0, 0, 0), new Point(1, 0, 0));

    @TempDir
    private Path folder;

    /// What is done with a file.
    @FunctionalInterface
    private interface Task {
        void run(String path, ExodusFile file, Report report) throws IOException;
    }

    private void forEach(String counted, Task task) throws IOException {
        Report report = new Report();
        Corpus.forEachOpen(Corpus.find().files(), report, (file, open) -> {
            try {
                task.run(file.path(), open, report);
            } catch (DamagedDataException damaged) {
                report.count("damaged");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        System.out.printf("corpus copy: %,d %s, %,d damaged, %,d not Exodus%n", report.number(counted), counted,
                report.number("damaged"), report.number("refused"));
        report.failOnDifferences(counted);
        assertTrue(report.number(counted) > 100, () -> "only " + report.number(counted) + " " + counted);
    }

    /// Files are looked at by several threads.
    private Path own(String name) {
        return folder.resolve(Thread.currentThread().threadId() + "-" + name);
    }

    private Path copied(ExodusFile file, String name, UnaryOperator<ModelCopyBuilder> change) throws IOException {
        ModelCopy copy = change.apply(ModelCopy.of(file)).plan();
        Path path = own(name);
        try (ExodusWriter writer = Exodus.create(path, copy.definition().build(), WriteOption.REPLACE)) {
            copy.to(writer);
        }
        return path;
    }

    @Test
    void copyOfEverythingIsThatOfTheWriter() throws IOException {
        forEach("plain copies", (path, file, report) -> {
            Path copy = copied(file, "copy.e", builder -> builder);
            Path plain = own("plain.e");
            try (ExodusWriter writer = Exodus.create(plain, ExodusDefinition.of(file), WriteOption.REPLACE)) {
                ExodusCopy.of(file, writer).all();
            }
            report.count("plain copies");
            report.same("bytes", path, -1L, Files.mismatch(copy, plain));
        });
    }

    /// Minus 0 becomes 0, so that only what was mirrored twice already must be the same to the byte.
    @Test
    void whatIsMirroredTwiceIsTheSame() throws IOException {
        forEach("mirrored twice", (path, file, report) -> {
            if (file.dimension() == 0 || !isMirrored(file)) {
                return;
            }
            Path twice = twice(file, "twice.e");
            try (ExodusFile back = Exodus.open(twice)) {
                report.count("mirrored twice");
                boolean isComparable = verdict(file, file).equals("SAME");
                report.same("verdict", path, isComparable ? "SAME" : verdict(file, back), verdict(file, back));
                report.same("bytes", path, -1L, Files.mismatch(twice, twice(back, "again.e")));
            }
        });
    }

    private Path twice(ExodusFile file, String name) throws IOException {
        try (ExodusFile once = Exodus.open(copied(file, "once.e", builder -> builder.transform(MIRROR)
                .tensors(tensor -> true)))) {
            return copied(once, name, builder -> builder.transform(MIRROR).tensors(tensor -> true));
        }
    }

    private static String verdict(ExodusFile one, ExodusFile other) {
        return Comparison.of(one, other, ComparisonSettings.builder().build()).run(Workers.callingThread(), event -> {})
                .verdict().toString();
    }

    /// Shapes whose nodes nobody knows are refused, and said to be.
    private static boolean isMirrored(ExodusFile file) {
        try {
            ModelCopy.of(file).transform(MIRROR).plan();
            return true;
        } catch (IllegalArgumentException unknown) {
            assertTrue(String.valueOf(unknown.getMessage()).contains("cannot be mirrored"), unknown::getMessage);
            return false;
        }
    }

    @Test
    void mirrorImageIsAsSoundAsTheMesh() throws IOException {
        forEach("mirror images", (path, file, report) -> {
            if (file.dimension() == 0 || !isMirrored(file)) {
                return;
            }
            // Some faults of files are none of the mesh, and are not copied.
            try (ExodusFile plain = Exodus.open(copied(file, "plain.e", builder -> builder));
                    ExodusFile mirrored = Exodus.open(copied(file, "mirror.e", builder -> builder.transform(MIRROR)))) {
                report.count("mirror images");
                boolean hasLostFactors = !ModelCopy.of(file).transform(MIRROR).plan().remarks().stream()
                        .filter(remark -> remark.contains("distribution factors")).toList().isEmpty();
                report.same("faults", path, faults(plain, hasLostFactors), faults(mirrored, hasLostFactors));
                for (int i = 0; i < file.sideSets().size(); i++) {
                    report.same("sides", path + " side set " + i, sides(plain.sideSets().get(i)),
                            sides(mirrored.sideSets().get(i)));
                }
            }
        });
    }

    private static Map<String, Long> faults(ExodusFile file, boolean hasLostFactors) {
        Map<String, Long> faults = new TreeMap<>();
        for (CheckFinding finding : ModelCheck.run(file, false, 0, Workers.callingThread()).findings()) {
            if (finding.severity() != Severity.INFO && !(hasLostFactors && finding.code().startsWith("FACTOR"))) {
                faults.merge(finding.code() + " " + finding.place(), finding.count(), Long::sum);
            }
        }
        return faults;
    }

    /// For each side, which nodes are on it and with which factor.
    private static List<Map<Long, Double>> sides(SideSet set) {
        List<Map<Long, Double>> sides = new ArrayList<>();
        SideFaces faces = set.faces();
        boolean areOfNodes = set.hasDistributionFactors() && set.distributionFactors().size() == faces.totalNodeCount();
        long at = 0;
        for (long entry = 0; entry < Math.min(set.size(), 2_000); entry++) {
            Map<Long, Double> side = new HashMap<>();
            for (int node = 0; node < faces.nodeCount(entry); node++) {
                side.merge(faces.nodeIndex(entry, node), areOfNodes ? set.distributionFactors().get(at + node) : 1, Double::sum);
            }
            at += faces.nodeCount(entry);
            sides.add(side);
        }
        return sides;
    }

    /// Every second block, and the nodes that it uses: what is left refers to the same things by the same ids.
    @Test
    void whatIsLeftOfHalfTheBlocksIsTheSame() throws IOException {
        forEach("halves", (path, file, report) -> {
            if (file.elementBlocks().size() < 2 || !file.faceBlocks().isEmpty() || !file.edgeBlocks().isEmpty()) {
                return;
            }
            Path half;
            try {
                half = copied(file, "half.e", builder -> builder.dropUnusedNodes()
                        .retain(EntityKind.ELEMENT_BLOCK, block -> block.index() % 2 == 1));
            } catch (IllegalArgumentException nothingLeft) {
                assertTrue(String.valueOf(nothingLeft.getMessage()).contains("nothing would be left"), nothingLeft::getMessage);
                return;
            }
            try (ExodusFile cut = Exodus.open(half)) {
                report.count("halves");
                List<String> expected = Extract.of(file, block -> block.index() % 2 == 1);
                List<String> found = Extract.of(cut, block -> true);
                report.same("facts", path, expected.size(), found.size());
                for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
                    report.same("fact", path, expected.get(i), found.get(i));
                }
            }
        });
    }

    @Test
    void whatIsTurnedRoundAndMovedBackIsThere() throws IOException {
        forEach("turned", (path, file, report) -> {
            if (file.dimension() != 3) {
                return;
            }
            Transform there = Transform.rotation(new Point(1, 2, 3), 33).then(Transform.translation(new Point(1, 2, 3)));
            Transform back = Transform.translation(new Point(-1, -2, -3)).then(Transform.rotation(new Point(1, 2, 3), -33));
            Path turned = copied(file, "there.e", builder -> builder.transform(there).tensors(name -> true));
            try (ExodusFile once = Exodus.open(turned); ExodusFile twice = Exodus.open(copied(once, "back.e",
                    builder -> builder.transform(back).tensors(name -> true)))) {
                report.count("turned");
                for (int axis = 0; axis < 3; axis++) {
                    for (long node = 0; node < Math.min(file.nodeCount(), 1_000); node++) {
                        double before = file.coordinates().axis(axis).get(node);
                        double after = twice.coordinates().axis(axis).get(node);
                        double size = 4 + Math.abs(file.coordinates().x().get(node)) + Math.abs(file.coordinates().y()
                                .get(node)) + Math.abs(file.coordinates().z().get(node));
                        double close = size * (file.coordinates().x().type().byteSize() == 4 ? 1e-6 : 1e-14);
                        if (!(Math.abs(before - after) <= close) && Double.isFinite(size)) {
                            report.difference(path, "node " + node + " was at " + before + " and is at " + after);
                        }
                    }
                }
            }
        });
    }
}
