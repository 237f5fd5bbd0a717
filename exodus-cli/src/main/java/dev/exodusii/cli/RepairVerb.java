package dev.exodusii.cli;

import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.repair.RepairJson;
import dev.exodusii.cli.repair.RepairScreen;
import dev.exodusii.cli.repair.Saved;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.cli.text.ShellWord;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.mmap.NetcdfOutput;
import dev.exodusii.mmap.WriteOption;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Repair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `exo repair`: writes a sound file of what is complete in a damaged one, at the level of the container, so that what the
/// model does not know is saved as well.
final class RepairVerb extends Verb {

    private final Option output = option("-o", "--output", "FILE", "Where the sound file goes.");
    private final Flag dropDamaged = flag("--drop-damaged", "Leave out variables of the mesh that are cut short. Without"
            + " this nothing is written where there are any.");
    private final Flag counted = flag("--counted", "Take only the records that the header counts.");
    private final Flag force = flag("--force", "Replace FILE where it exists.");
    private final Flag json = flag("--json", "Print one JSON document.");

    RepairVerb(Exo exo) {
        super(exo, "repair", "Writes a sound file of the complete steps of one that was cut short.",
                new Arguments("FILE", 1, 1, "The damaged file, which is only read."), "",
                "Steps that are in the file in full are saved, also where the header counts too many, too few or leaves"
                        + " their number open. No value is changed or made up. What was written is compared with FILE.", "",
                "Examples:", "  exo repair crash.e -o saved.e", "  exo repair --json --drop-damaged crash.e -o saved.e");
    }

    @Override
    ExitCode run() {
        String name = arguments().values().getFirst();
        String target = output.value().orElseThrow(() -> new UsageException(
                "say where the sound file goes: exo repair " + ShellWord.of(name) + " -o FILE"));
        try (Printer printer = exo().printer()) {
            try (NetcdfFile file = Netcdf.open(Problem.requireFile(name)); var _ = exo().measured(name)) {
                return repair(file, name, target, printer);
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = e instanceof DamagedDataException damaged ? damaged(name, target, damaged)
                        : Problem.of(name, e);
                return fail(problem, e, printer, () -> begin(name, printer));
            }
        }
    }

    private static Json begin(String name, Printer printer) {
        return printer.begin().field("schema", "exo.repair/1").field("file", name);
    }

    private static Problem damaged(String name, String target, DamagedDataException damaged) {
        return new Problem("DAMAGED_DATA", String.valueOf(damaged.getMessage()), "write the rest: exo repair "
                + ShellWord.of(name) + " -o " + ShellWord.of(target) + " --drop-damaged", ExitCode.DAMAGED);
    }

    private ExitCode repair(NetcdfFile file, String name, String target, Printer printer) throws IOException {
        OutputFile.requireFree(target, List.of(name), force.isSet());
        Saved saved = Saved.of(name, target, file, !counted.isSet());
        if (!saved.dropped().isEmpty() && !dropDamaged.isSet()) {
            List<String> names = saved.dropped().stream().map(Variable::name).toList();
            throw new DamagedDataException(name, NearMatches.list(names), "cut short, since the file ends after "
                    + file.layout().fileBytes() + " bytes; no values are made up, and nothing was written");
        }
        write(file, target, saved);
        verify(file, target, saved);
        long bytes = Files.size(Path.of(target));
        if (json.isSet()) {
            Json document = begin(name, printer);
            RepairJson.write(saved, bytes, document);
            printer.raw(document.end() + "\n");
        } else {
            printer.show(RepairScreen.of(saved, bytes, printer.page().breakAt()));
        }
        return ExitCode.OK;
    }

    private void write(NetcdfFile file, String target, Saved saved) throws IOException {
        WriteOption[] options = force.isSet() ? new WriteOption[] {WriteOption.REPLACE} : new WriteOption[0];
        try (NetcdfWriter writer = NetcdfOutput.create(Path.of(target), saved.definition(), options);
                Progress progress = exo().progress("writing", saved.definition().layout().fileBytes(saved.records()))) {
            Repair.of(file).copyTo(writer, saved.records(), progress::advance);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(target + ": ")
                    ? new OutputFile.WriteException(target, message.substring(target.length() + 2), "")
                    : OutputFile.WriteException.of(target, e);
        }
    }

    private void verify(NetcdfFile file, String target, Saved saved) throws IOException {
        Optional<String> difference;
        try (NetcdfFile copy = Netcdf.open(Path.of(target));
                Progress progress = exo().progress("comparing", copy.layout().fileBytes())) {
            difference = Repair.of(file).difference(copy, saved.records(), progress::advance);
        }
        if (difference.isPresent()) {
            Files.delete(Path.of(target));
            throw new OutputFile.WriteException(target, "what was written differs: " + difference.get(),
                    "the disk or its cable may be at fault; it was deleted");
        }
    }
}
