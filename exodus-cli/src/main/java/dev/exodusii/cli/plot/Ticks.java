package dev.exodusii.cli.plot;

import java.util.ArrayList;
import java.util.List;

/// Round numbers along an axis: 1, 2 or 5 times a power of ten apart.
public final class Ticks {

    /// Fewer ticks do not show that an axis is logarithmic.
    private static final int FEWEST = 3;
    private static final double[] ROUND = {1, 2, 5, 10, 20};

    private Ticks() {}

    /// Chooses ticks.
    ///
    /// @param extent what the axis reaches over
    /// @param most   how many there may be, at least 2
    /// @return the ticks within, from the lowest
    public static List<Double> linear(Extent extent, int most) {
        double step = step(extent, most);
        List<Double> ticks = new ArrayList<>();
        if (!(step > 0) || Double.isInfinite(step)) {
            return ticks;
        }
        for (double i = Math.ceil(extent.low() / step - 1e-9); i * step <= extent.high() + step * 1e-9; i++) {
            ticks.add(i * step + 0.0);
            if (ticks.size() > most) {
                break;
            }
        }
        return ticks;
    }

    /// Returns how far ticks are apart: a round number.
    static double step(Extent extent, int most) {
        double least = extent.span() / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = 20 * power;
        for (double round : ROUND) {
            if (count(extent, round * power) <= most) {
                step = round * power;
                break;
            }
        }
        return step;
    }

    private static double count(Extent extent, double step) {
        return Math.floor(extent.high() / step + 1e-9) - Math.ceil(extent.low() / step - 1e-9) + 1;
    }

    /// Chooses powers of ten; where there are fewer than three, 1, 2 and 5 times those, or round numbers.
    ///
    /// @param extent what the axis reaches over, positive
    /// @param most   how many there may be, at least 2
    /// @return the ticks within, from the lowest
    static List<Double> logarithmic(Extent extent, int most) {
        int first = (int) Math.ceil(Math.log10(extent.low()) - 1e-9);
        int last = (int) Math.floor(Math.log10(extent.high()) + 1e-9);
        if (last - first < FEWEST - 1) {
            List<Double> ticks = oneTwoFive(extent, first - 1, last);
            return ticks.size() >= FEWEST && ticks.size() <= most ? ticks
                    : last - first < 1 ? linear(extent, most).stream().filter(tick -> tick > 0).toList()
                    : powers(first, last, 1);
        }
        return powers(first, last, Math.ceilDiv(last - first + 1, most));
    }

    private static List<Double> powers(int first, int last, int step) {
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power += step) {
            ticks.add(Double.parseDouble("1e" + power));
        }
        return ticks;
    }

    private static List<Double> oneTwoFive(Extent extent, int first, int last) {
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double tick = Double.parseDouble(digit + "e" + power);
                if (tick >= extent.low() && tick <= extent.high()) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
