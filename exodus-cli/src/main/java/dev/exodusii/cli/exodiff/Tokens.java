package dev.exodusii.cli.exodiff;

/// A line of a command file, taken apart word by word. A word in double quotes may contain anything.
final class Tokens {

    static final String BLANKS = " \t";
    static final String VALUES = " \n\t=,";
    static final String NUMBERS = " \n\t=";

    private String rest;

    Tokens(String line) {
        this.rest = line;
    }

    /// Takes the next word.
    ///
    /// @param separators what words are separated by
    /// @return the word, empty at the end
    String next(String separators) {
        int from = skip(0, separators);
        if (from >= rest.length()) {
            rest = "";
            return "";
        }
        if (rest.charAt(from) == '"') {
            int end = rest.indexOf('"', from + 1);
            if (end < 0) {
                throw new ExodiffException("a quotation mark has no counterpart in \"" + rest + "\"");
            }
            String word = rest.substring(from + 1, end);
            rest = rest.substring(skip(end + 1, separators));
            return word;
        }
        int end = from;
        while (end < rest.length() && separators.indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String word = rest.substring(from, end);
        rest = rest.substring(skip(end, separators));
        return word;
    }

    private int skip(int from, String separators) {
        int at = from;
        while (at < rest.length() && separators.indexOf(rest.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// Tells whether a word is a keyword, or short for it.
    ///
    /// @param least the letters that must be there
    static boolean isShort(String word, String keyword, int least) {
        return word.length() >= least && keyword.startsWith(word);
    }
}
