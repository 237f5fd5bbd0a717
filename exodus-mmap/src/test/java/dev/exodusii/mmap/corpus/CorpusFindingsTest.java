package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is said about damaged files, and that nothing is said against sound ones.
class CorpusFindingsTest {

    /// Which damages show in the header and in the lists of ids and names, by the words in which the corpus describes
    /// them, and by which of these findings they must be named.
    private static final Map<Pattern, Set<FindingCode>> SHOWN = new LinkedHashMap<>();

    static {
        shown("coord[xyz]? missing", FindingCode.MISSING_COORDINATES);
        shown("(connect|facconn|fbconn|ebconn)\\d+ missing", FindingCode.MISSING_LIST);
        shown("(node_ns|elem_ss|side_ss|edge_es|face_fs|elem_els)\\d+ missing", FindingCode.MISSING_LIST);
        shown("vals_nod_var\\d+ missing", FindingCode.MISSING_VALUES);
        shown("([a-z]+_prop1)\\[\\d+\\]=\\1.*", FindingCode.DUPLICATE_ID);
        shown("num_elem \\d+ instead of .*", FindingCode.COUNT_MISMATCH);
        shown(".*:elem_type = .*", FindingCode.ELEMENT_TYPE);
        shown("[a-z]+_var_tab\\[.* although .* exists", FindingCode.TRUTH_TABLE_MISMATCH);
        shown("[a-z]+_status\\[.* although .* exists", FindingCode.STATUS_MISMATCH);
        shown("assembly .*no such entity.*", FindingCode.UNKNOWN_MEMBER);
        shown("attribute \\w+ missing", FindingCode.FILE_ATTRIBUTE);
        shown("version = 1.*", FindingCode.FILE_ATTRIBUTE);
        shown("title of \\d+ characters", FindingCode.FILE_ATTRIBUTE);
        shown("numrecs field \\d+ instead of .*", FindingCode.TRUNCATED_RECORDS);
        shown(".*of the file cut.*", FindingCode.TRUNCATED_RECORDS, FindingCode.TRUNCATED_VARIABLE);
    }

    private static final Pattern HARMLESS = Pattern.compile("undamaged.*|clean.*|.*\\(legal\\).*");

    private static void shown(String damage, FindingCode... codes) {
        SHOWN.put(Pattern.compile(damage), Set.of(codes));
    }

    @Test
    void damageThatShowsInTheHeaderIsNamed() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        for (String[] line : corpus.table("damaged.tsv")) {
            String path = "damaged/" + line[0];
            List<CorpusFile> files = corpus.files(file -> file.path().equals(path));
            Corpus.forEach(files, report, file -> damaged(file, line[1], report));
        }
        System.out.printf("corpus damage: %,d files, %,d whose damage shows in the header, %,d harmless ones, "
                + "%,d refused, %,d with damage to values only, %,d differences%n", report.number("files"),
                report.number("shown"), report.number("harmless"), report.number("refused"), report.number("deep"),
                report.differenceCount());
        report.failOnDifferences("damaged files");
    }

    private static void damaged(CorpusFile file, String damage, Report report) {
        report.count("files");
        Optional<Set<FindingCode>> expected = SHOWN.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(damage).matches()).map(Map.Entry::getValue).findFirst();
        boolean isHarmless = HARMLESS.matcher(damage).matches();
        report.count(isHarmless ? "harmless" : expected.isPresent() ? "shown" : "deep");
        Optional<UnreadableFileException> refused = open(file, open -> {
            List<Finding> findings = open.findings();
            if (isHarmless && findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO)) {
                report.difference(file.path(), "has nothing wrong (" + damage + "), but: " + findings);
            } else if (!isHarmless && expected.isPresent()
                    && findings.stream().noneMatch(finding -> expected.get().contains(finding.code()))) {
                report.difference(file.path(), damage + ": no finding is " + expected.get() + " of " + findings);
            }
        });
        if (refused.isPresent()) {
            report.count("refused");
            boolean isPointer = damage.equals("git-lfs pointer") && refused.get().fault() == Fault.GIT_LFS_POINTER
                    && refused.get().getMessage().contains("git lfs pull");
            if (isHarmless || expected.isPresent() || damage.contains("git-lfs") && !isPointer) {
                report.difference(file.path(), damage + ": refused with " + refused.get().getMessage());
            }
        }
    }

    /// The reference library reads these files, so that an error would be wrong unless data are lost.
    @Test
    void realFilesHaveNoErrors() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(file -> file.isBelow("real")), report, file -> {
            Optional<UnreadableFileException> refused = open(file, open -> {
                report.count("files");
                for (Finding finding : open.findings()) {
                    report.count("finding " + finding.severity() + " " + finding.code());
                    if (finding.severity() == Severity.ERROR && !isExplained(finding, open)) {
                        report.difference(file.path(), finding.toString());
                    }
                }
            });
            refused.ifPresent(e -> {
                report.count("refused");
                if (e.fault() != Fault.NETCDF4_HDF5 && e.fault() != Fault.GIT_LFS_POINTER
                        && e.fault() != Fault.TEXT_FILE && e.fault() != Fault.EMPTY_FILE) {
                    report.difference(file.path(), "refused: " + e.getMessage());
                }
            });
        });
        System.out.printf("corpus findings: %,d real files, %,d refused, %,d differences%n", report.number("files"),
                report.number("refused"), report.differenceCount());
        report.numbers("finding ").forEach((finding, count) -> System.out.printf("  %,9d %s%n", count, finding));
        report.failOnDifferences("real files");
        assertTrue(report.number("files") > 0, "there are no real files");
    }

    /// Errors that a file of a careful writer can have.
    private static boolean isExplained(Finding finding, ExodusFile file) {
        return switch (finding.code()) {
            // Maps are announced by some programs that never write them.
            case MISSING_LIST -> finding.place().matches("((node|elem|edge|face)_map\\d+(, )?)+");
            // The copy was cut short on its way.
            case TRUNCATED_VARIABLE -> file.container().layout().isTruncated();
            default -> false;
        };
    }

    /// Whatever a file is, it is opened or refused with a reason, and its findings can be asked for.
    @Test
    void noFileEndsInAnUntypedException() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(), report, file -> {
            Optional<UnreadableFileException> refused = open(file, open -> {
                report.count("opened");
                open.findings().forEach(finding -> {
                    if (finding.message().isBlank() || finding.place().isBlank()) {
                        report.difference(file.path(), "finding without place or message: " + finding);
                    }
                });
            });
            refused.ifPresent(e -> report.count("refused " + e.fault()));
        });
        System.out.printf("corpus opening: %,d files opened, refused: %s%n", report.number("opened"),
                report.numbers("refused "));
        report.failOnDifferences("opening");
        assertTrue(report.number("opened") > 0, "nothing was opened");
    }

    private static Optional<UnreadableFileException> open(CorpusFile file, Consumer<ExodusFile> action) {
        try (ExodusFile open = Exodus.open(file.file())) {
            action.accept(open);
            return Optional.empty();
        } catch (UnreadableFileException e) {
            return Optional.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
