package dev.exodusii.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as people write them. Independent of the user's language, as is everything that is printed.
public final class Numbers {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB", "EB"};

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
        return Double.isFinite(number) ? plain(Double.toString(number)) : Double.toString(number);
    }

    /// Writes a real number that is stored in 32 bits in the fewest digits that tell it from its neighbours there.
    ///
    /// @param number any number
    /// @return the text; `NaN`, `Infinity` or `-Infinity` for what is no number
    public static String real(float number) {
        return Float.isFinite(number) ? plain(Float.toString(number)) : Float.toString(number);
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

    /// Respells what Java writes: `1.0E10` as `1e10`, `100.0` as `100`, `1.0E-4` as `0.0001`.
    private static String plain(String spelt) {
        if (spelt.equals("0.0") || spelt.equals("-0.0")) {
            return spelt.length() == 3 ? "0" : spelt;
        }
        String sign = spelt.startsWith("-") ? "-" : "";
        int e = spelt.indexOf('E');
        int end = e < 0 ? spelt.length() : e;
        int point = spelt.indexOf('.');
        int shift = e < 0 ? 0 : Integer.parseInt(spelt.substring(e + 1));
        String digits = spelt.substring(sign.length(), point) + spelt.substring(point + 1, end);
        int before = point - sign.length() + shift;
        int first = 0;
        while (digits.charAt(first) == '0') {
            first++;
        }
        int last = digits.length();
        while (digits.charAt(last - 1) == '0') {
            last--;
        }
        return sign + laidOut(digits.substring(first, last), before - first);
    }

    /// Places the point behind as many digits as there are before it: 0 for 0.5, -1 for 0.05.
    private static String laidOut(String digits, int before) {
        int exponent = before - 1;
        if (exponent < -4 || exponent >= 10) {
            return digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + exponent;
        }
        if (before <= 0) {
            return "0." + "0".repeat(-before) + digits;
        }
        return digits.length() <= before ? digits + "0".repeat(before - digits.length())
                : digits.substring(0, before) + "." + digits.substring(before);
    }
}
