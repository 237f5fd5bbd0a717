package dev.exodusii.cli.cat;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.diagnostic.NearMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses rows by their values: `stress_xx > 1e6`, `T >= 300 and x < 0.5`, `abs(disp_y) > 1e-3 or T == nan`. `and` binds
/// stronger than `or`; there are no parentheses. NaN is greater, less than and equal to nothing, but `== nan` and
/// `!= nan` ask for it.
public final class Condition {

    private static final String SPELLING = "conditions are such as 'stress_xx > 1e6', 'T >= 300 and abs(x) < 0.5',"
            + " 'T == nan'";
    private static final Pattern COMPARISON = Pattern.compile(
            "\\s*(?:abs\\(\\s*(?<absolute>.+?)\\s*\\)|(?<name>.+?))\\s*(?<sign><=|>=|==|!=|<|>|=)\\s*(?<number>[^<>=!\\s]+)\\s*");
    private static final Pattern OR = Pattern.compile("\\s+or\\s+|\\|\\|");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+|&&");

    private record Comparison(String field, boolean isAbsolute, String sign, double number) {

        boolean accepts(double value) {
            double compared = isAbsolute ? Math.abs(value) : value;
            if (Double.isNaN(number)) {
                return Double.isNaN(compared) == !sign.equals("!=");
            }
            return switch (sign) {
                case "<" -> compared < number;
                case "<=" -> compared <= number;
                case ">" -> compared > number;
                case ">=" -> compared >= number;
                case "!=" -> compared != number;
                default -> compared == number;
            };
        }
    }

    /// Any of these, all comparisons of which must be true.
    private final List<List<Comparison>> alternatives;

    private Condition(List<List<Comparison>> alternatives) {
        this.alternatives = alternatives;
    }

    /// Reads a condition.
    ///
    /// @param text what the user typed
    /// @return the condition
    /// @throws AbsentException when it makes no sense
    public static Condition parse(String text) {
        List<List<Comparison>> alternatives = new ArrayList<>();
        for (String alternative : OR.split(text, -1)) {
            List<Comparison> all = new ArrayList<>();
            for (String piece : AND.split(alternative, -1)) {
                all.add(comparison(piece));
            }
            alternatives.add(List.copyOf(all));
        }
        return new Condition(List.copyOf(alternatives));
    }

    private static Comparison comparison(String piece) {
        Matcher matcher = COMPARISON.matcher(piece);
        if (!matcher.matches()) {
            throw AbsentException.syntax("'" + piece.strip() + "' is no condition", SPELLING);
        }
        boolean isAbsolute = matcher.group("absolute") != null;
        return new Comparison(isAbsolute ? matcher.group("absolute") : matcher.group("name"), isAbsolute,
                matcher.group("sign"), number(matcher.group("number"), piece));
    }

    private static double number(String text, String piece) {
        if (text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        if (text.matches("(?i)[+-]?inf(inity)?")) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw AbsentException.syntax("'" + piece.strip() + "' compares with '" + text + "', which is no number",
                    SPELLING);
        }
    }

    /// Makes a test of the rows of a slab.
    ///
    /// @param slab the slab
    /// @return tells whether a row meets the condition
    /// @throws AbsentException when the slab has no such field
    public LongPredicate on(Slab slab) {
        LongPredicate any = _ -> false;
        for (List<Comparison> alternative : alternatives) {
            LongPredicate all = Slab.EVERY;
            for (Comparison comparison : alternative) {
                Field field = slab.field(comparison.field).orElseThrow(() -> absent(comparison.field, slab));
                all = all.and(row -> comparison.accepts(field.number(row)));
            }
            any = any.or(all);
        }
        return any;
    }

    private static AbsentException absent(String name, Slab slab) {
        List<String> known = slab.fields().stream().map(Field::name).toList();
        return AbsentException.of("NO_SUCH_VARIABLE", "there is nothing called '" + name + "' to compare here",
                "what is shown can be compared (" + NearMatches.list(known) + "), and so can variables of the same kind");
    }
}
