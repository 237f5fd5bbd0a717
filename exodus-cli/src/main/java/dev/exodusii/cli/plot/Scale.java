package dev.exodusii.cli.plot;

import dev.exodusii.cli.text.Numbers;

/// How the numbers beside an axis are written: short ones, of which a power of ten was split off if they are very small
/// or very large.
///
/// @param exponent the power of ten that stands at the end of the axis and not at each number; often 0
/// @param digits   the significant digits that tell neighbours apart
public record Scale(int exponent, int digits) {

    private static final int LARGEST = 5;
    private static final int SMALLEST = -3;
    private static final int LONG = 7;
    private static final int MOST_DIGITS = 15;
    private static final String[] RAISED = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

    /// The numbers of a logarithmic axis, where a power of ten says so itself if it is long.
    public static final Scale POWERS = new Scale(0, 0);

    /// Chooses how the numbers of an axis are written.
    ///
    /// @param extent what the axis reaches over
    /// @return the way
    public static Scale of(Extent extent) {
        double largest = extent.largest();
        int order = largest == 0 ? 0 : (int) Math.floor(Math.log10(largest));
        double share = extent.span() / largest;
        int digits = share > 0 ? 3 + (int) Math.ceil(-Math.log10(Math.min(share, 1))) : 4;
        // Numbers that differ in their last digits only are long in any case.
        boolean isShort = digits < LONG && (order > LARGEST || order < SMALLEST);
        boolean isHuge = order >= MOST_DIGITS || order <= -LONG;
        return new Scale(isShort || isHuge ? Math.floorDiv(order, 3) * 3 : 0, Math.clamp(digits, 4, MOST_DIGITS));
    }

    /// Writes a number beside the axis.
    ///
    /// @param value the number
    /// @return its text, without the factor
    public String text(double value) {
        if (digits == 0) {
            return power(value);
        }
        // In two steps: the power of ten may not be a number of its own.
        double first = exponent < -300 ? value * 1e300 : value;
        double shown = first / Math.pow(10, exponent < -300 ? exponent + 300 : exponent);
        return Numbers.rounded(shown + 0.0, digits);
    }

    /// Returns what the numbers are to be multiplied by, such as `×10⁻⁶`; empty for 1.
    public String factor() {
        if (exponent == 0) {
            return "";
        }
        return "×10" + raised(exponent);
    }

    private static String raised(int exponent) {
        StringBuilder raised = new StringBuilder(exponent < 0 ? "⁻" : "");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> raised.append(RAISED[digit - '0']));
        return raised.toString();
    }

    private static String power(double value) {
        int power = (int) Math.rint(Math.log10(value));
        boolean isPower = Math.abs(value / Math.pow(10, power) - 1) < 1e-9;
        return isPower && (power > 4 || power < SMALLEST) ? "10" + raised(power) : Numbers.rounded(value, 4);
    }

    /// Writes a number in ASCII.
    String plainText(double value) {
        return digits == 0 ? Numbers.rounded(value, 4) : text(value);
    }

    /// Returns the factor without characters beyond ASCII, such as `x1e-6`.
    String plainFactor() {
        return exponent == 0 ? "" : "x1e" + exponent;
    }
}
