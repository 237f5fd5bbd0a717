package dev.exodusii.cli.exodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/// Reads options as exodiff does: one or two minus signs, any abbreviation that only one option has, values after a
/// blank or `=`, all before the files.
final class LongOptions {

    /// What an option takes.
    enum Value {
        NONE, OPTIONAL, REQUIRED
    }

    private static final Map<String, Value> KNOWN = known();
    private static final List<String> ORDER = order();

    private final Map<String, String> values = new HashMap<>();

    private static List<String> order() {
        return List.of("help", "Help", "file", "summary", "change_sets", "tolerance", "Floor", "absolute", "relative",
                "combined", "ulps_float", "ulps_double", "eigen_absolute", "eigen_relative", "eigen_combined", "ignore",
                "coordinate_tolerance", "pedantic", "quiet", "show_all_diffs", "ignore_steps", "exclude", "steps",
                "explicit", "TimeStepOffset", "TA", "TM", "interpolate", "final_time_tolerance", "time_scale",
                "time_offset", "map", "dumpmap", "partial", "show_unmatched", "allow_permuted_connectivity",
                "ignore_dups", "match_ids", "match_file_order", "match_by_name", "nsmap", "ssmap", "no_nsmap",
                "no_ssmap", "short", "no_short", "ignore_case", "case_sensitive", "nosymmetric_name_check",
                "allow_name_mismatch", "ignore_maps", "ignore_nans", "ignore_attributes", "ignore_sideset_df", "norms",
                "l2norms", "l1norms", "status", "ignore_status", "max_warnings", "use_old_floor", "64-bit",
                "min_coordinate_separation", "copyright", "version", "maxnames", "t", "m", "p", "s", "i", "f", "T", "x",
                "json");
    }

    private static Map<String, Value> known() {
        Map<String, Value> known = new HashMap<>();
        for (String name : List.of("file", "change_sets", "tolerance", "Floor", "coordinate_tolerance", "exclude",
                "steps", "explicit", "TimeStepOffset", "final_time_tolerance", "time_scale", "time_offset",
                "max_warnings", "maxnames", "t", "f", "T", "x")) {
            known.put(name, Value.REQUIRED);
        }
        known.put("help", Value.OPTIONAL);
        return known;
    }

    /// Reads the words of a command line.
    ///
    /// @return what follows the options
    List<String> read(List<String> words) {
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at);
            if (!word.startsWith("-") || word.equals("--")) {
                break;
            }
            at++;
            String text = word.startsWith("--") ? word.substring(2) : word.substring(1);
            String typed = text.contains("=") ? text.substring(0, text.indexOf('=')) : text;
            List<String> found = matches(typed);
            if (found.isEmpty()) {
                throw new ExodiffException("unrecognized option -" + typed);
            }
            if (found.size() > 1) {
                throw new ExodiffException("Multiple matches found for option '-" + typed + "': -"
                        + String.join(", -", found));
            }
            at += set(found.getFirst(), text.substring(typed.length()), at < words.size()
                    ? Optional.of(words.get(at)) : Optional.empty());
        }
        return words.subList(at, words.size());
    }

    /// Reads the options in the environment, which overrule those of the command line. As in the reference, the last of
    /// several matches of an abbreviation counts here, and what comes after a mistake is left out.
    ///
    /// @return what is wrong with them, empty where nothing is
    String readEnvironment(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, " \t");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            if (!word.startsWith("-") || word.equals("--")) {
                return "nonoptions not allowed";
            }
            String given = word.substring(1);
            String typed = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
            List<String> found = matches(typed);
            if (found.isEmpty()) {
                return "unrecognized option -" + typed;
            }
            try {
                at += set(found.getLast(), given.substring(typed.length()), at < words.size()
                        ? Optional.of(words.get(at)) : Optional.empty());
            } catch (ExodiffException e) {
                return String.valueOf(e.getMessage());
            }
        }
        return "";
    }

    private static List<String> matches(String typed) {
        return ORDER.contains(typed) ? List.of(typed) : ORDER.stream().filter(name -> name.startsWith(typed)).toList();
    }

    /// @return how many words were taken for the value
    private int set(String name, String attached, Optional<String> next) {
        Value kind = KNOWN.getOrDefault(name, Value.NONE);
        if (kind == Value.NONE) {
            if (!attached.isEmpty()) {
                throw new ExodiffException("unsolicited value for flag -" + name);
            }
            values.put(name, "");
            return 0;
        }
        if (!attached.isEmpty()) {
            values.put(name, attached.substring(1));
            return 0;
        }
        if (kind == Value.OPTIONAL) {
            boolean isValue = next.filter(word -> !word.startsWith("-")).isPresent();
            values.put(name, isValue ? next.orElseThrow() : "usage");
            return isValue ? 1 : 0;
        }
        values.put(name, next.orElseThrow(() -> new ExodiffException("mandatory value for -" + name
                + " not specified")));
        return 1;
    }

    boolean has(String... names) {
        for (String name : names) {
            if (values.containsKey(name)) {
                return true;
            }
        }
        return false;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
