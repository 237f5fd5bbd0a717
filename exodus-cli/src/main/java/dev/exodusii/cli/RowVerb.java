package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.rows.Column;
import dev.exodusii.cli.rows.RowFormat;
import dev.exodusii.cli.rows.RowWriter;
import dev.exodusii.cli.rows.Rows;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A verb that prints rows of values from each of several files: `exo VERB FILE... [WORD...]`. The first word is a file,
/// and so are those behind it that are names of existing files; the others say what to look at.
abstract class RowVerb extends Verb {

    private static final int DIGITS = 9;

    private final Flag csv = flag("--csv", "Print values with commas between them.");
    private final Flag ndjson = flag("--ndjson", "Print one JSON object in each line.");
    private final Flag json = flag("--json", "Print one JSON document.");
    private final Flag full = more("--full", "Print all digits also in tables.");
    private final Option output = option("--output", "FILE",
            "Write to a file; its ending (.csv, .ndjson, .json, .tsv) is the format.");

    RowVerb(Exo exo, String name, String description, Arguments arguments, String... footer) {
        super(exo, name, description, arguments, footer);
    }

    /// Returns the name and version of the JSON document, such as `exo.cat/1`.
    abstract String schema();

    /// Prints what there is in one file.
    ///
    /// @param file  the open file
    /// @param words the words behind the files
    /// @param sink  where rows go
    /// @return whether all is well; the state of the file is not this method's business
    /// @throws IOException when reading or writing fails
    abstract ExitCode rows(ExodusFile file, List<String> words, Sink sink) throws IOException;

    /// Splits the arguments.
    ///
    /// @return how many of them are files
    final int fileCount() {
        List<String> all = arguments().values();
        int count = 1;
        while (count < all.size() && Files.isRegularFile(Path.of(all.get(count)))) {
            count++;
        }
        return count;
    }

    /// Refuses to choose between formats.
    ///
    /// @param hasOther whether another format than those of all verbs is wished for
    final void requireOneFormat(boolean hasOther) {
        List<String> wished = Stream.of(csv, ndjson, json).filter(Flag::isSet).map(Flag::name).toList();
        if (wished.size() + (hasOther ? 1 : 0) > 1) {
            throw new UsageException(String.join(", ", wished) + (hasOther ? " and an array" : "")
                    + ": values are printed in one way");
        }
    }

    @Override
    ExitCode run() {
        requireOneFormat(false);
        int count = fileCount();
        List<String> files = arguments().values().subList(0, count);
        List<String> words = arguments().values().subList(count, arguments().values().size());
        try (Printer printer = exo().printer()) {
            if (!output.isSet()) {
                return all(files, words, new Sink(printer, format(printer), printer.out(), files.size() > 1));
            }
            String target = output.values().getLast();
            try (OutputFile file = OutputFile.create(target, files);
                    Progress progress = exo().progress("writing", 0);
                    PrintStream stream = new PrintStream(file.stream(progress), false, StandardCharsets.UTF_8)) {
                ExitCode exit = all(files, words, new Sink(printer, format(target), stream, files.size() > 1));
                if (stream.checkError()) {
                    throw new OutputFile.WriteException(target, "cannot be written", "is the disk full?");
                }
                if (exit == ExitCode.OK || exit == ExitCode.DAMAGED) {
                    file.complete();
                }
                return exit;
            } catch (IOException e) {
                Problem problem = Problem.of(target, e);
                if (json.isSet()) {
                    printer.write(problem);
                    printer.trace(e);
                } else {
                    printer.fail(problem, e);
                }
                return problem.exit();
            }
        }
    }

    private RowFormat format(Printer printer) {
        return csv.isSet() ? RowFormat.CSV : ndjson.isSet() ? RowFormat.NDJSON : json.isSet() ? RowFormat.JSON
                : printer.isInteractive() ? RowFormat.TABLE : RowFormat.TSV;
    }

    private RowFormat format(String target) {
        String ending = target.substring(target.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "ndjson", "jsonl" -> RowFormat.NDJSON;
            case "json" -> RowFormat.JSON;
            case "csv" -> RowFormat.CSV;
            default -> csv.isSet() ? RowFormat.CSV : ndjson.isSet() ? RowFormat.NDJSON
                    : json.isSet() ? RowFormat.JSON : RowFormat.TSV;
        };
    }

    private ExitCode all(List<String> files, List<String> words, Sink sink) {
        ExitCode worst = ExitCode.OK;
        boolean isList = sink.format == RowFormat.JSON && files.size() > 1;
        if (isList) {
            sink.out.print("{\"schema\":\"" + schema() + "\",\"files\":[\n");
        }
        String separator = "";
        for (String name : files) {
            if (sink.isBroken()) {
                break;
            }
            if (isList) {
                sink.out.print(separator);
                separator = ",\n";
            }
            sink.begin(name);
            ExitCode exit = one(name, words, sink);
            worst = worst.worse(exit);
        }
        sink.out.print(isList ? "\n]}\n" : sink.format == RowFormat.JSON ? "\n" : "");
        sink.out.flush();
        return worst;
    }

    private ExitCode one(String name, List<String> words, Sink sink) {
        try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
            ExitCode exit = rows(file, words, sink);
            return exit.worse(sink.printer.soundness(name, file));
        } catch (IOException | UncheckedIOException | InternalError e) {
            return sink.fail(Problem.of(name, e), e);
        } catch (UsageException e) {
            throw e;
        } catch (RuntimeException e) {
            return sink.fail(Problem.of(name, e), e);
        }
    }

    /// Where the rows of all files go.
    final class Sink {

        private final Printer printer;
        private final RowFormat format;
        private final PrintStream out;
        private final boolean isNamed;
        private String file = "";
        private List<Column> headings = List.of();
        private boolean hasBegun;

        Sink(Printer printer, RowFormat format, PrintStream out, boolean isNamed) {
            this.printer = printer;
            this.format = format;
            this.out = out;
            this.isNamed = isNamed;
        }

        private void begin(String name) {
            file = name;
            hasBegun = false;
        }

        /// Returns the file that rows are printed of, as the user named it.
        String file() {
            return file;
        }

        /// Tells whether a person reads the rows.
        boolean isTable() {
            return format == RowFormat.TABLE;
        }

        boolean isBroken() {
            return out.checkError();
        }

        /// Says something above or below a table; programs are not told.
        void note(Text line) {
            if (isTable() && !printer.isQuiet()) {
                printer.line(line);
            }
        }

        /// Begins the rows of a file. The writer must be closed.
        ///
        /// @param columns the columns
        /// @param head    writes what the JSON document tells besides the rows
        RowWriter open(List<Column> columns, Consumer<Json> head) {
            return open(columns, DIGITS, head);
        }

        /// Begins the rows of a file. The writer must be closed.
        ///
        /// @param columns the columns
        /// @param digits  how many significant digits tables have, where the user does not want all
        /// @param head    writes what the JSON document tells besides the rows
        RowWriter open(List<Column> columns, int digits, Consumer<Json> head) {
            hasBegun = true;
            if (isTable()) {
                if (isNamed) {
                    printer.line(Text.of(Style.STRONG, file));
                }
                return Rows.table(columns, printer.page().breakAt(), full.isSet() ? 0 : digits, printer::line,
                        printer::isBroken);
            }
            String begun = "";
            if (format == RowFormat.JSON) {
                Json document = Json.begin(false, exo().ids());
                if (!isNamed) {
                    document.field("schema", schema());
                }
                document.field("file", file);
                head.accept(document);
                begun = document.end();
            }
            boolean hasColumn = isNamed && format != RowFormat.JSON;
            List<Column> all = new ArrayList<>();
            if (hasColumn) {
                all.add(Column.words("file"));
            }
            all.addAll(columns);
            // Files with the same columns are one table.
            RowWriter writer = Rows.plain(format, all, !all.equals(headings), out, begun, exo().ids());
            headings = List.copyOf(all);
            return hasColumn ? new NamedRows(writer, file) : writer;
        }

        private ExitCode fail(Problem problem, Throwable cause) {
            if (format == RowFormat.JSON && !hasBegun) {
                Json document = Json.begin(false, exo().ids());
                if (!isNamed) {
                    document.field("schema", schema());
                }
                document.field("file", file);
                problem.write(document);
                out.print(document.end());
                printer.trace(cause);
            } else {
                printer.fail(problem, cause);
            }
            return problem.exit();
        }
    }

    /// Rows that begin with the name of their file.
    private static final class NamedRows implements RowWriter {

        private final RowWriter rows;
        private final String file;
        private boolean isNew = true;

        NamedRows(RowWriter rows, String file) {
            this.rows = rows;
            this.file = file;
        }

        private RowWriter row() {
            if (isNew) {
                rows.word(file);
                isNew = false;
            }
            return rows;
        }

        @Override
        public RowWriter word(String word) {
            row().word(word);
            return this;
        }

        @Override
        public RowWriter integer(long number) {
            row().integer(number);
            return this;
        }

        @Override
        public RowWriter id(long id) {
            row().id(id);
            return this;
        }

        @Override
        public RowWriter real(double number) {
            row().real(number);
            return this;
        }

        @Override
        public RowWriter real(float number) {
            row().real(number);
            return this;
        }

        @Override
        public RowWriter absent() {
            row().absent();
            return this;
        }

        @Override
        public void end() {
            rows.end();
            isNew = true;
        }

        @Override
        public boolean isBroken() {
            return rows.isBroken();
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
