package dev.exodusii.cache;

import dev.exodusii.view.RealView;
import java.util.List;

record FloatArray(Floats floats) implements Derived<float[]> {

    /// Some VMs reserve header words in an array.
    static final int MOST = Integer.MAX_VALUE - 8;

    FloatArray {
        checkFits(floats.count());
    }

    static void checkFits(long count) {
        if (count > MOST) {
            throw new IllegalArgumentException(count + " values do not fit into one array; take native memory");
        }
    }

    @Override
    public long bytes() {
        return floats.count() * Float.BYTES;
    }

    @Override
    public List<RealView> sources() {
        return floats.sources();
    }

    @Override
    public float[] make() {
        float[] made = new float[(int) floats.count()];
        floats.copyTo(made);
        return made;
    }
}
