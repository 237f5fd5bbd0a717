package dev.exodusii.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Helps somebody who asked for a name that does not exist.
public final class NearMatches {

    private static final int MAX_LISTED = 8;
    private static final int MAX_COMPARED = 10_000;
    private static final int MAX_LENGTH = 256;

    private NearMatches() {}

    /// Returns what to add to an error message: `; did you mean 'disp_y'?`, or what exists when nothing is similar.
    ///
    /// @param wanted what was asked for
    /// @param known  the names that exist
    /// @return the text, beginning with a semicolon
    public static String hint(String wanted, Collection<String> known) {
        if (known.isEmpty()) {
            return "; there are none at all";
        }
        List<String> near = of(wanted, known);
        return near.isEmpty() ? "; there are: " + list(known)
                : "; did you mean " + near.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "))
                        + "?";
    }

    /// Finds the names that somebody may have meant: alike but for case, a few letters, or beginning in the same way.
    ///
    /// @param wanted what was asked for
    /// @param known  the names that exist
    /// @return at most three names, the most similar first
    public static List<String> of(String wanted, Collection<String> known) {
        String sought = fold(wanted);
        return known.stream().limit(MAX_COMPARED).distinct()
                .map(name -> new Candidate(name, distance(sought, fold(name))))
                .filter(candidate -> candidate.distance <= Math.max(1, sought.length() / 3)
                        || sought.length() > 2 && fold(candidate.name).startsWith(sought))
                .sorted(Comparator.comparingInt(Candidate::distance)).limit(3).map(Candidate::name).toList();
    }

    /// Lists names for a message, shortened where there are many.
    ///
    /// @param names the names
    /// @return such as `a, b, c ... (27 in all)`, or `none`
    public static String list(Collection<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        String shown = names.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
        return names.size() <= MAX_LISTED ? shown : shown + " ... (" + names.size() + " in all)";
    }

    private static String fold(String name) {
        return name.substring(0, Math.min(name.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
    }

    /// The number of letters to insert, drop, replace or exchange with a neighbour.
    private static int distance(String a, String b) {
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            int[] oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }
        return previous[b.length()];
    }

    private record Candidate(String name, int distance) {}
}
