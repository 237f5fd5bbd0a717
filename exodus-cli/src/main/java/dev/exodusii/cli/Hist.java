package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.address.Words;
import dev.exodusii.cli.hist.Curve;
import dev.exodusii.cli.hist.Curves;
import dev.exodusii.cli.hist.Foresight;
import dev.exodusii.cli.hist.Overlay;
import dev.exodusii.cli.hist.Spot;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.plot.Chart;
import dev.exodusii.cli.plot.Picture;
import dev.exodusii.cli.plot.TextPlot;
import dev.exodusii.cli.rows.Column;
import dev.exodusii.cli.rows.RowWriter;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Terminal;
import dev.exodusii.cli.text.Text;
import dev.exodusii.geometry.PointLocator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// `exo hist`: variables at places over time, as rows or as a chart.
final class Hist extends RowVerb {

    private static final int USUAL_WIDTH = 1200;
    private static final int USUAL_HEIGHT = 750;
    private static final int LEAST = 100;
    private static final int MOST = 20_000;
    private static final int NOTED = 10;

    private final Option at = option("--at", "PLACE",
            "Where: node:471, elem:12, nset:4 (all its nodes), '#0' (the first entry), or x,y,z: the nearest node and"
                    + " the element there. Can be given several times.");
    private final Option steps = stepOption(true, "STEPS", "Which steps: 0..5, 10:20:2, t=1..2, last ... Default: all.");
    private final Flag plot = flag("--plot", "Draw the histories on the screen.");
    private final Option svg = option("--svg", "FILE", "Draw them into an SVG file.");
    private final Option png = option("--png", "FILE", "Draw them into a PNG file.");
    private final Option size = option("--size", "WxH",
            "The size of pictures in pixels. Default: " + USUAL_WIDTH + "x" + USUAL_HEIGHT + ".");
    private final Flag log = flag("--log", "Draw with a logarithmic axis.");
    private final Flag ascii = flag("--ascii", "Draw on the screen with ASCII characters only.");
    private final Overlay overlay = new Overlay();

    Hist(Exo exo) {
        super(exo, "hist", "Shows how variables develop over time at nodes, elements or points.",
                new Arguments("FILE... VAR...", 2, Integer.MAX_VALUE, "The files, and the variables: nodal/disp_y,"
                        + " 'elem/stress_*', glob/KE, disp (all its components)."),
                "", "Global variables need no place. Several files are shown one after another, and drawn into one"
                        + " chart.",
                "", "Examples:", "  exo hist run.e nodal/disp_y --at node:471",
                "  exo hist old.e new.e nodal/disp_y --at 0.034,0.06,0 --plot --svg disp.svg");
    }

    @Override
    String schema() {
        return "exo.hist/1";
    }

    private boolean draws() {
        return plot.isSet() || svg.isSet() || png.isSet();
    }

    /// Who draws need not read the numbers too, unless they were asked for.
    private boolean printsRows() {
        return !draws() || options().stream().anyMatch(option -> option.name().equals("--output") && option.isSet())
                || printsForPrograms();
    }

    private boolean printsForPrograms() {
        return flags().stream().anyMatch(flag -> List.of("--csv", "--ndjson", "--json").contains(flag.name())
                && flag.isSet());
    }

    @Override
    ExitCode run() {
        int[] pixels = pixels();
        if (fileCount() == arguments().values().size()) {
            throw new UsageException("which variable? exo hist FILE... VAR...");
        }
        if (plot.isSet() && printsForPrograms()
                && options().stream().noneMatch(option -> option.name().equals("--output") && option.isSet())) {
            throw new UsageException("--plot draws where the values would be printed; write one of them to a file with"
                    + " --output, --svg or --png");
        }
        ExitCode exit = super.run();
        if (!draws() || overlay.isEmpty()) {
            return exit;
        }
        try (Printer printer = exo().printer()) {
            return exit.worse(draw(pixels, printer));
        }
    }

    private int[] pixels() {
        if (!size.isSet()) {
            return new int[] {USUAL_WIDTH, USUAL_HEIGHT};
        }
        String typed = size.values().getLast();
        if (!typed.matches("[0-9]{1,5}[xX][0-9]{1,5}")) {
            throw new UsageException("--size takes a width and a height such as 1200x750, not '" + typed + "'");
        }
        int[] pixels = Stream.of(typed.split("[xX]", -1)).mapToInt(Integer::parseInt).toArray();
        for (int side : pixels) {
            if (side < LEAST || side > MOST) {
                throw new UsageException("--size takes " + LEAST + " to " + MOST + " pixels, not " + side);
            }
        }
        return pixels;
    }

    @Override
    ExitCode rows(ExodusFile file, List<String> words, Sink sink) throws IOException {
        List<Curve> curves = Curves.find(file, words, at.values(), PointLocator.scanning(file, exo().workers()));
        List<Moment> moments = steps.isSet() ? Steps.parse(file.times(), String.join(",", steps.values()))
                : Steps.all(file.times());
        if (draws()) {
            overlay.add(sink.file(), unit(file), curves, moments, new Foresight(curves, moments, file.readAhead()));
        }
        if (printsRows()) {
            print(curves, moments, new Foresight(curves, moments, file.readAhead()), sink);
        }
        return ExitCode.OK;
    }

    /// The format has no place for units; some writers leave the netCDF convention's attribute all the same.
    private static String unit(ExodusFile file) {
        return file.container().variable("time_whole").flatMap(times -> times.attribute("units"))
                .flatMap(attribute -> attribute.text()).map(String::strip).orElse("");
    }

    private static void print(List<Curve> curves, List<Moment> moments, Foresight ahead, Sink sink) {
        List<String> names = names(curves, sink.isTable());
        List<Column> columns = new ArrayList<>();
        if (!sink.isTable()) {
            columns.add(Column.numbers("step"));
        }
        columns.add(Column.numbers("time"));
        names.forEach(name -> columns.add(Column.numbers(name)));
        try (RowWriter rows = sink.open(columns, json -> describe(curves, names, json))) {
            for (int i = 0; i < moments.size(); i++) {
                if (rows.isBroken()) {
                    return;
                }
                ahead.before(i);
                Moment moment = moments.get(i);
                if (!sink.isTable()) {
                    step(moment, rows);
                }
                rows.real(moment.time());
                curves.forEach(curve -> value(curve, moment, rows));
                rows.end();
            }
        }
        spots(curves).values().stream().limit(NOTED).forEach(spot -> sink.note(Text.of(Style.FAINT, "  " + spot.typed()
                + ": " + spot.found() + (spot.distance() == 0 ? ", which it is in" : ", "
                        + Numbers.rounded(spot.distance(), 6) + " away"))));
    }

    private static void step(Moment moment, RowWriter rows) {
        if (moment.isInterpolated()) {
            rows.word(moment.label());
        } else {
            rows.integer(moment.step());
        }
    }

    private static void value(Curve curve, Moment moment, RowWriter rows) {
        if (!curve.exists(moment)) {
            rows.absent();
        } else if (curve.isSingle() && !moment.isInterpolated()) {
            rows.real((float) curve.at(moment));
        } else {
            rows.real(curve.at(moment));
        }
    }

    /// A person who looks at one thing knows where it is.
    private static List<String> names(List<Curve> curves, boolean isTable) {
        if (isTable && curves.size() == 1) {
            return List.of(curves.getFirst().variable().name());
        }
        List<String> names = curves.stream().map(Curve::label).toList();
        return isDistinct(names) ? names : numbered(curves.stream()
                .map(curve -> Words.ofVariables(curve.variable().kind()) + "/" + curve.label()).toList());
    }

    private static boolean isDistinct(List<String> names) {
        return names.stream().distinct().count() == names.size();
    }

    /// A set may name a node twice.
    private static List<String> numbered(List<String> names) {
        Map<String, Integer> counts = new HashMap<>();
        return names.stream().map(name -> {
            int count = counts.merge(name, 1, Integer::sum);
            return count == 1 ? name : name + " (" + count + ")";
        }).toList();
    }

    private static Map<String, Spot> spots(List<Curve> curves) {
        Map<String, Spot> spots = new LinkedHashMap<>();
        curves.forEach(curve -> curve.spot().ifPresent(spot -> spots.put(spot.typed() + spot.found(), spot)));
        return spots;
    }

    private static void describe(List<Curve> curves, List<String> names, Json json) {
        Map<String, Curve> columns = new LinkedHashMap<>();
        for (int i = 0; i < curves.size(); i++) {
            columns.put(names.get(i), curves.get(i));
        }
        json.objects("columns", columns.entrySet(), column -> {
            Curve curve = column.getValue();
            json.field("name", column.getKey()).field("variable", curve.variable().address())
                    .nonEmpty("place", curve.place()).field("index", curve.index());
            curve.spot().ifPresent(spot -> json.field("point", spot.typed())
                    .reals("position", DoubleStream.of(spot.position().x(), spot.position().y(), spot.position().z()))
                    .field("distance", spot.distance()));
        });
    }

    private ExitCode draw(int[] pixels, Printer printer) {
        try {
            Chart chart = overlay.chart(log.isSet());
            if (plot.isSet()) {
                Terminal.Size screen = exo().terminal().size().orElse(Terminal.Size.USUAL);
                printer.show(TextPlot.of(chart, screen.columns(), screen.rows() - 1, ascii.isSet() || isPlain()));
            }
            Picture picture = new Picture(chart, pixels[0], pixels[1]);
            return write(svg, picture::writeSvg, printer).worse(write(png, picture::writePng, printer));
        } catch (Chart.EmptyChartException e) {
            printer.fail(new Problem("NOTHING_TO_DRAW", String.valueOf(e.getMessage()), "", ExitCode.ABSENT), e);
            return ExitCode.ABSENT;
        }
    }

    /// Tells whether the terminal knows no Braille.
    private boolean isPlain() {
        Map<String, String> environment = exo().terminal().environment();
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG").map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty()).findFirst().orElse("").toLowerCase(Locale.ROOT);
        return exo().terminal().isInteractive()
                && List.of("dumb", "linux", "vt100", "vt220").contains(environment.getOrDefault("TERM", ""))
                || locale.contains(".") && !locale.contains("utf");
    }

    @FunctionalInterface
    private interface Drawing {
        void write(OutputStream out) throws IOException;
    }

    private ExitCode write(Option target, Drawing drawing, Printer printer) {
        if (!target.isSet()) {
            return ExitCode.OK;
        }
        String name = target.values().getLast();
        if (!Picture.isPossible()) {
            IllegalStateException cause = new IllegalStateException("java.desktop and JFreeChart are not loaded");
            printer.fail(new Problem("CANNOT_DRAW", "the modules that draw pictures are not loaded",
                    "start exo with its own launcher", ExitCode.WRITE_FAILED), cause);
            return ExitCode.WRITE_FAILED;
        }
        try (OutputFile file = OutputFile.create(name, arguments().values().subList(0, fileCount()))) {
            drawing.write(file.stream());
            file.complete();
            return ExitCode.OK;
        } catch (Picture.CannotDrawException e) {
            printer.fail(new Problem("CANNOT_DRAW", String.valueOf(e.getMessage()),
                    "install fontconfig and a font, such as the packages fontconfig and fonts-dejavu-core",
                    ExitCode.WRITE_FAILED), e);
            return ExitCode.WRITE_FAILED;
        } catch (IOException e) {
            Problem problem = Problem.of(name, OutputFile.WriteException.of(name, e));
            printer.fail(problem, e);
            return problem.exit();
        }
    }
}
