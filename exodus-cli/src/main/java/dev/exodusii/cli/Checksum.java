package dev.exodusii.cli;

import dev.exodusii.cli.checksum.ChecksumJson;
import dev.exodusii.cli.checksum.VariableDigest;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.cli.text.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `exo checksum`: digests of all values, by which two files can be compared without reading one's copy of the other.
final class Checksum extends FileVerb {

    private static final int DIGITS = 64;

    Checksum(Exo exo) {
        super(exo, "checksum", "Computes the SHA-256 of the values of each variable of classic netCDF files.",
                "", "Values count as they are stored: big-endian, in C order, records joined in order. The digests of"
                        + " the same values in CDF-1, CDF-2 and CDF-5 are equal. --json adds the attributes.", "", "Examples:",
                "  exo checksum run.e", "  exo checksum --json gold.e run.e > checksums.json");
    }

    @Override
    String schema() {
        return "exo.checksum/1";
    }

    @Override
    boolean isAlwaysList() {
        return true;
    }

    @Override
    ExitCode print(String name, Printer printer) throws IOException {
        try (NetcdfFile file = Netcdf.open(Problem.requireFile(name), exo().recordCount()); var _ = exo().measured(name)) {
            List<VariableDigest> digests = digests(file);
            List<Text> lines = new ArrayList<>();
            lines.add(Text.of(Style.STRONG, name).plus("  " + file.format().label() + "  "
                    + Numbers.count(digests.size(), "variable")));
            for (VariableDigest digest : digests) {
                Text value = digest.sha256().map(Text::of).orElse(Text.of(Style.ERROR, "cut short"));
                lines.add(value.padRight(DIGITS).plus("  " + digest.describe()));
            }
            for (Finding finding : file.findings()) {
                if (finding.severity() != Severity.INFO) {
                    Text start = Text.of(Style.WARNING, "warning: ");
                    lines.addAll(Layout.wrap(start, finding.place() + ": " + finding.text(), start.width(),
                            printer.page().breakAt()));
                }
            }
            printer.show(lines);
            return exitCode(file);
        }
    }

    @Override
    ExitCode write(String name, Json json) throws IOException {
        try (NetcdfFile file = Netcdf.open(Problem.requireFile(name), exo().recordCount()); var _ = exo().measured(name)) {
            ChecksumJson.write(file, digests(file), json);
            return exitCode(file);
        }
    }

    private List<VariableDigest> digests(NetcdfFile file) {
        try (Progress progress = exo().progress("reading", file.layout().fileBytes())) {
            return VariableDigest.ofAll(file, progress::advance);
        }
    }

    private static ExitCode exitCode(NetcdfFile file) {
        return file.layout().isTruncated() ? ExitCode.DAMAGED : ExitCode.OK;
    }
}
