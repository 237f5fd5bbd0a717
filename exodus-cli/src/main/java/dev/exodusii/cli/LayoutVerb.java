package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Entities;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.layout.Kerchunk;
import dev.exodusii.cli.layout.LayoutJson;
import dev.exodusii.cli.layout.LayoutScreen;
import dev.exodusii.cli.layout.NumpyExpression;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `exo layout`: where the values lie in a file, and how other programs map them.
final class LayoutVerb extends FileVerb {

    private final Flag all = more("--all", "List all variables in the order of the file.");
    private final Option numpy = option("--numpy", "VAR", "Print Python that opens a variable as a NumPy array without a"
            + " copy: a netCDF variable such as coordx, or nodal/disp_y; may be repeated.");
    private final Flag kerchunk = flag("--kerchunk", "Print a Kerchunk reference file, with which xarray and Dask read"
            + " the file lazily.");
    private final Option target = option("--target", "URL", "Where readers of the reference file find the file; as usual"
            + " its absolute path.");
    private final Option output = option("--output", "FILE", "Write the reference file there.");

    LayoutVerb(Exo exo) {
        super(exo, "layout", "Shows where the values lie in a file: header, offsets, strides, records, bytes.",
                "", "Any classic netCDF file will do.", "", "Examples:", "  exo layout run.e",
                "  exo layout run.e --numpy nodal/disp_y", "  exo layout run.e --kerchunk --output run.json");
    }

    @Override
    String schema() {
        return "exo.layout/1";
    }

    @Override
    boolean isAlwaysList() {
        return false;
    }

    @Override
    ExitCode print(String name, Printer printer) throws IOException {
        if (numpy.isSet()) {
            return numpy(name, printer);
        }
        try (NetcdfFile file = Netcdf.open(Problem.requireFile(name), exo().recordCount()); var _ = exo().measured(name)) {
            if (kerchunk.isSet()) {
                reference(name, file, printer);
            } else {
                printer.show(LayoutScreen.draw(name, file, all.isSet(), printer.page()));
            }
            return file.layout().isTruncated() ? ExitCode.DAMAGED : ExitCode.OK;
        }
    }

    @Override
    ExitCode write(String name, Json json) throws IOException {
        try (NetcdfFile file = Netcdf.open(Problem.requireFile(name), exo().recordCount()); var _ = exo().measured(name)) {
            if (kerchunk.isSet()) {
                throw new UsageException("a reference file is JSON by itself; leave --json out");
            }
            if (numpy.isSet()) {
                json.texts("numpy", expressions(name, file));
            } else {
                LayoutJson.write(file, json);
            }
            return file.layout().isTruncated() ? ExitCode.DAMAGED : ExitCode.OK;
        }
    }

    private void reference(String name, NetcdfFile file, Printer printer) throws IOException {
        if (arguments().values().size() > 1) {
            throw new UsageException("a reference file is about one file, not about " + arguments().values().size());
        }
        String path = target.value().orElseGet(() -> Path.of(name).toAbsolutePath().normalize().toString());
        if (!output.isSet()) {
            PrintStream out = printer.out();
            write(file, path, out);
            out.println();
            out.flush();
            return;
        }
        String written = output.value().orElseThrow();
        try (OutputFile document = OutputFile.create(written, List.of(name))) {
            PrintStream stream = new PrintStream(document.stream(), false, StandardCharsets.UTF_8);
            write(file, path, stream);
            if (stream.checkError()) {
                throw new OutputFile.WriteException(written, "cannot be written", "is the disk full?");
            }
            document.complete();
            printer.note("wrote " + written + ": " + Kerchunk.inShort(file));
        }
    }

    private static void write(NetcdfFile file, String path, PrintStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Kerchunk.write(file, path, writer);
        writer.flush();
    }

    private ExitCode numpy(String name, Printer printer) throws IOException {
        try (NetcdfFile container = Netcdf.open(Problem.requireFile(name), exo().recordCount())) {
            printer.raw("import numpy as np\n" + String.join("\n", expressions(name, container)) + "\n");
            return container.layout().isTruncated() ? ExitCode.DAMAGED : ExitCode.OK;
        }
    }

    private List<String> expressions(String name, NetcdfFile container) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String word : numpy.values()) {
            Optional<Variable> variable = container.variable(word);
            if (variable.isPresent()) {
                lines.add(NumpyExpression.of(name, container, variable.get()));
            } else {
                lines.addAll(ofModel(name, container, word));
            }
        }
        return lines;
    }

    /// Finds a variable of the model; one that lies apart for each block is an array for each.
    private List<String> ofModel(String name, NetcdfFile container, String word) throws IOException {
        List<String> known = container.variables().stream().map(Variable::name).toList();
        try (ExodusFile file = exo().open(name)) {
            List<NamedVariable> found = VariablePattern.parse(word).find(file);
            if (found.isEmpty() && word.contains("/")) {
                VariablePattern.parse(word).require(file);
            }
            if (found.isEmpty()) {
                throw absent(word, known);
            }
            List<String> lines = new ArrayList<>();
            for (NamedVariable variable : found) {
                for (NamedVariable.Part part : variable.parts()) {
                    String comment = part.entity().map(entity -> "  # " + variable.name() + " on "
                            + Entities.address(file, entity)).orElse("  # " + variable.name());
                    lines.add(NumpyExpression.of(name, file.container(), part.series())
                            + Escape.printable(comment));
                }
            }
            return lines;
        } catch (UnreadableFileException e) {
            throw absent(word, known);
        }
    }

    private static AbsentException absent(String word, List<String> known) {
        return AbsentException.of("NO_SUCH_VARIABLE", "there is no variable '" + word + "'",
                NearMatches.hint(word, known).substring(2));
    }
}
