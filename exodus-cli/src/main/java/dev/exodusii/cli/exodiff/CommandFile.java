package dev.exodusii.cli.exodiff;

import static dev.exodusii.cli.exodiff.Tokens.BLANKS;
import static dev.exodusii.cli.exodiff.Tokens.NUMBERS;
import static dev.exodusii.cli.exodiff.Tokens.VALUES;
import static dev.exodusii.cli.exodiff.Tokens.isShort;

import dev.exodusii.compare.CompareFlag;
import dev.exodusii.compare.ComparedKind;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.Tolerance;
import dev.exodusii.compare.ToleranceMode;
import dev.exodusii.compare.VariableSelection;
import dev.exodusii.compare.VariableSelection.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads an exodiff command file, with its grammar and its oddities; only a last line without an end is not lost here.
final class CommandFile {

    private static final List<ToleranceMode> UNITS = List.of(ToleranceMode.ULPS_FLOAT, ToleranceMode.ULPS_DOUBLE);

    private final List<String> lines;
    private final Requested requested;
    private boolean hasDefault;
    private int at;

    private CommandFile(List<String> lines, Requested requested) {
        this.lines = lines;
        this.requested = requested;
    }

    /// Reads the lines of a command file.
    ///
    /// @throws ExodiffException when a line makes no sense
    static void read(List<String> lines, Requested requested) {
        new CommandFile(lines, requested).read();
    }

    private void read() {
        while (at < lines.size()) {
            String line = lines.get(at++);
            Tokens tokens = new Tokens(line);
            String word = lower(tokens.next(BLANKS));
            if (!word.isEmpty() && word.charAt(0) != '#') {
                String second = lower(tokens.next(BLANKS));
                if (!readTolerance(word, second, tokens, line) && !readRule(word, second, tokens)
                        && !readVariables(word, second, tokens)) {
                    throw wrong(line);
                }
            }
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static ExodiffException wrong(String line) {
        return new ExodiffException("parsing input file, currently at \"" + line.stripTrailing() + "\".");
    }

    private static String require(String word, String line) {
        if (word.isEmpty()) {
            throw wrong(line);
        }
        return word;
    }

    /// Finds the mode that a word stands for. Units in the last place are not known everywhere.
    private static Optional<ToleranceMode> mode(String word, boolean hasUnits) {
        ToleranceMode found = isShort(word, "relative", 3) ? ToleranceMode.RELATIVE
                : isShort(word, "absolute", 3) ? ToleranceMode.ABSOLUTE
                : isShort(word, "combine", 3) ? ToleranceMode.COMBINED
                : isShort(word, "ulps_float", 6) ? ToleranceMode.ULPS_FLOAT
                : isShort(word, "ulps_double", 6) ? ToleranceMode.ULPS_DOUBLE
                : isShort(word, "eigen_relative", 7) ? ToleranceMode.EIGEN_RELATIVE
                : isShort(word, "eigen_absolute", 7) ? ToleranceMode.EIGEN_ABSOLUTE
                : isShort(word, "eigen_combine", 7) ? ToleranceMode.EIGEN_COMBINED
                : isShort(word, "ignore", 3) ? ToleranceMode.IGNORE : null;
        return Optional.ofNullable(found).filter(mode -> hasUnits || !UNITS.contains(mode));
    }

    private boolean readTolerance(String word, String second, Tokens tokens, String line) {
        if (isShort(word, "default", 3) && isShort(second, "tolerance", 3)) {
            requested.usual = usual(tokens, line);
            hasDefault = true;
        } else if (isShort(word, "final", 3) && isShort(second, "time", 3)) {
            String third = lower(tokens.next(BLANKS));
            if (!isShort(third, "tolerance", 3)) {
                throw new ExodiffException("expected \"TOLERANCE\" after the \"FINAL TIME\" keyword. Found \"" + third
                        + "\" instead. Aborting...");
            }
            requested.finalTime = requested.finalTime.withValue(Cnumbers.tolerance(require(tokens.next(VALUES), line)));
        } else if (isShort(word, "coordinates", 4)) {
            Tolerance start = hasDefault ? requested.usual : new Tolerance(ToleranceMode.ABSOLUTE, 1e-6, 0);
            requested.coordinates = special(second, start, tokens, line, true);
        } else if (word.equals("time") && isShort(second, "steps", 4)) {
            requested.times = special(lower(tokens.next(NUMBERS)), requested.usual, tokens, line, false);
        } else if (isShort(word, "sideset", 4) && isShort(second, "distribution", 4)) {
            Tolerance start = hasDefault ? requested.usual : new Tolerance(ToleranceMode.ABSOLUTE, 1e-6, 0);
            requested.factors = special(second, start, tokens, line, true);
        } else {
            return false;
        }
        return true;
    }

    private Tolerance usual(Tokens tokens, String line) {
        String word = lower(require(tokens.next(VALUES), line));
        Tolerance tolerance = requested.usual;
        Optional<ToleranceMode> mode = mode(word, false);
        if (mode.isPresent()) {
            tolerance = tolerance.with(mode.get());
            word = require(tokens.next(VALUES), line);
        }
        tolerance = tolerance.withValue(Cnumbers.tolerance(word));
        return floor(lower(tokens.next(VALUES)), tolerance, tokens, line);
    }

    private static Tolerance floor(String word, Tolerance tolerance, Tokens tokens, String line) {
        return isShort(word, "floor", 3)
                ? tolerance.withFloor(Cnumbers.tolerance(require(tokens.next(VALUES), line))) : tolerance;
    }

    /// Reads the tolerance of coordinates, times or factors. A number without a mode is passed over.
    private static Tolerance special(String word, Tolerance start, Tokens tokens, String line, boolean hasEigen) {
        if (word.isEmpty() || word.charAt(0) == '#') {
            return start;
        }
        Tolerance tolerance = start;
        Optional<ToleranceMode> mode = mode(word, false).filter(found -> hasEigen || !word.startsWith("eigen"));
        if (mode.isPresent()) {
            tolerance = tolerance.with(mode.get());
            tolerance = tolerance.withValue(mode.get() == ToleranceMode.IGNORE ? 0
                    : Cnumbers.tolerance(require(tokens.next(NUMBERS), line)));
        } else if (isShort(word, "floor", 3)) {
            tolerance = tolerance.withFloor(Cnumbers.tolerance(require(tokens.next(NUMBERS), line)));
        }
        return floor(lower(tokens.next(VALUES)), tolerance, tokens, line);
    }

    private boolean readRule(String word, String second, Tokens tokens) {
        if (isShort(word, "exclude", 3) && isShort(second, "times", 3)) {
            String steps = tokens.next(NUMBERS);
            if (!steps.isEmpty() && steps.charAt(0) != '#') {
                requested.excluded.clear();
                requested.excluded.addAll(ExodiffOptions.excluded(steps));
            }
        } else if (word.equals("step") && second.equals("offset")) {
            String offset = tokens.next(NUMBERS);
            requested.offset = isShort(offset, "automatic", 4) ? -1 : isShort(offset, "match", 4) ? -2
                    : Cnumbers.decimal(offset);
        } else if (isShort(word, "ignore", 3) && isShort(second, "sideset", 3)) {
            if (isShort(lower(tokens.next(BLANKS)), "distribution", 3)) {
                requested.set(CompareFlag.IGNORE_SIDE_SET_FACTORS, true);
            }
        } else {
            return readFlag(word, second);
        }
        return true;
    }

    private boolean readFlag(String word, String second) {
        boolean isIgnore = isShort(word, "ignore", 3);
        if (isShort(word, "max", 3) && isShort(second, "names", 3)) {
            return true;
        } else if (isShort(word, "return", 3) && isShort(second, "status", 3)) {
            requested.tellsStatus = true;
        } else if (isIgnore && isShort(second, "status", 3)) {
            requested.tellsStatus = false;
        } else if (isShort(word, "apply", 3) && isShort(second, "matching", 3)) {
            requested.matching = Matching.POSITION;
        } else if (isShort(word, "calculate", 3) && isShort(second, "norms", 3)) {
            requested.hasL1 = true;
            requested.hasL2 = true;
        } else if (isShort(word, "calculate", 3) && isShort(second, "l2norms", 3)) {
            requested.hasL2 = true;
        } else if (isShort(word, "calculate", 3) && isShort(second, "l1norms", 3)) {
            requested.hasL1 = true;
        } else if (word.equals("nodeset") && isShort(second, "match", 3)) {
            requested.set(CompareFlag.NODE_SETS_IN_FILE_ORDER, false);
        } else if (word.equals("sideset") && isShort(second, "match", 3)) {
            requested.set(CompareFlag.SIDE_SETS_IN_FILE_ORDER, false);
        } else if (word.equals("pedantic")) {
            requested.set(CompareFlag.PEDANTIC, true);
        } else if (word.equals("interpolate")) {
            requested.isInterpolating = true;
        } else if (isShort(word, "short", 3) && isShort(second, "blocks", 3)) {
            requested.set(CompareFlag.FULL_ELEMENT_TYPES, false);
        } else if (word.equals("no") && isShort(second, "short", 3)) {
            requested.set(CompareFlag.FULL_ELEMENT_TYPES, true);
        } else if (isIgnore && isShort(second, "case", 3)) {
            requested.set(CompareFlag.CASE_SENSITIVE, false);
        } else if (isShort(word, "case", 3) && isShort(second, "sensitive", 3)) {
            requested.set(CompareFlag.CASE_SENSITIVE, true);
        } else if (isIgnore && isShort(second, "maps", 3)) {
            requested.set(CompareFlag.IGNORE_ID_MAPS, true);
        } else if (isIgnore && isShort(second, "nans", 3)) {
            requested.set(CompareFlag.IGNORE_NANS, true);
        } else if (isIgnore && isShort(second, "dups", 3)) {
            requested.set(CompareFlag.IGNORE_DUPLICATES, true);
        } else if (isIgnore && isShort(second, "attributes", 3)) {
            requested.set(CompareFlag.IGNORE_ATTRIBUTES, true);
        } else {
            return false;
        }
        return true;
    }

    private boolean readVariables(String word, String second, Tokens tokens) {
        boolean isVariables = isShort(second, "variables", 3);
        ComparedKind kind = isShort(word, "element", 4) && isShort(second, "attributes", 3)
                ? ComparedKind.ELEMENT_ATTRIBUTE
                : !isVariables ? null
                : isShort(word, "global", 4) ? ComparedKind.GLOBAL
                : isShort(word, "nodal", 4) ? ComparedKind.NODAL
                : isShort(word, "element", 4) ? ComparedKind.ELEMENT
                : word.equals("nodeset") ? ComparedKind.NODE_SET
                : isShort(word, "sideset", 4) ? ComparedKind.SIDE_SET
                : isShort(word, "edgeblock", 4) ? ComparedKind.EDGE_BLOCK
                : isShort(word, "faceblock", 4) ? ComparedKind.FACE_BLOCK : null;
        if (kind == null) {
            return false;
        }
        requested.variables.put(kind, variables(tokens));
        return true;
    }

    private VariableSelection variables(Tokens tokens) {
        String word = lower(tokens.next(VALUES));
        boolean isAll = word.equals("(all)") || word.equals("all");
        if (!word.isEmpty() && !isAll && mode(word, true).isEmpty() && !isShort(word, "floor", 3)) {
            throw new ExodiffException("in parsing command file: unrecognized keyword \"" + word + "\"");
        }
        if (isAll) {
            word = tokens.next(VALUES);
        }
        Tolerance usual = requested.usual;
        Optional<ToleranceMode> mode = mode(word, true);
        if (mode.isPresent()) {
            usual = usual.with(mode.get()).withValue(mode.get() == ToleranceMode.IGNORE ? 0 : value(tokens));
            word = lower(tokens.next(VALUES));
        }
        if (isShort(word, "floor", 3)) {
            String floor = tokens.next(VALUES);
            if (floor.isEmpty() || floor.charAt(0) == '#') {
                throw new ExodiffException("Floor specified but couldn't find value");
            }
            usual = usual.withFloor(Cnumbers.tolerance(floor));
        }
        return names(isAll, usual);
    }

    private static double value(Tokens tokens) {
        String word = tokens.next(VALUES);
        if (word.isEmpty() || word.equals("floor")) {
            throw new ExodiffException("Input file specifies a tolerance type but no tolerance");
        }
        return Cnumbers.tolerance(word);
    }

    /// Reads the indented lines that follow; anything else, even an empty line, ends them.
    private VariableSelection names(boolean isAll, Tolerance usual) {
        List<Choice> chosen = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        while (at < lines.size()) {
            String line = lines.get(at);
            boolean isComment = line.strip().startsWith("#");
            boolean isIndented = line.startsWith("\t") || line.startsWith(" ");
            if (!isComment && (!isIndented || line.isBlank())) {
                break;
            }
            at++;
            if (!isComment) {
                Tokens tokens = new Tokens(line);
                String name = tokens.next(" \t\n\r").stripTrailing();
                if (!name.startsWith("!")) {
                    chosen.add(new Choice(name, own(usual, tokens, line)));
                } else if (!name.replace("!", "").isEmpty()) {
                    excluded.add(new Tokens(name).next("!"));
                }
            }
        }
        if (!isAll && !chosen.isEmpty() && !excluded.isEmpty()) {
            throw new ExodiffException("Parsing error: Cannot specify both variables to include and exclude without"
                    + " using the '(all)' specifier.  Aborting...");
        }
        return new VariableSelection(isAll || chosen.isEmpty(), usual, chosen, excluded);
    }

    private static Tolerance own(Tolerance usual, Tokens tokens, String line) {
        String word = lower(tokens.next(" \t\n\r"));
        if (word.isEmpty() || word.charAt(0) == '#') {
            return usual;
        }
        Tolerance tolerance = usual;
        Optional<ToleranceMode> mode = mode(word, false).filter(found -> found != ToleranceMode.IGNORE);
        if (mode.isPresent()) {
            tolerance = tolerance.with(mode.get());
            word = tokens.next(VALUES);
        }
        if (isShort(word, "floor", 3)) {
            return tolerance.withFloor(Cnumbers.tolerance(require(tokens.next(VALUES), line)));
        }
        tolerance = tolerance.withValue(Cnumbers.tolerance(require(word, line)));
        return floor(lower(tokens.next(VALUES)), tolerance, tokens, line);
    }
}
