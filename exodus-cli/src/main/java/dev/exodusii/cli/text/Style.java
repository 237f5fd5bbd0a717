package dev.exodusii.cli.text;

/// How a piece of text stands out on a terminal with colours. Colour never carries meaning alone.
public enum Style {
    /// As it comes.
    PLAIN(""),
    /// The name of what is shown.
    STRONG("1"),
    /// Labels and headings.
    LABEL("36"),
    /// What is said in passing.
    FAINT("2"),
    /// All is well.
    GOOD("32"),
    /// Something needs attention.
    WARNING("33"),
    /// Something went wrong.
    ERROR("1;31"),
    /// The first line of a plot.
    BLUE("34"),
    /// The second line of a plot.
    RED("31"),
    /// The third line of a plot.
    LIGHT_GREEN("92"),
    /// The fourth line of a plot.
    MAGENTA("35"),
    /// The fifth line of a plot.
    YELLOW("33"),
    /// The sixth line of a plot.
    LIGHT_CYAN("96");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String apply(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
