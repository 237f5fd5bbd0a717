package dev.exodusii.cli;

import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Entities;
import dev.exodusii.cli.address.EntityPattern;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamePattern;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.address.Words;
import dev.exodusii.cli.pic.Displacement;
import dev.exodusii.cli.pic.ImageFiles;
import dev.exodusii.cli.pic.QuantityAddress;
import dev.exodusii.cli.pic.Studio;
import dev.exodusii.cli.pic.Wish;
import dev.exodusii.cli.plot.Picture;
import dev.exodusii.cli.render.ColourMap;
import dev.exodusii.cli.render.Rotation;
import dev.exodusii.cli.render.Scene;
import dev.exodusii.cli.render.View;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.surface.SkippedBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `exo pic`: a picture of a mesh, coloured by a variable or by blocks.
final class Pic extends Verb {

    private static final int LEAST = 50;
    private static final int MOST = 12_000;
    private static final long MOST_PIXELS = 36_000_000;
    private static final int MOST_BANDS = 256;
    private static final int USUAL_DELAY = 10;
    private static final String USUAL_SIZE = "1600x1000";
    private static final Pattern NUMBERED = Pattern.compile("%0?[0-9]{0,2}d");

    private final Option output = option("-o", "--output", "FILE",
            "The picture: .png, .jpg, .gif for an animation, or such as frame-%04d.png for a file for each step."
                    + " Default: the name of the file with .png, in this folder.");
    private final Option step = stepOption(false, "STEP",
            "At which step: 3, last, t=3.5e5, t~3.5e5 (interpolated); several such as 0:100:5 or all for an animation."
                    + " Default: last.");
    private final Option view = option("--view", "VIEW",
            "From where: front (x right, y up), back, left, right, top, bottom, iso, or YAW,PITCH[,ROLL] in degrees."
                    + " Default: iso, front for flat meshes.");
    private final Option deform = option("--deform", "[VAR][:SCALE]",
            "Move the nodes: auto, 10, disp or disp:10. Default variable: the vector called disp...; auto draws the largest"
                    + " movement as about 5 % of the mesh, never smaller than it is.");
    private final Option blocks = option("--blocks", "BLOCKS", "Show these blocks only: 1,2, steel, 'bolt*' ...");
    private final Option hide = option("--hide", "BLOCKS", "Leave these blocks out.");
    private final Option sets = option("--sets", "SETS", "Draw sets on top: sset:4, nset:wall, 4,5 ...");
    private final Option edges = option("--edges", "WHICH", "Draw edges: none, feature or mesh. Default: feature.");
    private final Option range = option("--range", "MIN:MAX",
            "Which values get the first and last colour: MIN:MAX, step (of each picture) or all (of all steps). Default:"
                    + " those of all pictures.");
    private final Option colours = option("--colours", "NAME[:BANDS]",
            "The colours: viridis, plasma, inferno, coolwarm or grey, as that many bands. Default: viridis.");
    private final Option size = option("--size", "WxH", "The size in pixels. Default: " + USUAL_SIZE + ".");
    private final Option zoom = option("--zoom", "FACTOR", "Draw everything larger, about the middle.");
    private final Option background = option("--background", "COLOUR",
            "white, black, transparent or '#rrggbb'. Default: white.");
    private final Option delay = option("--delay", "SECONDS", "How long an animation shows each step. Default: 0.1.");
    private final Flag noLegend = flag("--no-legend", "Leave out title, legend and axes.");

    Pic(Exo exo) {
        super(exo, "pic", "Draws a mesh into a picture, coloured by a variable or by blocks.",
                new Arguments("FILE [VAR]", 1, 2, "The file, and the variable: nodal/disp (its magnitude), nodal/disp_y,"
                        + " elem/stress_xx, sset/pressure. Default: a colour for each block."),
                "", "No display is needed. What is not stored on a block is grey.",
                "", "Examples:", "  exo pic run.e nodal/disp --deform auto --edges mesh -o disp.png",
                "  exo pic crash.e --view 30,20 --sets sset:1 -o blocks.png",
                "  exo pic run.e nodal/disp_y --steps all -o run.gif");
    }

    /// What was typed, as far as it makes sense without the file.
    private record Looks(Optional<Rotation> view, Wish.Edges edges, Wish.Range range, double low, double high,
            ColourMap colours, int background, double zoom, int[] size) {}

    @Override
    ExitCode run() {
        String name = arguments().values().getFirst();
        String target = output.value().orElseGet(() -> defaultName(name));
        if (ImageFiles.format(target).isEmpty()) {
            throw new UsageException("-o takes a name that ends in .png, .jpg or .gif, not '" + target + "'");
        }
        Looks looks = new Looks(rotation(), choice(edges, Wish.Edges.class, Wish.Edges.FEATURE), rangeKind(),
                bound(0), bound(1), colourMap(), colour(), factor(), pixels());
        int hundredths = hundredths();
        try (Printer printer = exo().printer()) {
            if (!Picture.isPossible()) {
                IllegalStateException cause = new IllegalStateException("java.desktop is not loaded");
                printer.fail(new Problem("CANNOT_DRAW", "the modules that draw pictures are not loaded",
                        "start exo with its own launcher", ExitCode.WRITE_FAILED), cause);
                return ExitCode.WRITE_FAILED;
            }
            try (ExodusFile file = exo().open(name); var _ = exo().measured(name)) {
                draw(file, name, target, looks, hundredths).forEach(skipped -> printer.warn(name + ": block "
                        + skipped.block().id() + " is not shown: " + Escape.printable(skipped.reason())));
                return printer.soundness(name, file);
            } catch (IOException | RuntimeException | InternalError e) {
                Problem problem = Problem.of(name, e);
                printer.fail(problem, e);
                return problem.exit();
            }
        }
    }

    private static String defaultName(String name) {
        String last = String.valueOf(Path.of(name).getFileName());
        int dot = last.lastIndexOf('.');
        return (dot > 0 ? last.substring(0, dot) : last) + ".png";
    }

    /// @return what is not in the pictures
    private List<SkippedBlock> draw(ExodusFile file, String name, String target, Looks looks, int hundredths)
            throws IOException {
        List<String> words = arguments().values();
        Optional<Quantity> quantity = words.size() > 1 ? Optional.of(QuantityAddress.find(file, words.get(1))) : Optional.empty();
        Optional<Displacement> displacement = deform.value().map(text -> Displacement.parse(file, text));
        boolean needsSteps = quantity.isPresent() || displacement.isPresent() || step.isSet();
        List<Moment> moments = needsSteps
                ? Steps.parse(file.times(), step.isSet() ? String.join(",", step.values()) : "last") : List.of();
        boolean isNumbered = NUMBERED.matcher(target).find();
        if (moments.size() > 1 && !isNumbered && !ImageFiles.format(target).equals("gif")) {
            throw new UsageException(moments.size() + " steps do not fit into one " + ImageFiles.format(target)
                    + "; write them to an animation such as run.gif, or to files such as frame-%04d.png");
        }
        Wish wish = new Wish(String.valueOf(Path.of(name).getFileName()), timeUnit(file), quantity, displacement, shown(file),
                sets(file), looks.edges(), looks.range(), looks.low(), looks.high(), looks.colours(), looks.view(),
                looks.zoom(), looks.background(), !noLegend.isSet(), looks.size()[0], looks.size()[1]);
        try (Progress progress = exo().progress("drawing", 0)) {
            Studio studio = new Studio(file, wish, moments, exo().workers().watchedBy(progress::advance));
            if (!isNumbered) {
                write(target, name, studio, moments, hundredths);
                return studio.skipped();
            }
            for (int i = 0; i < Math.max(1, moments.size()); i++) {
                int at = i;
                write(numbered(target, i), name, studio, moments.isEmpty() ? moments : moments.subList(at, at + 1), hundredths);
            }
            return studio.skipped();
        }
    }

    private static String numbered(String target, int frame) {
        try {
            return String.format(Locale.ROOT, target, frame);
        } catch (IllegalFormatException e) {
            throw new UsageException("-o takes one number such as %04d in its name, and %% for a percent sign: '" + target
                    + "'");
        }
    }

    private static void write(String target, String input, Studio studio, List<Moment> moments, int hundredths)
            throws IOException {
        try (OutputFile file = OutputFile.create(target, List.of(input))) {
            String format = ImageFiles.format(target);
            if (format.equals("gif")) {
                ImageFiles.writeGif(Math.max(1, moments.size()),
                        i -> studio.draw(moments.isEmpty() ? Optional.empty() : Optional.of(moments.get(i))), hundredths,
                        file.stream());
            } else {
                ImageFiles.write(studio.draw(moments.stream().findFirst()), format, file.stream());
            }
            file.complete();
        } catch (IOException e) {
            throw OutputFile.WriteException.of(target, e);
        }
    }

    /// The format has no place for units; some writers leave the netCDF convention's attribute all the same.
    private static String timeUnit(ExodusFile file) {
        return file.container().variable("time_whole").flatMap(times -> times.attribute("units"))
                .flatMap(attribute -> attribute.text()).map(String::strip).orElse("");
    }

    private Predicate<ElementBlock> shown(ExodusFile file) {
        Set<Integer> wanted = blocks.isSet() ? indexes(file, blocks) : Set.of();
        Set<Integer> hidden = indexes(file, hide);
        boolean areAll = !blocks.isSet();
        return block -> (areAll || wanted.contains(block.index())) && !hidden.contains(block.index());
    }

    private static Set<Integer> indexes(ExodusFile file, Option option) {
        Set<Integer> indexes = new HashSet<>();
        EntityPattern.words(option.values()).forEach(word -> EntityPattern.find(file, List.of(EntityKind.ELEMENT_BLOCK), word)
                .forEach(block -> indexes.add(block.index())));
        return indexes;
    }

    private List<Entity> sets(ExodusFile file) {
        List<Entity> found = new ArrayList<>();
        for (String word : EntityPattern.words(sets.values())) {
            int colon = word.indexOf(':');
            EntityKind kind = colon < 0 ? EntityKind.SIDE_SET : Words.entityKind(word.substring(0, colon)
                    .toLowerCase(Locale.ROOT)).orElseThrow(() -> new UsageException("--sets takes sets such as sset:4 or"
                            + " nset:wall, not '" + word + "'"));
            if (kind != EntityKind.SIDE_SET && kind != EntityKind.NODE_SET) {
                throw new UsageException("--sets takes side sets and node sets, such as sset:4 or nset:wall, not '" + word
                        + "'");
            }
            found.add(Entities.find(file, kind, word.substring(colon + 1)));
        }
        return found;
    }

    private Optional<Rotation> rotation() {
        if (!view.isSet()) {
            return Optional.empty();
        }
        String typed = view.values().getLast();
        for (View each : View.values()) {
            if (each.name().equalsIgnoreCase(typed)) {
                return Optional.of(each.rotation());
            }
        }
        String[] angles = typed.split(",", -1);
        try {
            if (angles.length == 2 || angles.length == 3) {
                return Optional.of(Rotation.of(Double.parseDouble(angles[0]), Double.parseDouble(angles[1]),
                        angles.length == 3 ? Double.parseDouble(angles[2]) : 0));
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new UsageException("--view takes front, back, left, right, top, bottom, iso or two or three angles such as"
                + " 30,20, not '" + typed + "'");
    }

    private static <E extends Enum<E>> E choice(Option option, Class<E> type, E usual) {
        if (!option.isSet()) {
            return usual;
        }
        String typed = option.values().getLast();
        return Stream.of(type.getEnumConstants()).filter(each -> each.name().equalsIgnoreCase(typed)).findFirst()
                .orElseThrow(() -> new UsageException(option.name() + " takes " + String.join(", ",
                        Stream.of(type.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList())
                        + ", not '" + typed + "'"));
    }

    private Wish.Range rangeKind() {
        String typed = range.value().orElse("");
        return typed.isEmpty() ? Wish.Range.DRAWN : typed.equals("step") ? Wish.Range.STEP
                : typed.equals("all") ? Wish.Range.ALL : Wish.Range.GIVEN;
    }

    private double bound(int which) {
        if (rangeKind() != Wish.Range.GIVEN) {
            return which;
        }
        String typed = range.values().getLast();
        String[] bounds = typed.split(":", -1);
        try {
            double low = Double.parseDouble(bounds[0]);
            double high = Double.parseDouble(bounds[bounds.length - 1]);
            if (bounds.length == 2 && low <= high && Double.isFinite(high - low)) {
                return which == 0 ? low : high;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new UsageException("--range takes two numbers such as 0:2.5, step or all, not '" + typed + "'");
    }

    private ColourMap colourMap() {
        if (!colours.isSet()) {
            return ColourMap.VIRIDIS;
        }
        String typed = colours.values().getLast();
        int colon = typed.indexOf(':');
        String mapName = colon < 0 ? typed : typed.substring(0, colon);
        ColourMap map = ColourMap.named(mapName).orElseThrow(() -> new UsageException("--colours takes "
                + String.join(", ", ColourMap.all().stream().map(ColourMap::name).toList()) + ", not '" + mapName + "'"));
        if (colon < 0) {
            return map;
        }
        String bands = typed.substring(colon + 1);
        if (!bands.matches("[0-9]{1,3}") || Integer.parseInt(bands) < 1 || Integer.parseInt(bands) > MOST_BANDS) {
            throw new UsageException("--colours takes 1 to " + MOST_BANDS + " bands such as viridis:10, not '" + bands + "'");
        }
        return map.banded(Integer.parseInt(bands));
    }

    private int colour() {
        String typed = background.value().orElse("white").toLowerCase(Locale.ROOT);
        if (typed.matches("#[0-9a-f]{6}")) {
            return 0xff000000 | Integer.parseInt(typed.substring(1), 16);
        }
        return switch (typed) {
            case "white" -> Scene.WHITE;
            case "black" -> 0xff000000;
            case "transparent" -> Scene.TRANSPARENT;
            default -> throw new UsageException("--background takes white, black, transparent or '#rrggbb', not '" + typed
                    + "'");
        };
    }

    private double factor() {
        return positive(zoom, 1, 1e-3, 1e5, "a factor such as 2");
    }

    private int hundredths() {
        return (int) Math.round(100 * positive(delay, USUAL_DELAY / 100.0, 0.01, 600, "seconds such as 0.1"));
    }

    private static double positive(Option option, double usual, double least, double most, String what) {
        if (!option.isSet()) {
            return usual;
        }
        try {
            double number = Double.parseDouble(option.values().getLast());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new UsageException(option.name() + " takes " + what + ", not '" + option.values().getLast() + "'");
    }

    private int[] pixels() {
        String typed = size.value().orElse(USUAL_SIZE);
        Matcher matcher = Pattern.compile("([0-9]{1,5})[xX]([0-9]{1,5})").matcher(typed);
        if (!matcher.matches()) {
            throw new UsageException("--size takes a width and a height such as " + USUAL_SIZE + ", not '" + typed + "'");
        }
        int width = Integer.parseInt(matcher.group(1));
        int height = Integer.parseInt(matcher.group(2));
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST || (long) width * height > MOST_PIXELS) {
            throw new UsageException("--size takes " + LEAST + " to " + MOST + " pixels for each side and 36 million in all, not "
                    + typed);
        }
        return new int[] {width, height};
    }
}
