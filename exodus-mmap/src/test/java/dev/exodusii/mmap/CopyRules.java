package dev.exodusii.mmap;

import dev.exodusii.mmap.Cdl.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// In what a copy of an Exodus file may differ from it, as `ncdump` shows both: what the reference library of version 9
/// would write in this way today, and nothing else.
///
/// The order of what is defined is not compared.
final class CopyRules {

    /// Each in words, since they are counted and reported.
    private static final String FILL_OF_NAMES = "names have a fill value";
    private static final String FILL_OF_PROPERTIES = "properties have a fill value";
    private static final String NAME_WIDTH = "names are as wide as len_name, not len_string";
    private static final String NAMES = "lists of names are there, though empty";
    private static final String TEXT_ROOM = "no dimensions for texts that are not there";
    private static final String STATEMENTS = "what each file states about itself is there";
    private static final String VERSION_TYPE = "versions are floats";
    private static final String BEHIND_TEXT = "nothing is behind a text but NULs, nor blanks behind a name";
    private static final String TRUTH_TABLE = "truth tables tell what is stored";
    private static final String TIME = "there are times, though none";
    private static final String FIXED_TIME = "the dimension of time is that of the records";

    private static final Set<String> STATED = Set.of("api_version", "version", "floating_point_word_size", "file_size",
            "maximum_name_length", "int64_status", "title");
    private static final Pattern TABLE = Pattern.compile("(elem|edge|face|nset|eset|fset|sset|elset)_var_tab");
    private static final Map<String, String> INFIXES = Map.of("elem", "eb", "edge", "eb", "face", "fb", "nset", "ns",
            "eset", "es", "fset", "fs", "sset", "ss", "elset", "es");

    private final Cdl original;
    private final Cdl copy;
    private final Map<String, Long> applied = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    private CopyRules(Cdl original, Cdl copy) {
        this.original = original;
        this.copy = copy;
    }

    /// Compares two files.
    static CopyRules compare(Cdl original, Cdl copy) {
        CopyRules rules = new CopyRules(original, copy);
        rules.dimensions();
        rules.attributes();
        for (String name : union(original.variables(), copy.variables())) {
            rules.variable(name);
        }
        return rules;
    }

    /// Returns how often each rule explained a difference.
    Map<String, Long> applied() {
        return applied;
    }

    /// Returns the differences that no rule explains.
    List<String> unexplained() {
        return unexplained;
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    private void judge(String what, Object was, Object is, String rule, boolean isExplained) {
        if (isExplained) {
            applied.merge(rule, 1L, Long::sum);
        } else {
            unexplained.add(what + ": was " + was + ", is " + is);
        }
    }

    private void dimensions() {
        for (String name : union(original.dimensions(), copy.dimensions())) {
            String was = original.dimensions().getOrDefault(name, "");
            String is = copy.dimensions().getOrDefault(name, "");
            if (was.equals(is)) {
                continue;
            }
            switch (name) {
                case "len_name" -> judge(name, was, is, NAME_WIDTH, was.isEmpty());
                case "len_string", "len_line", "four" -> judge(name, was, is, TEXT_ROOM, is.isEmpty());
                case "time_step" -> judge(name, was, is, was.isEmpty() ? TIME : FIXED_TIME,
                        is.equals("UNLIMITED " + (was.isEmpty() ? "0" : was)));
                default -> judge(name, was, is, "", false);
            }
        }
    }

    private void attributes() {
        for (String name : union(original.attributes(), copy.attributes())) {
            String was = original.attributes().getOrDefault(name, "");
            String is = copy.attributes().getOrDefault(name, "");
            if (was.equals(is)) {
                continue;
            }
            if (was.isEmpty()) {
                judge(name, was, is, STATEMENTS, STATED.contains(name));
            } else {
                judge(name, was, is, VERSION_TYPE, name.endsWith("version") && is.endsWith("f")
                        && (float) Double.parseDouble(was) == Float.parseFloat(is));
            }
        }
    }

    private void variable(String name) {
        Variable was = original.variables().get(name);
        Variable is = copy.variables().get(name);
        if (was == null && is != null) {
            added(name, is);
        } else if (was == null || is == null) {
            judge(name, was, "not there", "", false);
        } else {
            judgeUnless(was.type().equals(is.type()), name + " type", was.type(), is.type());
            boolean isOfNames = is.type().equals("char") && is.dimensions().size() == 2
                    && is.dimensions().getLast().equals("len_name");
            if (!was.dimensions().equals(is.dimensions())) {
                judge(name, was.dimensions(), is.dimensions(), NAME_WIDTH, isOfNames && was.dimensions().size() == 2
                        && was.dimensions().getFirst().equals(is.dimensions().getFirst())
                        && was.dimensions().getLast().equals("len_string") && copy.dimensions().get("len_name")
                                .equals(original.dimensions().get("len_string")));
            }
            attributes(name, was, is, isOfNames);
            if (!was.values().equals(is.values())) {
                judge(name, differing(was.values(), is.values()), differing(is.values(), was.values()), BEHIND_TEXT,
                        was.type().equals("char") && isCleaned(was.values(), is.values(), isOfNames));
            }
        }
    }

    private void judgeUnless(boolean isFine, String what, Object was, Object is) {
        if (!isFine) {
            judge(what, was, is, "", false);
        }
    }

    private void attributes(String name, Variable was, Variable is, boolean isOfNames) {
        for (String attribute : union(was.attributes(), is.attributes())) {
            String before = was.attributes().getOrDefault(attribute, "");
            String after = is.attributes().getOrDefault(attribute, "");
            if (!before.equals(after)) {
                boolean isFill = before.isEmpty() && attribute.equals("_FillValue");
                judge(name + ':' + attribute, before, after, isOfNames ? FILL_OF_NAMES : FILL_OF_PROPERTIES, isFill
                        && (isOfNames ? after.equals("\"\"") : name.contains("_prop") && after.matches("0(LL)?")));
            }
        }
    }

    private void added(String name, Variable is) {
        Matcher table = TABLE.matcher(name);
        if (table.matches()) {
            judge(name, "not there", is, TRUTH_TABLE, isWhatIsStored(table.group(1), is));
        } else if (name.equals("time_whole")) {
            judge(name, "not there", is, TIME, is.values().isEmpty());
        } else {
            judge(name, "not there", is, NAMES, name.contains("name") && is.type().equals("char")
                    && is.dimensions().getLast().equals("len_name") && is.values().stream().allMatch("\"\""::equals));
        }
    }

    /// What is on an entity without entries is not stored, whatever the table says.
    private boolean isWhatIsStored(String kind, Variable table) {
        int columns = Integer.parseInt(copy.dimensions().get(table.dimensions().getLast()));
        for (int i = 0; i < table.values().size(); i++) {
            boolean isStored = original.variables().containsKey("vals_" + kind + "_var" + (i % columns + 1)
                    + INFIXES.get(kind) + (i / columns + 1));
            if (isStored != table.values().get(i).equals("1")) {
                return false;
            }
        }
        return true;
    }

    /// Texts end at the first NUL, names before the blanks at their end.
    private static boolean isCleaned(List<String> texts, List<String> copied, boolean areNames) {
        boolean isCleaned = texts.size() == copied.size();
        for (int i = 0; i < texts.size() && isCleaned; i++) {
            String text = texts.get(i).replaceFirst("\\\\000.*", "\"");
            isCleaned = copied.get(i).equals(areNames ? text.replaceFirst(" *\"$", "\"") : text)
                    || copied.get(i).equals(texts.get(i));
        }
        return isCleaned;
    }

    private static String differing(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            if (i >= other.size() || !one.get(i).equals(other.get(i))) {
                return one.get(i) + " at " + i + " of " + one.size();
            }
        }
        return one.size() + " values";
    }
}
