package dev.exodusii.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as people write them. Independent of the user's language, as is everything that is printed.
public final class Numbers {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

    /// As of `E-308`.
    private static final int LONGEST_EXPONENT = 5;
    /// As of `-0.0`, which keeps its zero: `-0` would be an integer, which has no sign.
    private static final int NEGATIVE_ZERO = 4;

    private Numbers() {}

    /// Writes an integer with commas between groups of three digits, such as `1,025`.
    ///
    /// @param number any number
    /// @return the text
    public static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int i = digits.length() - 3; i > first; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }

    /// Writes a number of things, such as `1 node` or `1,025 nodes`.
    ///
    /// @param number how many
    /// @param noun   what they are, one of them
    /// @return the text
    public static String count(long number, String noun) {
        return grouped(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /// Writes a size, such as `812 bytes` or `1.2 MB`, a megabyte being a million bytes.
    ///
    /// @param bytes the size, not negative
    /// @return the text
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return count(bytes, "byte");
        }
        long unit = 1000;
        int index = 0;
        while (index < UNITS.length - 1 && tenths(bytes, unit) >= 10_000) {
            unit *= 1000;
            index++;
        }
        long tenths = tenths(bytes, unit);
        return tenths / 10 + "." + tenths % 10 + " " + UNITS[index];
    }

    private static long tenths(long bytes, long unit) {
        return bytes / (unit / 10) + (bytes % (unit / 10) >= unit / 20 ? 1 : 0);
    }

    /// Writes a real number in the fewest digits from which it can be read back exactly: `0`, `500000`, `1.5e-7`.
    ///
    /// @param number any number
    /// @return the text; `NaN`, `Infinity` or `-Infinity` for what is no number
    public static String real(double number) {
        StringBuilder text = new StringBuilder();
        append(text, number);
        return text.toString();
    }

    /// Writes a real number that is stored in 32 bits in the fewest digits that tell it from its neighbours there.
    ///
    /// @param number any number
    /// @return the text; `NaN`, `Infinity` or `-Infinity` for what is no number
    public static String real(float number) {
        StringBuilder text = new StringBuilder();
        append(text, number);
        return text.toString();
    }

    /// Appends what [#real(double)] writes.
    ///
    /// @param text   where it goes
    /// @param number any number
    public static void append(StringBuilder text, double number) {
        int from = text.length();
        text.append(number);
        if (Double.isFinite(number)) {
            respell(text, from);
        }
    }

    /// Appends what [#real(float)] writes.
    ///
    /// @param text   where it goes
    /// @param number any number
    public static void append(StringBuilder text, float number) {
        int from = text.length();
        text.append(number);
        if (Float.isFinite(number)) {
            respell(text, from);
        }
    }

    /// Writes a real number with a limited precision.
    ///
    /// @param number any number
    /// @param digits how many significant digits to keep
    /// @return the text; `NaN`, `Infinity` or `-Infinity` for what is no number
    public static String rounded(double number, int digits) {
        return Double.isFinite(number) ? real(new BigDecimal(number).round(new MathContext(digits)).doubleValue())
                : Double.toString(number);
    }

    /// Respells what Java has written: `1.0E10` as `1e10`, `100.0` as `100`, `1.0E-4` as `0.0001`. Most numbers stay as
    /// they are.
    private static void respell(StringBuilder text, int from) {
        int end = text.length();
        int e = end - 1;
        int least = Math.max(from, end - LONGEST_EXPONENT);
        while (e >= least && text.charAt(e) != 'E') {
            e--;
        }
        if (e >= least) {
            int exponent = Integer.parseInt(text, e + 1, end, 10);
            if (exponent < -4 || exponent >= 10) {
                text.setCharAt(e, 'e');
                dropZero(text, e);
            } else {
                String spelt = text.substring(from, e);
                text.setLength(from);
                shift(text, spelt, exponent);
            }
        } else if (end - from != NEGATIVE_ZERO || text.charAt(from) != '-' || text.charAt(from + 1) != '0') {
            dropZero(text, end);
        }
    }

    /// Drops `.0` before a place.
    private static void dropZero(StringBuilder text, int end) {
        if (text.charAt(end - 1) == '0' && text.charAt(end - 2) == '.') {
            text.delete(end - 2, end);
        }
    }

    /// Moves the point behind the first digit by 7 to 9 places to the right, or by 4 to the left.
    private static void shift(StringBuilder text, String spelt, int exponent) {
        int point = spelt.indexOf('.');
        String fraction = spelt.endsWith(".0") ? "" : spelt.substring(point + 1);
        text.append(spelt, 0, point - 1);
        if (exponent < 0) {
            text.append("0.").repeat('0', -exponent - 1).append(spelt.charAt(point - 1)).append(fraction);
        } else if (fraction.length() <= exponent) {
            text.append(spelt.charAt(point - 1)).append(fraction).repeat('0', exponent - fraction.length());
        } else {
            text.append(spelt.charAt(point - 1)).append(fraction, 0, exponent).append('.')
                    .append(fraction, exponent, fraction.length());
        }
    }
}
