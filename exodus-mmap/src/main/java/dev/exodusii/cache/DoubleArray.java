package dev.exodusii.cache;

import dev.exodusii.view.RealView;
import java.util.List;

record DoubleArray(RealView values) implements Derived<double[]> {

    DoubleArray {
        FloatArray.checkFits(values.size());
    }

    @Override
    public long bytes() {
        return values.size() * Double.BYTES;
    }

    @Override
    public List<RealView> sources() {
        return List.of(values);
    }

    @Override
    public double[] make() {
        return values.toArray();
    }
}
