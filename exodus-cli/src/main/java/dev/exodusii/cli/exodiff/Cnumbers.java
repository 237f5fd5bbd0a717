package dev.exodusii.cli.exodiff;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads and writes numbers as C does: whatever follows a number is left alone, and `%g` drops zeros at the end.
final class Cnumbers {

    private static final Pattern REAL = Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");
    private static final Pattern ODD = Pattern.compile("\\s*([+-]?)(inf|nan).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("\\s*([+-]?)(0[xX][0-9a-fA-F]+|\\d+)");
    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    private Cnumbers() {}

    /// Reads a number, 0 where there is none.
    static double realOrZero(String text) {
        return startsWithReal(text) ? real(text) : 0;
    }

    static boolean startsWithReal(String text) {
        return REAL.matcher(text).lookingAt() || ODD.matcher(text).matches();
    }

    /// Reads a tolerance.
    ///
    /// @throws ExodiffException when it is no number, or negative
    static double tolerance(String text) {
        if (!startsWithReal(text)) {
            throw new ExodiffException("Problem converting the string '" + text
                    + "' to a double value while parsing tolerance.  Aborting...");
        }
        double value = real(text);
        if (value < 0) {
            throw new ExodiffException("Parsed a negative value \"" + value + "\".  Aborting...");
        }
        return value;
    }

    private static double real(String text) {
        Matcher number = REAL.matcher(text);
        if (number.lookingAt()) {
            return Double.parseDouble(number.group(1));
        }
        boolean isNegative = text.strip().startsWith("-");
        boolean isNan = text.toLowerCase(Locale.ROOT).contains("nan");
        return isNan ? Double.NaN : isNegative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /// Reads an integer in decimal, octal (`010`) or hexadecimal (`0x10`); 0 where there is none.
    static int integer(String text) {
        Matcher number = INTEGER.matcher(text);
        if (!number.lookingAt()) {
            return 0;
        }
        String digits = number.group(2);
        boolean isHexadecimal = digits.length() > 1 && (digits.charAt(1) == 'x' || digits.charAt(1) == 'X');
        int radix = isHexadecimal ? 16 : digits.startsWith("0") ? 8 : 10;
        String plain = isHexadecimal ? digits.substring(2) : radix == 8 ? digits.replaceAll("[89].*", "") : digits;
        long value = plain.isEmpty() ? 0 : new BigInteger(plain, radix).min(LARGEST).longValue();
        return (int) (number.group(1).equals("-") ? -value : value);
    }

    /// Reads a decimal integer.
    ///
    /// @throws ExodiffException when there is none
    static int decimal(String text) {
        Matcher number = INTEGER.matcher(text);
        if (!number.lookingAt() || number.group(2).length() > 9) {
            throw new ExodiffException("'" + text + "' is not a step");
        }
        return Integer.parseInt(number.group(1) + number.group(2).replaceAll("[xX].*", ""));
    }

    /// Writes `%W.Pe`.
    static String scientific(int width, int precision, double value) {
        String text = !Double.isFinite(value) ? odd(value)
                : String.format(Locale.ROOT, "%." + precision + "e", value == 0 ? value
                        : rounded(precision + 1, value));
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /// Writes `%W.Pg`.
    static String general(int width, int precision, double value) {
        String text = Double.isFinite(value) ? shortest(precision, value) : odd(value);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /// Writes the fewest digits that read back exactly, with an exponent below 0.0001 and from 1e16 on.
    static String shortest(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return general(0, 17, value);
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent < -4 || exponent >= 16 ? withExponent(digits, exponent) : digits.toPlainString();
    }

    private static String shortest(int precision, double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal rounded = rounded(precision, value);
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < precision) {
            String plain = rounded.toPlainString();
            return plain.contains(".") ? plain.replaceAll("0+$", "").replaceAll("\\.$", "") : plain;
        }
        return withExponent(rounded, exponent);
    }

    private static String withExponent(BigDecimal value, int exponent) {
        String digits = value.unscaledValue().abs().toString().replaceAll("0+$", "");
        String mantissa = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "");
        return (value.signum() < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /// C rounds the number itself, not its shortest spelling, and halves to even.
    private static BigDecimal rounded(int digits, double value) {
        return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String odd(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
}
