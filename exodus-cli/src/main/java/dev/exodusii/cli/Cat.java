package dev.exodusii.cli;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.cat.AttributeSource;
import dev.exodusii.cli.cat.Condition;
import dev.exodusii.cli.cat.Field;
import dev.exodusii.cli.cat.MeshSource;
import dev.exodusii.cli.cat.Npy;
import dev.exodusii.cli.cat.Slab;
import dev.exodusii.cli.cat.Source;
import dev.exodusii.cli.cat.VariableSource;
import dev.exodusii.cli.rows.RowWriter;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/// `exo cat`: values of variables, coordinates, connectivity, sets and maps.
final class Cat extends RowVerb {

    private static final String CAT = "exo.cat/1";

    private final Option step = stepOption(false, "STEPS", "At which steps: last (as usual), 3, 0..5, 10:20:2, t=3.5e5"
            + " (the nearest), t~3.5e5 (interpolated), all. Global variables are shown at all steps as usual.");
    private final Option on = option("--on", "ADDRESS", "Only on these nodes or elements: node:1..9, block:steel, nset:4;"
            + " may be repeated.");
    private final Option where = option("--where", "CONDITION", "Only rows such as 'stress_xx > 1e6 and not (x < 0 or abs(y) > 1)';"
            + " several must all be met.");
    private final Option head = option("--head", "N", "Only the first N rows.");
    private final Option tail = option("--tail", "N", "Only the last N rows.");
    private final Flag index = flag("--index", "Name nodes, elements... by 0-based index instead of by id.");
    private final Flag npy = flag("--npy", "Write a NumPy array of the values; so does an output that ends in .npy.");
    private final Option output;

    Cat(Exo exo) {
        super(exo, "cat", "Prints values: of variables, attributes, coordinates, connectivity, sets and maps.",
                new Arguments("FILE... WHAT...", 1, Integer.MAX_VALUE, "The files, and what to print: nodal/disp_y,"
                        + " 'elem/stress_*@block:1', coord, block:1, nset:4, factors@sset:4, attr@block:1, nodemap:2,"
                        + " time, nodeids, info."),
                "", "Several variables of one kind become columns of one table. Into a pipe, values are separated by tabs.",
                "", "Conditions compare what is shown, other variables of the same kind, attributes, and x, y and z: of"
                        + " an element, the mean of its nodes. They know and, or, not, parentheses, + - * / ^, abs, sqrt,"
                        + " hypot, min, max and the like; 'T == nan' and isinf(T) ask for what is no number.",
                "", "Examples:", "  exo cat run.e nodal/disp_y --step 0..5 --on nset:4",
                "  exo cat run.e elem/stress_xx --where 'stress_xx > 1e6' --head 20 --csv",
                "  exo cat run.e nodal/disp --step all --output disp.npy");
        output = options().stream().filter(option -> option.name().equals("--output")).findFirst().orElseThrow();
    }

    @Override
    String schema() {
        return CAT;
    }

    @Override
    ExitCode run() {
        if (head.isSet() && tail.isSet()) {
            throw new UsageException("--head and --tail exclude each other");
        }
        boolean isArray = npy.isSet() || output.value().filter(name -> name.endsWith(".npy")).isPresent();
        requireOneFormat(npy.isSet());
        return isArray ? array() : super.run();
    }

    @Override
    ExitCode rows(ExodusFile file, List<String> words, Sink sink) {
        Source source = source(file, words);
        Choice choice = choice(source);
        if (source.count() == 0) {
            return ExitCode.OK;
        }
        Slab firstSlab = source.slab(0);
        choice.check(firstSlab);
        List<Field> first = firstSlab.fields();
        long printed = 0;
        try (RowWriter rows = sink.open(first.stream().map(Field::column).toList(), _ -> {})) {
            for (int i = 0; i < source.count() && !choice.isDone() && !sink.isBroken(); i++) {
                Slab slab = source.slab(i);
                LongPredicate isIn = choice.of(slab);
                for (long row = 0; row < slab.rows() && !choice.isDone(); row++) {
                    if (isIn.test(row)) {
                        for (Field field : slab.fields()) {
                            field.write(row, rows);
                        }
                        rows.end();
                        printed++;
                        if (printed % 1024 == 0 && rows.isBroken()) {
                            return ExitCode.OK;
                        }
                    }
                }
            }
        }
        if (printed == 0) {
            sink.note(Text.of(Style.FAINT, "  no row " + (where.isSet() ? "meets the condition" : "is there")));
        }
        return ExitCode.OK;
    }

    private Source source(ExodusFile file, List<String> words) {
        if (words.isEmpty()) {
            throw new UsageException("say what to print, such as nodal/disp_y; exo ls lists what there is");
        }
        List<NamedVariable> variables = new ArrayList<>();
        List<Source> others = new ArrayList<>();
        for (String word : words) {
            List<NamedVariable> found = word.contains(":") && !word.contains("@") || isPart(word) ? List.of()
                    : VariablePattern.parse(word).find(file);
            if (!found.isEmpty()) {
                variables.addAll(found);
                continue;
            }
            others.add(other(file, word));
        }
        if (!others.isEmpty() && words.size() > 1) {
            throw new UsageException("only variables can be columns of one table; ask for '" + words.getFirst()
                    + "' and the others one at a time");
        }
        if (!others.isEmpty()) {
            return others.getFirst();
        }
        List<NamedVariable> distinct = variables.stream().distinct().toList();
        boolean isHistory = distinct.getFirst().kind() == EntityKind.GLOBAL || distinct.getFirst().isReduction();
        List<Moment> moments = file.times().isEmpty() && !step.isSet() ? List.of()
                : Steps.parse(file.times(), String.join(",", step.isSet() ? step.values()
                        : List.of(isHistory ? "all" : "last")));
        return VariableSource.of(file, distinct, moments, index.isSet(), on.values());
    }

    private static boolean isPart(String word) {
        return List.of(Address.Part.values()).stream().anyMatch(part -> part.word().equals(word));
    }

    private Source other(ExodusFile file, String word) {
        MeshSource mesh = new MeshSource(file, index.isSet(), on.values());
        if (word.startsWith("coord/")) {
            return mesh.coordinates(List.of(word.substring("coord/".length())));
        }
        AttributeSource carried = new AttributeSource(file, index.isSet(), on.values());
        return switch (Address.parse(file, word)) {
            case Address.OfPart part -> mesh.of(part.part());
            case Address.OfEntity entity -> mesh.of(entity.entity());
            case Address.OfAttributes attributes -> carried.of(attributes.attributes());
            case Address.OfFactors factors -> carried.factors(factors.set());
            case Address.OfVariable variable -> VariableSource.of(file, List.of(variable.variable()),
                    Steps.parse(file.times(), step.value().orElse("last")), index.isSet(), on.values());
            case Address.OfEntry _ -> throw AbsentException.syntax("'" + word + "' has no values of its own",
                    "exo show tells all about it; exo cat FILE VARIABLE --on " + word + " its values");
        };
    }

    /// Which rows are printed.
    private final class Choice implements Npy.Rows {

        private final List<Condition> conditions;
        private final long count;
        private long skipped;
        private long taken;

        private Choice(List<Condition> conditions, long skipped, long count) {
            this.conditions = conditions;
            this.skipped = skipped;
            this.count = count;
        }

        private LongPredicate matching(Slab slab) {
            LongPredicate isIn = slab.isIn();
            for (Condition condition : conditions) {
                isIn = isIn.and(condition.on(slab));
            }
            return isIn;
        }

        /// Finds out what is wrong with the conditions before anything is printed.
        void check(Slab slab) {
            matching(slab);
        }

        @Override
        public LongPredicate of(Slab slab) {
            LongPredicate matching = matching(slab);
            return row -> {
                boolean isIn = matching.test(row);
                if (isIn && skipped > 0) {
                    skipped--;
                    return false;
                }
                if (isIn && taken < count) {
                    taken++;
                    return true;
                }
                return false;
            };
        }

        boolean isDone() {
            return taken == count;
        }
    }

    private Choice choice(Source source) {
        List<Condition> conditions = where.values().stream().map(Condition::parse).toList();
        if (!tail.isSet()) {
            return new Choice(conditions, 0, head.count().orElse(Long.MAX_VALUE));
        }
        long wanted = tail.count().orElseThrow();
        return new Choice(conditions, Math.max(0, matching(source, conditions) - wanted), wanted);
    }

    private long matching(Source source, List<Condition> conditions) {
        Choice all = new Choice(conditions, 0, Long.MAX_VALUE);
        long count = 0;
        for (int i = 0; i < source.count(); i++) {
            Slab slab = source.slab(i);
            LongPredicate isIn = all.matching(slab);
            if (conditions.isEmpty() && slab.isIn().equals(Slab.EVERY)) {
                count += slab.rows();
                continue;
            }
            for (long row = 0; row < slab.rows(); row++) {
                count += isIn.test(row) ? 1 : 0;
            }
        }
        return count;
    }

    private ExitCode array() {
        int files = fileCount();
        if (files > 1) {
            throw new UsageException("an array is of one file, not of " + files);
        }
        String name = arguments().values().getFirst();
        List<String> words = arguments().values().subList(1, arguments().values().size());
        try (Printer printer = exo().printer()) {
            if (!output.isSet() && printer.isInteractive()) {
                throw new UsageException("an array makes no sense on a terminal; name a file: --output FILE.npy");
            }
            try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
                Source source = source(file, words);
                if (!output.isSet()) {
                    write(source, new Reader(printer.out()));
                    printer.out().flush();
                } else {
                    String target = output.value().orElseThrow();
                    try (OutputFile written = OutputFile.create(target, List.of(name));
                            Progress progress = exo().progress("writing", 0)) {
                        write(source, written.stream(progress));
                        written.complete();
                        printer.note("wrote " + Numbers.bytes(Files.size(Path.of(target)))
                                + " to " + target);
                    } catch (IOException e) {
                        throw OutputFile.WriteException.of(target, e);
                    }
                }
                return printer.soundness(name, file);
            } catch (UsageException e) {
                throw e;
            } catch (Reader.GoneException _) {
                return ExitCode.OK;
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = Problem.of(name, e);
                printer.fail(problem, e);
                return problem.exit();
            }
        }
    }

    /// Whoever reads what is printed, until they have enough.
    private static final class Reader extends FilterOutputStream {

        private final PrintStream stream;

        Reader(PrintStream stream) {
            super(stream);
            this.stream = stream;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stream.write(bytes, offset, length);
            if (stream.checkError()) {
                throw new GoneException();
            }
        }

        private static final class GoneException extends IOException {

            private static final long serialVersionUID = 1L;
        }
    }

    private void write(Source source, OutputStream out) throws IOException {
        Choice choice = choice(source);
        boolean isAll = !where.isSet() && !on.isSet() && !tail.isSet() && !head.isSet();
        long total = isAll ? 0 : Math.min(choice.count, matching(source, choice.conditions));
        Npy.write(source, choice, total, isAll, out);
    }
}
