package dev.exodusii.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Manual pages in the language of `man`, made of the same words as the help.
final class ManPage {

    private final Exo exo;
    private final List<String> lines = new ArrayList<>();

    private ManPage(Exo exo) {
        this.exo = exo;
    }

    /// Writes the page of a verb.
    static String of(Exo exo, Verb verb) {
        ManPage page = new ManPage(exo);
        page.title("exo-" + verb.name(), firstSentence(verb.description()));
        page.section("SYNOPSIS");
        page.lines.add(".B exo " + escape(verb.name()));
        page.lines.add("[\\fIOPTION\\fR ...] " + escape(verb.arguments().label()));
        page.section("DESCRIPTION");
        page.paragraph(verb.description());
        page.item(verb.arguments().label(), verb.arguments().description());
        page.footer(verb, false);
        page.options(verb);
        page.footer(verb, true);
        page.exitCodes();
        page.section("SEE ALSO");
        page.lines.add(".BR exo (1)");
        return page.text();
    }

    /// Writes the page of the command as a whole.
    static String of(Exo exo) {
        ManPage page = new ManPage(exo);
        page.title("exo", "looks into Exodus II files");
        page.section("SYNOPSIS");
        page.lines.add(".B exo");
        page.lines.add("\\fIVERB\\fR [\\fIOPTION\\fR ...] \\fIFILE\\fR ...");
        page.section("VERBS");
        exo.verbs().stream().filter(verb -> !verb.isHidden())
                .forEach(verb -> page.item("exo-" + verb.name() + "(1)", verb.description()));
        page.section("OPTIONS OF ALL VERBS");
        page.common();
        page.exitCodes();
        page.section("ENVIRONMENT");
        page.item("NO_COLOR", "No colours, where it is not empty.");
        page.item("EXO_PAGER, PAGER", "The program that shows more than one screen; less -FRX as usual.");
        page.item("EXO_JAVA_HOME, JAVA_HOME", "The JDK that runs exo.");
        return page.text();
    }

    private void title(String name, String summary) {
        lines.add(".TH " + name.toUpperCase(Locale.ROOT) + " 1 \"\" \"exo\" \"User Commands\"");
        section("NAME");
        lines.add(escape(name) + " \\- " + escape(summary));
    }

    private static String firstSentence(String description) {
        int end = description.indexOf(". ");
        String sentence = end < 0 ? description : description.substring(0, end);
        sentence = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private void section(String name) {
        lines.add(".SH " + name);
    }

    private void paragraph(String text) {
        apart();
        lines.add(escape(text));
    }

    /// Begins a paragraph, which the first one of a section is already.
    private void apart() {
        if (!lines.getLast().startsWith(".SH ")) {
            lines.add(".PP");
        }
    }

    private void item(String term, String text) {
        lines.add(".TP");
        lines.add("\\fB" + escape(term) + "\\fR");
        lines.add(escape(text));
    }

    private void options(Verb verb) {
        section("OPTIONS");
        verb.flags().forEach(flag -> item(String.join(", ", flag.names()), flag.description()));
        verb.options().forEach(option -> item(option.name() + " " + option.label(), option.description()));
        common();
    }

    private void common() {
        exo.flags().forEach(flag -> item(String.join(", ", flag.names()), flag.description()));
        item("--color WHEN", "Use colours: auto (on a terminal), always or never.");
        item("-h, --help", "Show the help.");
    }

    /// Prints what stands below the help: sentences, or the examples.
    private void footer(Verb verb, boolean isExamples) {
        boolean isIn = false;
        for (String line : verb.footer()) {
            if (line.equals("Examples:")) {
                isIn = true;
                if (isExamples) {
                    section("EXAMPLES");
                }
            } else if (isIn == isExamples && !line.isBlank()) {
                if (isExamples) {
                    apart();
                    lines.add(".nf");
                    lines.add(escape(line));
                    lines.add(".fi");
                } else {
                    paragraph(line);
                }
            }
        }
    }

    private void exitCodes() {
        section("EXIT STATUS");
        for (Map.Entry<String, String> code : ExitCode.descriptions().entrySet()) {
            item(code.getKey().strip(), code.getValue());
        }
    }

    /// Keeps dots and quotes at the start of a line, and backslashes and hyphens anywhere, from meaning something.
    private static String escape(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
