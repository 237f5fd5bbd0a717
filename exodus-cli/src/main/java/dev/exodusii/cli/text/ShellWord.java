package dev.exodusii.cli.text;

/// Words in commands that are proposed to the user.
public final class ShellWord {

    private ShellWord() {}

    /// Quotes a word where a shell would take it apart.
    ///
    /// @param word such as a file name
    /// @return the word as one types it
    public static String of(String word) {
        boolean isPlain = !word.isEmpty() && !word.startsWith("-")
                && word.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_./+,:=@%-\\".indexOf(c) >= 0);
        return isPlain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
