package dev.exodusii.mmap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `ncdump` prints of a file, taken apart.
///
/// @param dimensions their lengths, as text
/// @param attributes those of the file, as text
/// @param variables  by their names
record Cdl(Map<String, String> dimensions, Map<String, String> attributes, Map<String, Variable> variables) {

    /// @param values all values, strings in their quotes
    record Variable(String type, List<String> dimensions, Map<String, String> attributes, List<String> values) {}

    private static final Pattern DIMENSION = Pattern.compile("\t(.*?) = (.*?) ;(?: // \\((\\d+) currently\\))?");
    private static final Pattern VARIABLE = Pattern.compile("\t(\\S+) (.*?)(?:\\((.*)\\))? ?;", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("\t\t((?:[^:\\\\]|\\\\.)*):(.*?) = (.*?) ?;", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile(" (.*?) =\\s*(.*?) ?;", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,\"]+");

    static Cdl parse(String text) {
        Cdl cdl = new Cdl(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        String part = "";
        StringBuilder statement = new StringBuilder();
        for (String line : text.split("\n")) {
            if (statement.isEmpty() && (line.isBlank() || !Character.isWhitespace(line.charAt(0)))) {
                part = line.startsWith("//") ? "variables:" : line;
                continue;
            }
            statement.append(statement.isEmpty() ? "" : "\n").append(line);
            if (part.equals("dimensions:") || line.endsWith(";")) {
                cdl.add(part, statement.toString());
                statement.setLength(0);
            }
        }
        return cdl;
    }

    private void add(String part, String statement) {
        if (part.equals("dimensions:")) {
            Matcher found = match(DIMENSION, statement);
            dimensions.put(found.group(1), found.group(3) == null ? found.group(2) : "UNLIMITED " + found.group(3));
        } else if (part.equals("variables:") && statement.startsWith("\t\t")) {
            Matcher found = match(ATTRIBUTE, statement);
            Map<String, String> host = found.group(1).isEmpty() ? attributes
                    : variables.get(found.group(1)).attributes();
            host.put(found.group(2), found.group(3).replaceAll("\",\\n\\s*\"", ""));
        } else if (part.equals("variables:")) {
            Matcher found = match(VARIABLE, statement);
            variables.put(found.group(2), new Variable(found.group(1), found.group(3) == null ? List.of()
                    : List.of(found.group(3).split(", ")), new LinkedHashMap<>(), new ArrayList<>()));
        } else {
            Matcher found = match(DATA, statement);
            Variable variable = variables.get(found.group(1));
            String fill = variable.attributes().getOrDefault("_FillValue", "_").replaceAll("(?<=\\d)[a-zA-Z]+$", "");
            // A text goes on in the next string where it has a new line, here as in attributes.
            Matcher value = VALUE.matcher(found.group(2).replaceAll("\\\\n\",\\s*\"", "\\\\n"));
            while (value.find()) {
                variable.values().add(value.group().equals("_") ? fill : value.group());
            }
        }
    }

    private static Matcher match(Pattern pattern, String statement) {
        Matcher matcher = pattern.matcher(statement);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not understood: " + statement);
        }
        return matcher;
    }
}
