package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.diagnostic.UnsupportedFormatException;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The container of every file of the corpus, compared to the byte with what other programs read.
class CorpusContainerTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void soundFilesReadAsOtherProgramsReadThem() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(CorpusFile::hasContainerOracle), report, file -> {
            ContainerOracle oracle = new ContainerOracle(file.containerOracle());
            if (oracle.isClassic() && oracle.isAgreed() && oracle.violation(file.bytes()).isEmpty()) {
                report.count("files");
                try (NetcdfFile open = open(file)) {
                    ContainerComparison comparison = new ContainerComparison(file.path(), oracle, open, report);
                    comparison.header();
                    comparison.data(file.bytes());
                    if (oracle.isWithoutPretence(file.bytes())) {
                        comparison.numbers();
                    }
                }
            }
        });
        System.out.printf("corpus container: %,d files, %,d variables (%,d compared to the byte, %,d numbers in views),"
                + " %,d attributes compared, %,d differences%n", report.number("files"), report.number("variables"),
                report.number("variable bytes"), report.number("single values"), report.number("attributes"),
                report.differenceCount());
        report.failOnDifferences("sound files");
        assertTrue(report.number("variable bytes") > 0, "nothing was compared");
    }

    @Test
    void oddFilesAreReadWhereTheyAreLegalAndRefusedWhereTheyAreNot() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(CorpusFile::hasContainerOracle), report, file -> {
            ContainerOracle oracle = new ContainerOracle(file.containerOracle());
            if (oracle.isClassic() && oracle.layout().isEmpty()) {
                malformed(file, oracle, report);
            } else if (oracle.isClassic() && oracle.violation(file.bytes()).isPresent()) {
                refusal(file, report).ifPresentOrElse(refused -> {
                    report.count("illegal files refused");
                    if (!(refused instanceof ExodusFormatException)) {
                        report.difference(file.path(), "is blamed on the format, not on the file: " + refused);
                    }
                }, () -> report.difference(file.path(), "was opened despite " + oracle.violation(file.bytes()).get()));
            } else if (oracle.isClassic() && !oracle.isAgreed()) {
                report.count("legal files opened");
                try (NetcdfFile open = open(file)) {
                    new ContainerComparison(file.path(), oracle, open, report).data(file.bytes());
                }
            }
        });
        System.out.printf("corpus odd containers: %,d legal ones opened (%,d variables compared to the byte, %,d cut "
                + "ones refused), %,d illegal and %,d malformed ones refused, %,d unclear ones (%,d opened), "
                + "%,d differences%n", report.number("legal files opened"), report.number("variable bytes"),
                report.number("cut variables refused"), report.number("illegal files refused"),
                report.number("malformed files refused"), report.number("unclear files"),
                report.number("unclear files opened"), report.differenceCount());
        report.failOnDifferences("odd files");
    }

    private static void malformed(CorpusFile file, ContainerOracle oracle, Report report) {
        if (oracle.isMalformed()) {
            report.count("malformed files refused");
            if (refusal(file, report).isEmpty()) {
                report.difference(file.path(), "was opened although its header is malformed");
            }
            return;
        }
        report.count("unclear files");
        try (NetcdfFile open = Netcdf.open(file.file())) {
            report.count("unclear files opened");
            if (oracle.hasOddTag()) {
                report.same("findings", file.path() + " odd tag", true, open.findings().stream()
                        .anyMatch(finding -> finding.code() == FindingCode.UNEXPECTED_TAG));
            }
            if (oracle.isReadByLibrary()) {
                new ContainerComparison(file.path(), oracle, open, report).bytesAsTheLibraryReadThem();
            }
        } catch (UnreadableFileException refused) {
            report.count("unclear files refused");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void otherFormatsAreRefusedWithTheWayOut() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(CorpusFile::hasContainerOracle), report, file -> {
            String kind = new ContainerOracle(file.containerOracle()).kind();
            Optional<UnreadableFileException> refused = kind.matches("CDF-[125]") ? Optional.empty()
                    : refusal(file, report);
            if (kind.equals("HDF5")) {
                report.count("HDF5");
                boolean isHelpful = refused.filter(UnsupportedFormatException.class::isInstance)
                        .filter(e -> e.fault() == Fault.NETCDF4_HDF5)
                        .filter(e -> e.getMessage().contains("nccopy -k cdf5 ")).isPresent();
                if (!isHelpful) {
                    report.difference(file.path(), "HDF5 is not refused with the command that converts it: " + refused);
                }
            } else if (!kind.matches("CDF-[125]")) {
                report.count("other");
                if (refused.isEmpty()) {
                    report.difference(file.path(), "was opened although it is " + kind);
                }
            }
        });
        System.out.printf("corpus other formats: %,d HDF5 and %,d other files refused, %,d differences%n",
                report.number("HDF5"), report.number("other"), report.differenceCount());
        report.failOnDifferences("other formats");
    }

    /// Files that lie about their sizes must cost neither time nor memory. Processor time, because other work on the
    /// same machine must not make the test fail.
    @Test
    void noFileCostsMuchTimeOrMemory() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(), report, file -> {
            long nanos = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            try (NetcdfFile open = Netcdf.open(file.file())) {
                open.variables().stream().filter(Variable::isComplete).forEach(Variable::view);
                report.count("opened");
            } catch (UnreadableFileException e) {
                report.count("refused");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            nanos = THREADS.getCurrentThreadCpuTime() - nanos;
            if (nanos > 1_000_000_000L) {
                report.difference(file.path(), "took " + nanos / 1_000_000 + " ms");
            }
            if (allocated > (16L << 20) + 4 * file.bytes()) {
                report.difference(file.path(), "allocated " + allocated + " bytes for " + file.bytes());
            }
        });
        System.out.printf("corpus costs: %,d files opened and %,d refused within bounds of time and memory, "
                + "%,d differences%n", report.number("opened"), report.number("refused"), report.differenceCount());
        report.failOnDifferences("costs");
        assertTrue(report.number("opened") > 0, "nothing was opened");
    }

    private static NetcdfFile open(CorpusFile file) {
        try {
            return Netcdf.open(file.file());
        } catch (IOException e) {
            throw new UncheckedIOException("should open, but: " + e.getMessage(), e);
        }
    }

    /// Opens a file that should be refused; every refusal must name the file.
    private static Optional<UnreadableFileException> refusal(CorpusFile file, Report report) {
        try {
            Netcdf.open(file.file()).close();
            return Optional.empty();
        } catch (UnreadableFileException e) {
            if (!e.getMessage().startsWith(file.file().toString())) {
                report.difference(file.path(), "the refusal does not begin with the file's name: " + e.getMessage());
            }
            return Optional.of(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
