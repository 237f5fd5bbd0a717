package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.QaRecord;
import dev.exodusii.cli.copy.Moves;
import dev.exodusii.cli.copy.Outcome;
import dev.exodusii.cli.copy.Wish;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.WriteOption;
import dev.exodusii.transform.ModelCopy;
import dev.exodusii.transform.ModelCopyBuilder;
import dev.exodusii.transform.TimeChange;
import dev.exodusii.transform.Transform;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// `exo copy`: a copy of a file, or of a part of it, moved, turned, mirrored, stored in another way.
final class CopyVerb extends Verb {

    private static final double NANOS = 1e9;

    private final Option steps = stepOption(true, "STEPS", "Take these steps: 0..10, last, 0:100:10, t=1..2; none for the"
            + " mesh alone.");
    private final Option blocks = option("--blocks", "BLOCKS", "Take these element blocks: 1,2, steel, 'bolt*' ...");
    private final Option sets = option("--sets", "SETS", "Take these sets: nset:1,pressure, 'sset:*'; none for none.");
    private final Option variables = option("--vars", "VAR", "Take these variables: nodal/disp, 'elem/stress_*@block:1';"
            + " none for none.");
    private final Option without = option("--without", "ADDRESS", "Leave these out: block:air, nset:4, 'assembly:*',"
            + " 'elem/*'.");
    private final Flag dropUnused = flag("--drop-unused-nodes", "Leave out nodes that nothing taken uses.");
    private final Option translate = option("--translate", "X,Y,Z", "Move the mesh.");
    private final Option rotate = option("--rotate", "AXIS:DEGREES", "Turn it: z:90, 1,1,0:45, z:30@5,0,0 around an axis"
            + " through a point.");
    private final Option euler = option("--euler", "X,Y,Z", "Turn it by degrees around x, then y, then z.");
    private final Option matrix = option("--matrix", "M11,...,M33", "Turn it as a matrix says, row by row.");
    private final Option scale = option("--scale", "FACTOR", "Multiply lengths: 0.001, or 1,1,2 for x, y and z.");
    private final Option mirror = option("--mirror", "PLANE", "Mirror it: x, x=0.5, or 1,1,0@0,0,5, a normal and a point.");
    private final Option vectors = option("--vectors", "NAMES", "Vectors that turn with the mesh: vel, 'force*', all (the"
            + " default), none.");
    private final Option tensors = option("--tensors", "NAMES", "Tensors that do: stress, all, none (the default).");
    private final Option displacements = option("--displacements", "NAMES", "Vectors that move nodes, and are scaled with"
            + " lengths. Default: 'disp*'.");
    private final Option scaleVariable = option("--scale-var", "VAR=FACTOR", "Multiply the values of a variable:"
            + " nodal/p=1e-6; nodal/T=1.8,32 also adds 32.");
    private final Flag zeroTime = flag("--zero-time", "Let the first step taken be at time 0.");
    private final Option shiftTime = option("--shift-time", "TIME", "Add this to all times.");
    private final Option scaleTime = option("--scale-time", "FACTOR", "Multiply all times, after they were moved.");
    private final StorageOptions storage = new StorageOptions(this);
    private final Option title = option("--title", "TEXT", "Give it another title.");
    private final Option info = option("--info", "TEXT", "Add a line of text.");
    private final Option qa = option("--qa", "RECORD", "Add a QA record: 'code,version,date,time'.");
    private final Flag noQa = flag("--no-qa", "Do not note that exo made the copy.");
    private final Flag force = flag("--force", "Replace OUT where it exists.");
    private final Flag json = flag("--json", "Print one JSON document.");

    CopyVerb(Exo exo) {
        super(exo, "copy", "Copies a file, or a part of it, and changes it on the way.",
                new Arguments("IN OUT", 2, 2, "The file that is read, and the file that is written."), "",
                "Ids stay; what refers to something that is left out follows. Lengths are multiplied first, then the mesh is"
                        + " mirrored, turned and moved, whatever the order on the line; for another one, copy twice.", "",
                "Examples:", "  exo copy run.e last.e --steps last --vars nodal/disp,elem/stress --blocks 'steel*'",
                "  exo copy run.e half.g --steps none --mirror x --rotate z:90 --translate 1,0,0");
    }

    @Override
    ExitCode run() {
        String name = arguments().values().getFirst();
        String target = arguments().values().getLast();
        try (Printer printer = exo().printer()) {
            try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
                OutputFile.requireFree(target, List.of(name), force.isSet());
                Outcome outcome = copy(file, target);
                if (json.isSet()) {
                    Json document = begin(name, printer);
                    outcome.write(document);
                    printer.raw(document.end() + "\n");
                } else {
                    outcome.remarks().forEach(printer::remark);
                    printer.show(outcome.lines(printer.page().breakAt()));
                }
                return printer.soundness(name, file);
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = Problem.of(name, e);
                return fail(problem, e, printer, () -> begin(name, printer));
            }
        }
    }

    private static Json begin(String name, Printer printer) {
        return printer.begin().field("schema", "exo.copy/1").field("file", name);
    }

    private Outcome copy(ExodusFile file, String target) throws IOException {
        long begun = System.nanoTime();
        ModelCopy copy;
        ExodusDefinition definition;
        try {
            copy = wish(file).plan();
            definition = define(copy.definition());
        } catch (IllegalArgumentException impossible) {
            throw OutputFile.WriteException.impossible(target, impossible);
        }
        WriteOption[] options = force.isSet() ? new WriteOption[] {WriteOption.REPLACE} : new WriteOption[0];
        long bytes = definition.layout().layout().fileBytes(copy.steps().length);
        try (ExodusWriter writer = Exodus.create(Path.of(target), definition, options).helpedBy(exo().workers());
                Progress progress = exo().progress("copying", bytes)) {
            copy.to(writer, progress::advance);
        } catch (IOException e) {
            throw OutputFile.WriteException.of(target, e);
        } catch (ArithmeticException | IllegalArgumentException misfit) {
            throw OutputFile.WriteException.impossible(target, misfit);
        }
        return new Outcome(target, definition, copy.steps().length, Files.size(Path.of(target)), false,
                (System.nanoTime() - begun) / NANOS, copy.remarks());
    }

    private ModelCopyBuilder wish(ExodusFile file) {
        ModelCopyBuilder copy = ModelCopy.of(file);
        Wish wish = new Wish(file, copy);
        steps.value().ifPresent(wish::steps);
        if (blocks.isSet()) {
            wish.blocks(blocks.values());
        }
        if (sets.isSet()) {
            wish.sets(sets.values());
        }
        if (variables.isSet()) {
            wish.variables(variables.values());
        }
        wish.without(without.values());
        scaleVariable.values().forEach(wish::scale);
        if (dropUnused.isSet()) {
            copy.dropUnusedNodes();
        }
        move(copy);
        times(file, copy);
        return copy;
    }

    private void move(ModelCopyBuilder copy) {
        each(scale, Moves::scaling, copy);
        each(mirror, Moves::mirror, copy);
        each(rotate, Moves::rotation, copy);
        each(euler, Moves::euler, copy);
        each(matrix, Moves::matrix, copy);
        each(translate, Moves::translation, copy);
        if (vectors.isSet()) {
            copy.vectors(Wish.names(vectors.values()));
        }
        if (tensors.isSet()) {
            copy.tensors(Wish.names(tensors.values()));
        }
        if (displacements.isSet()) {
            copy.displacements(Wish.names(displacements.values()));
        }
    }

    private static void each(Option option, Function<String, Transform> reading, ModelCopyBuilder copy) {
        option.values().forEach(value -> copy.transform(reading.apply(value)));
    }

    private void times(ExodusFile file, ModelCopyBuilder copy) {
        long[] taken = copy.takenSteps();
        double factor = scaleTime.value().map(text -> Moves.numbers(text)[0]).orElse(1.0);
        double offset = shiftTime.value().map(text -> Moves.numbers(text)[0]).orElse(0.0);
        if (zeroTime.isSet() && taken.length > 0) {
            offset -= file.times().time(taken[0]);
        }
        if (factor <= 0) {
            throw new UsageException("--scale-time takes a factor greater than 0, not " + scaleTime.value().orElse(""));
        }
        copy.times(new TimeChange(factor, factor == 1 ? offset : factor * offset));
    }

    private ExodusDefinition define(ExodusDefinitionBuilder builder) {
        storage.apply(builder);
        title.value().ifPresent(builder::title);
        builder.infoRecords(info.values());
        qa.values().forEach(record -> builder.qaRecord(record(record)));
        if (!noQa.isSet()) {
            builder.qaRecordOfThisLibrary();
        }
        return builder.build();
    }

    private static QaRecord record(String text) {
        List<String> fields = List.of(text.split(",", -1)).stream().map(String::strip).toList();
        if (fields.size() > 4) {
            throw new UsageException("--qa takes 'code,version,date,time', not '" + text + "'");
        }
        return new QaRecord(fields.getFirst(), field(fields, 1), field(fields, 2), field(fields, 3));
    }

    private static String field(List<String> fields, int index) {
        return Optional.of(index).filter(i -> i < fields.size()).map(fields::get).orElse("");
    }
}
