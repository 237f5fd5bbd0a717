package dev.exodusii.cli.exodiff;

import dev.exodusii.compare.CompareFlag;
import dev.exodusii.compare.ComparedKind;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.Tolerance;
import dev.exodusii.compare.ToleranceMode;
import dev.exodusii.compare.VariableSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an exodiff command line asks for.
///
/// @param settings     how to compare
/// @param files        the files, as the user named them
/// @param help         the page of help that is asked for
/// @param commandFile  the command file
/// @param environment  the options in the environment, empty where there are none
/// @param complaint    what is wrong with the options in the environment, empty where nothing is
/// @param isVersion    whether only the version is asked for
/// @param isSummary    whether one file is to be summarised
/// @param isQuiet      whether only the verdict is printed
/// @param isJson       whether one JSON document is printed
/// @param dumpsMap     whether the pairs of nodes and elements are printed
/// @param tellsStatus  whether files that differ show in the status
/// @param hasL1        whether L1 norms are printed
/// @param hasL2        whether L2 norms are printed
/// @param hasSeparation whether the least distance of two nodes is part of a summary
public record ExodiffOptions(ComparisonSettings settings, List<String> files, Optional<String> help,
        Optional<String> commandFile, String environment, String complaint, boolean isVersion, boolean isSummary,
        boolean isQuiet, boolean isJson, boolean dumpsMap, boolean tellsStatus, boolean hasL1, boolean hasL2, boolean hasSeparation) {

    private static final Map<String, ToleranceMode> MODES = Map.of("relative", ToleranceMode.RELATIVE, "ignore",
            ToleranceMode.IGNORE, "absolute", ToleranceMode.ABSOLUTE, "combined", ToleranceMode.COMBINED, "ulps_float",
            ToleranceMode.ULPS_FLOAT, "ulps_double", ToleranceMode.ULPS_DOUBLE, "eigen_relative",
            ToleranceMode.EIGEN_RELATIVE, "eigen_absolute", ToleranceMode.EIGEN_ABSOLUTE, "eigen_combined",
            ToleranceMode.EIGEN_COMBINED);
    private static final int MOST_EXCLUDED = 10_000_000;
    /// Of several, the last one here counts, in whatever order they are typed.
    private static final List<String> MODE_ORDER = List.of("relative", "ignore", "absolute", "combined", "ulps_float",
            "ulps_double", "eigen_relative", "eigen_absolute", "eigen_combined");

    /// Reads a command line.
    ///
    /// @param words       what follows `exodiff`
    /// @param environment the environment variables, of which `EXODIFF_OPTIONS` counts
    /// @return what it asks for
    /// @throws ExodiffException when it makes no sense
    public static ExodiffOptions read(List<String> words, Map<String, String> environment) {
        LongOptions options = new LongOptions();
        List<String> files = List.copyOf(options.read(words));
        Optional<String> help = options.has("Help") ? Optional.of("usage") : options.value("help");
        boolean isVersion = options.has("version", "copyright");
        String complaint = "";
        String inEnvironment = "";
        if (help.isEmpty() && !isVersion) {
            if (files.isEmpty()) {
                throw new ExodiffException("no files specified");
            }
            if (files.size() > 3) {
                throw new ExodiffException("Too many file arguments specified. Probably caused by options following"
                        + " filenames which is no longer allowed. Unknown options are: "
                        + String.join(" ", files.subList(2, files.size())));
            }
            inEnvironment = environment.getOrDefault("EXODIFF_OPTIONS", "");
            complaint = options.readEnvironment(inEnvironment);
        }
        return of(options, files, help, isVersion, inEnvironment, complaint);
    }

    private static ExodiffOptions of(LongOptions options, List<String> files, Optional<String> help, boolean isVersion,
            String environment, String complaint) {
        Requested requested = new Requested();
        readTolerances(options, requested);
        readSteps(options, requested);
        readRules(options, requested);
        Optional<String> commandFile = options.value("file").or(() -> options.value("f"));
        for (ComparedKind kind : ComparedKind.values()) {
            requested.variables.put(kind, commandFile.isPresent() ? VariableSelection.none()
                    : VariableSelection.all(requested.usual));
        }
        boolean isSummary = options.has("summary");
        boolean isQuiet = options.has("quiet") && !isSummary;
        requested.set(CompareFlag.STOP_AT_FIRST, isQuiet);
        if (commandFile.isPresent() && help.isEmpty() && !isVersion && !isSummary) {
            CommandFile.read(lines(commandFile.get()), requested);
        }
        return new ExodiffOptions(requested.settings(), files, help, commandFile, environment, complaint, isVersion,
                isSummary, isQuiet, options.has("json"), options.has("dumpmap"), requested.tellsStatus, requested.hasL1,
                requested.hasL2, options.has("min_coordinate_separation"));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException | InvalidPathException e) {
            throw new ExodiffException("Can't open file \"" + file + "\".");
        }
    }

    private static void readTolerances(LongOptions options, Requested requested) {
        Tolerance usual = requested.usual;
        double old = options.value("t").map(Cnumbers::realOrZero).orElse(usual.value());
        double value = old != usual.value() ? old
                : options.value("tolerance").map(Cnumbers::realOrZero).orElse(usual.value());
        usual = usual.withValue(value).withFloor(options.value("Floor").map(Cnumbers::realOrZero).orElse(0.0));
        for (String mode : MODE_ORDER) {
            if (options.has(mode)) {
                usual = usual.with(MODES.getOrDefault(mode, ToleranceMode.RELATIVE));
            }
        }
        requested.usual = usual;
        requested.times = usual;
        options.value("coordinate_tolerance").map(Cnumbers::realOrZero)
                .ifPresent(given -> requested.coordinates = requested.coordinates.withValue(given));
        options.value("final_time_tolerance").map(Cnumbers::realOrZero)
                .ifPresent(given -> requested.finalTime = requested.finalTime.withValue(given));
        requested.hasOldFloor = options.has("use_old_floor");
    }

    private static void readSteps(LongOptions options, Requested requested) {
        options.value("exclude").ifPresent(steps -> requested.excluded.addAll(excluded(steps)));
        options.value("x").map(ExodiffOptions::excluded).filter(steps -> !steps.isEmpty()).ifPresent(steps -> {
            requested.excluded.clear();
            requested.excluded.addAll(steps);
        });
        options.value("time_offset").ifPresent(given -> requested.timeOffset = Cnumbers.realOrZero(given));
        options.value("time_scale").ifPresent(given -> requested.timeScale = Cnumbers.realOrZero(given));
        options.value("TimeStepOffset").or(() -> options.value("T"))
                .ifPresent(given -> requested.offset = Cnumbers.startsWithReal(given) ? Cnumbers.decimal(given) : 0);
        requested.offset = options.has("TM") ? -2 : options.has("TA") ? -1 : requested.offset;
        options.value("steps").ifPresent(given -> readRange(given, requested));
        options.value("explicit").ifPresent(given -> readPair(given, requested));
        requested.ignoresSteps = options.has("ignore_steps");
        requested.isInterpolating = options.has("interpolate");
    }

    private static void readRange(String text, Requested requested) {
        if (text.equals("last") || text.equals("LAST")) {
            requested.firstStep = -1;
            return;
        }
        String[] fields = text.split(":", -1);
        if (fields.length == 1) {
            requested.firstStep = Cnumbers.integer(text);
            requested.lastStep = requested.firstStep;
            return;
        }
        requested.firstStep = fields[0].isEmpty() ? requested.firstStep : Cnumbers.integer(fields[0]);
        requested.lastStep = fields[1].isEmpty() ? requested.lastStep : Cnumbers.integer(fields[1]);
        requested.increment = fields.length < 3 || fields[2].isEmpty() ? requested.increment
                : Cnumbers.integer(fields[2]);
    }

    private static void readPair(String text, Requested requested) {
        List<String> fields = List.of(text.replaceAll("^:+|:+$", "").split(":+", -1));
        if (fields.size() != 2) {
            throw new ExodiffException("parse error for -explicit keyword. Expected '<int|last>:<int|last>', found '"
                    + text + "' Aborting...");
        }
        requested.explicitFirst = fields.get(0).equalsIgnoreCase("last") ? -1 : Cnumbers.decimal(fields.get(0));
        requested.explicitSecond = fields.get(1).equalsIgnoreCase("last") ? -1 : Cnumbers.decimal(fields.get(1));
    }

    /// Reads steps that are left out, such as `1,5-9,28`.
    static Set<Integer> excluded(String text) {
        Set<Integer> steps = new LinkedHashSet<>();
        for (String range : text.split(",", -1)) {
            if (range.isEmpty()) {
                continue;
            }
            String[] ends = range.replaceAll("^-+", "").split("-+", -1);
            int from = Cnumbers.decimal(ends[0]);
            int to = ends.length > 1 && !ends[1].isEmpty() ? Cnumbers.decimal(ends[1]) : from;
            if (from < 1 || to < from) {
                throw new ExodiffException("parsing exclusion times: '" + range + "' is not a range of steps");
            }
            for (int step = from; step <= Math.min(to, from + MOST_EXCLUDED); step++) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static void readRules(LongOptions options, Requested requested) {
        requested.matching = options.has("map", "m") ? Matching.POSITION
                : options.has("match_file_order") ? Matching.FILE_ORDER : options.has("match_ids") ? Matching.ID
                : options.has("partial", "p") ? Matching.PARTIAL : Matching.ID;
        requested.set(CompareFlag.MATCH_BY_NAME, options.has("match_by_name"));
        requested.set(CompareFlag.NODE_SETS_IN_FILE_ORDER, options.has("no_nsmap"));
        requested.set(CompareFlag.SIDE_SETS_IN_FILE_ORDER, options.has("no_ssmap"));
        requested.set(CompareFlag.FULL_ELEMENT_TYPES, options.has("no_short"));
        requested.set(CompareFlag.ALLOW_NAMES_IN_SECOND, options.has("nosymmetric_name_check"));
        requested.set(CompareFlag.ALLOW_NAMES_IN_FIRST, options.has("allow_name_mismatch"));
        requested.set(CompareFlag.PEDANTIC, options.has("pedantic"));
        requested.set(CompareFlag.CASE_SENSITIVE, options.has("case_sensitive"));
        requested.set(CompareFlag.IGNORE_ID_MAPS, options.has("ignore_maps"));
        requested.set(CompareFlag.IGNORE_NANS, options.has("ignore_nans"));
        requested.set(CompareFlag.IGNORE_DUPLICATES, options.has("ignore_dups"));
        requested.set(CompareFlag.PERMUTED_CONNECTIVITY, options.has("allow_permuted_connectivity"));
        requested.set(CompareFlag.IGNORE_ATTRIBUTES, options.has("ignore_attributes"));
        requested.set(CompareFlag.IGNORE_SIDE_SET_FACTORS, options.has("ignore_sideset_df"));
        requested.set(CompareFlag.SHOW_UNMATCHED, options.has("show_unmatched"));
        requested.set(CompareFlag.EVERY_DIFFERENCE, options.has("show_all_diffs"));
        requested.hasL1 = options.has("norms", "l1norms");
        requested.hasL2 = options.has("norms", "l2norms");
        requested.tellsStatus = !options.has("ignore_status");
        options.value("max_warnings").ifPresent(given -> requested.mostWarnings = Cnumbers.integer(given));
    }
}
