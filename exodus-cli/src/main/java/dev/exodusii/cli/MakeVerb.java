package dev.exodusii.cli;

import dev.exodusii.EntityKind;
import dev.exodusii.cli.copy.Moves;
import dev.exodusii.cli.copy.Outcome;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.make.VariableFormula;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.geometry.Point;
import dev.exodusii.grid.GridModel;
import dev.exodusii.grid.GridShape;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.WriteOption;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `exo make`: a regular mesh with results, of any size, to try things with.
final class MakeVerb extends Verb {

    private static final double NANOS = 1e9;
    private static final String CELLS = "NXxNYxNZ";
    private static final long USUAL_CELLS = 10;
    private static final long USUAL_STEPS = 11;
    private static final double USUAL_INTERVAL = 0.1;
    /// A beam that bends and gets warm.
    private static final Map<String, EntityKind> USUAL_VARIABLES = usual();

    private final Map<GridShape, Option> shapes = new LinkedHashMap<>();
    private final Option size;
    private final Option origin;
    private final Option blocks;
    private final Flag noSets;
    private final Option nodal;
    private final Option element;
    private final Option global;
    private final Option steps;
    private final Option interval;
    private final Flag sparse;
    private final StorageOptions storage;
    private final Option title;
    private final Flag force;
    private final Flag json;

    MakeVerb(Exo exo) {
        super(exo, "make", "Makes a regular mesh with sets and results, of any size, to try things with.",
                new Arguments("OUT", 1, 1, "The file that is written."), "",
                "Without more, it is a cube of 10 x 10 x 10 hexahedra that bends and gets warm in 11 steps. A node set and a"
                        + " side set are on each side of the mesh, called xmin, xmax, ymin ... Formulas have x, y, z, t, i"
                        + " (the index from 0), pi and the functions of exo cat --where.", "",
                "Examples:", "  exo make cube.e --hex 20x20x20 --nodal 'temperature=300+100*x*sin(pi*t)' --steps 20",
                "  exo make big.e --tet 40 --blocks 4 --element 'number=i+1' --float32 --sparse --steps 50 --force");
        for (GridShape shape : GridShape.values()) {
            String name = shape == GridShape.POLYHEDRA ? "--polyhedra" : "--" + shape.name().toLowerCase(Locale.ROOT);
            String label = CELLS.substring(0, CELLS.length() - 3 * (3 - shape.dimension()));
            shapes.put(shape, option(name, alias(shape), label, description(shape)));
        }
        size = option("--size", "X,Y,Z", "How long the mesh is along each axis. Default: 1,1,1.");
        origin = option("--origin", "X,Y,Z", "Where its first node is. Default: 0,0,0.");
        blocks = option("--blocks", "N", "Cut it into so many blocks, layers along the last axis.");
        noSets = flag("--no-sets", "Leave out the sets.");
        nodal = option("--nodal", "NAME=FORMULA", "Add a nodal variable.");
        element = option("--element", "NAME=FORMULA", "Add an element variable; x, y and z are the middle of the element.");
        global = option("--global", "NAME=FORMULA", "Add a global variable.");
        steps = option("--steps", "N", "Make so many steps. Default: 11, or 1 for variables of your own.");
        interval = option("--dt", "TIME", "The time from one step to the next. Default: 0.1.");
        sparse = flag("--sparse", "Write no values of variables: they are 0, holes in the file, so that it can have any"
                + " size.");
        storage = new StorageOptions(this);
        title = option("--title", "TEXT", "Its title.");
        force = flag("--force", "Replace OUT where it exists.");
        json = flag("--json", "Print one JSON document.");
    }

    private static Map<String, EntityKind> usual() {
        Map<String, EntityKind> usual = new LinkedHashMap<>();
        usual.put("load=t", EntityKind.GLOBAL);
        usual.put("disp_x=0.2*x*(0.5-z)*t", EntityKind.NODAL);
        usual.put("disp_y=0", EntityKind.NODAL);
        usual.put("disp_z=0.1*x^2*t", EntityKind.NODAL);
        usual.put("temperature=300+100*x*sin(pi*t/2)*(1-y^2)", EntityKind.NODAL);
        usual.put("stress=2*(1-x)*(0.5-z)*t", EntityKind.ELEMENT_BLOCK);
        return usual;
    }

    /// The shape of its family with the fewest nodes needs no number.
    private static String alias(GridShape shape) {
        return switch (shape) {
            case HEX8 -> "--hex";
            case TET4 -> "--tet";
            case QUAD4 -> "--quad";
            case TRI3 -> "--tri";
            case WEDGE6 -> "--wedge";
            case PYRAMID5 -> "--pyramid";
            case BAR2 -> "--bar";
            case POLYHEDRA -> "--nfaced";
            default -> "";
        };
    }

    private static String description(GridShape shape) {
        String each = shape.elementsPerCell() == 1 ? "" : ", " + shape.elementsPerCell() + " for each cell";
        String what = switch (shape) {
            case BAR2 -> "Lines: 100 cells";
            case TRI3, TRI6 -> "Triangles";
            case QUAD4, QUAD8, QUAD9 -> "Quadrilaterals";
            case TET4, TET10 -> "Tetrahedra";
            case PYRAMID5 -> "Pyramids";
            case WEDGE6 -> "Wedges";
            case HEX8 -> "Hexahedra: 100x100x100, or 100 for as many along each axis";
            case HEX20, HEX27 -> "Hexahedra";
            case POLYHEDRA -> "Polyhedra made of faces";
        };
        return what + each + ".";
    }

    @Override
    ExitCode run() {
        String target = arguments().values().getFirst();
        try (Printer printer = exo().printer()) {
            try {
                OutputFile.requireFree(target, List.of(), force.isSet());
                Outcome outcome = make(target);
                if (json.isSet()) {
                    Json document = begin(printer);
                    outcome.write(document);
                    printer.raw(document.end() + "\n");
                } else {
                    outcome.remarks().forEach(printer::remark);
                    printer.show(outcome.lines(printer.page().breakAt()));
                }
                return ExitCode.OK;
            } catch (IOException | RuntimeException e) {
                Problem problem = Problem.of(target, e);
                return fail(problem, e, printer, () -> begin(printer));
            }
        }
    }

    private static Json begin(Printer printer) {
        return printer.begin().field("schema", "exo.make/1");
    }

    private Outcome make(String target) throws IOException {
        long begun = System.nanoTime();
        GridModel model = model();
        ExodusDefinition definition;
        try {
            ExodusDefinitionBuilder builder = model.definition().title(title.value().orElse("made by exo make"));
            storage.apply(builder);
            definition = builder.qaRecordOfThisLibrary().build();
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            throw OutputFile.WriteException.impossible(target, impossible);
        }
        WriteOption[] options = force.isSet() ? new WriteOption[] {WriteOption.REPLACE} : new WriteOption[0];
        long bytes = definition.layout().layout().fileBytes(sparse.isSet() ? 0 : model.steps());
        try (ExodusWriter writer = Exodus.create(Path.of(target), definition, options).helpedBy(exo().workers());
                Progress progress = exo().progress("writing", bytes)) {
            model.to(writer, progress::advance);
        } catch (IOException e) {
            throw OutputFile.WriteException.of(target, e);
        } catch (ArithmeticException misfit) {
            throw OutputFile.WriteException.impossible(target, misfit);
        }
        List<String> remarks = sparse.isSet()
                ? List.of("all values of variables are 0: they were not written, and are holes in the file") : List.of();
        return new Outcome(target, definition, model.steps(), Files.size(Path.of(target)), sparse.isSet(),
                (System.nanoTime() - begun) / NANOS, remarks);
    }

    private GridModel model() {
        try {
            return wished();
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            throw new UsageException(String.valueOf(impossible.getMessage()));
        }
    }

    private GridModel wished() {
        GridModel model = mesh().box(point(origin, 0), point(size, 1));
        if (blocks.isSet()) {
            model = model.blocks(Math.toIntExact(blocks.count().orElse(1)));
        }
        if (noSets.isSet()) {
            model = model.withoutSets();
        }
        boolean isUsual = !nodal.isSet() && !element.isSet() && !global.isSet();
        for (Map.Entry<String, EntityKind> usual : isUsual ? USUAL_VARIABLES.entrySet()
                : Map.<String, EntityKind>of().entrySet()) {
            model = variable(model, usual.getValue(), usual.getKey());
        }
        for (String text : global.values()) {
            model = variable(model, EntityKind.GLOBAL, text);
        }
        for (String text : nodal.values()) {
            model = variable(model, EntityKind.NODAL, text);
        }
        for (String text : element.values()) {
            model = variable(model, EntityKind.ELEMENT_BLOCK, text);
        }
        model = model.steps(steps.count().orElse(isUsual ? USUAL_STEPS : 1),
                interval.value().map(text -> Moves.numbers(text)[0]).orElse(USUAL_INTERVAL));
        return sparse.isSet() ? model.sparse() : model;
    }

    private static GridModel variable(GridModel model, EntityKind kind, String text) {
        VariableFormula variable = VariableFormula.parse(text);
        return model.variable(kind, variable.name(), variable.function());
    }

    private GridModel mesh() {
        List<Map.Entry<GridShape, Option>> given = shapes.entrySet().stream().filter(it -> it.getValue().isSet()).toList();
        if (given.size() > 1) {
            throw new UsageException("a mesh has one shape: " + given.get(0).getValue().name() + " or "
                    + given.get(1).getValue().name());
        }
        if (given.isEmpty()) {
            return GridModel.of(GridShape.HEX8, USUAL_CELLS, USUAL_CELLS, USUAL_CELLS);
        }
        GridShape shape = given.getFirst().getKey();
        String text = given.getFirst().getValue().value().orElse("");
        String[] words = text.toLowerCase(Locale.ROOT).split("[x,]", -1);
        if (words.length != 1 && words.length != shape.dimension()
                || !Arrays.stream(words).allMatch(word -> word.matches("[0-9]{1,12}"))) {
            throw new UsageException(given.getFirst().getValue().name() + " takes numbers of cells such as "
                    + (shape.dimension() == 1 ? "100" : shape.dimension() == 2 ? "100x100" : "100x100x100") + ", not '"
                    + text + "'");
        }
        long[] cells = new long[shape.dimension()];
        for (int axis = 0; axis < cells.length; axis++) {
            cells[axis] = Long.parseLong(words[words.length == 1 ? 0 : axis]);
        }
        return GridModel.of(shape, cells);
    }

    private static Point point(Option option, double usual) {
        Optional<double[]> given = option.value().map(Moves::numbers);
        if (given.isEmpty()) {
            return new Point(usual, usual, usual);
        }
        if (given.get().length > 3) {
            throw new UsageException(option.name() + " takes up to three numbers, not '" + option.value().orElse("") + "'");
        }
        double[] all = {usual, usual, usual};
        System.arraycopy(given.get(), 0, all, 0, given.get().length);
        return Point.of(all);
    }
}
