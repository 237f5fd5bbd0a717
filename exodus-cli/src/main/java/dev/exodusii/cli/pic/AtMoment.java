package dev.exodusii.cli.pic;

import dev.exodusii.cli.address.Moment;

/// Values at a moment, which may lie between two steps.
final class AtMoment {

    private AtMoment() {}

    /// Copies the values of one step.
    @FunctionalInterface
    interface Copying {
        void copy(long step, float[] destination);
    }

    static float[] values(Moment moment, int count, Copying copying) {
        float[] values = new float[count];
        copying.copy(moment.step(), values);
        if (moment.isInterpolated()) {
            float[] next = new float[count];
            copying.copy(moment.next(), next);
            for (int i = 0; i < count; i++) {
                values[i] = (float) moment.between(values[i], next[i]);
            }
        }
        return values;
    }
}
