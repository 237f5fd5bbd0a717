package dev.exodusii.cli;

import dev.exodusii.cli.json.Json;
import java.io.IOException;
import java.util.List;

/// A verb that reports on each of several files, as text or as one JSON document. A file that cannot be read does not
/// stop the rest; the worst result decides the exit code.
abstract class FileVerb extends Verb {

    private final Flag json = flag("--json", "Print one JSON document.");

    FileVerb(Exo exo, String name, String description, String... footer) {
        super(exo, name, description, new Arguments("FILE...", 1, Integer.MAX_VALUE, "The files."), footer);
    }

    /// Returns the name and version of the JSON document, such as `exo.info/1`.
    abstract String schema();

    /// Tells whether the document has a list of files even when there is only one.
    abstract boolean isAlwaysList();

    /// Reports on one file for people.
    ///
    /// @param file    the file as the user named it
    /// @param printer where the report goes, in one piece
    /// @return whether the file is sound
    /// @throws IOException when the file cannot be read
    abstract ExitCode print(String file, Printer printer) throws IOException;

    /// Reports on one file for programs.
    ///
    /// @param file the file as the user named it
    /// @param json where the report goes: an object that is open and has the field `file`
    /// @return whether the file is sound
    /// @throws IOException when the file cannot be read
    abstract ExitCode write(String file, Json json) throws IOException;

    @Override
    final ExitCode run() {
        try (Printer printer = exo().printer()) {
            return json.isSet() ? writeAll(printer) : printAll(printer);
        }
    }

    private ExitCode printAll(Printer printer) {
        ExitCode worst = ExitCode.OK;
        List<String> files = arguments().values();
        for (int i = 0; i < files.size() && !printer.isBroken(); i++) {
            String file = files.get(i);
            try {
                worst = worst.worse(print(file, printer));
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = Problem.of(file, e);
                printer.fail(problem, e);
                worst = worst.worse(problem.exit());
            }
        }
        return worst;
    }

    private ExitCode writeAll(Printer printer) {
        List<String> files = arguments().values();
        if (files.size() == 1 && !isAlwaysList()) {
            Document only = document(files.getFirst(), true, printer);
            printer.raw(only.text + "\n");
            return only.exit;
        }
        ExitCode worst = ExitCode.OK;
        String separator = "{\"schema\":\"" + schema() + "\",\"files\":[\n";
        for (int i = 0; i < files.size() && !printer.isBroken(); i++) {
            Document next = document(files.get(i), false, printer);
            printer.raw(separator + next.text);
            worst = worst.worse(next.exit);
            separator = ",\n";
        }
        printer.raw("\n]}\n");
        return worst;
    }

    /// Puts one file's part together in memory, so that a failure half-way leaves no half document.
    private Document document(String file, boolean isAlone, Printer printer) {
        Json json = begin(file, isAlone, printer);
        try {
            ExitCode exit = write(file, json);
            return new Document(json.end(), exit);
        } catch (IOException | RuntimeException | InternalError e) {
            Problem problem = Problem.of(file, e);
            printer.trace(e);
            Json failed = begin(file, isAlone, printer);
            problem.write(failed);
            return new Document(failed.end(), problem.exit());
        }
    }

    private Json begin(String file, boolean isAlone, Printer printer) {
        Json json = printer.begin();
        if (isAlone) {
            json.field("schema", schema());
        }
        return json.field("file", file);
    }

    private record Document(String text, ExitCode exit) {}
}
