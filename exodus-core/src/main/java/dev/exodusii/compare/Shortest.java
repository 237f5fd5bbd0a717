package dev.exodusii.compare;

import java.math.BigDecimal;

/// Writes numbers as the reference does where it asks for no width: the fewest digits that read back exactly.
final class Shortest {

    private Shortest() {}

    static String of(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < 16) {
            return digits.toPlainString();
        }
        String mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        String size = (exponent > -10 && exponent < 10 ? "0" : "") + Math.abs(exponent);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + size;
    }
}
