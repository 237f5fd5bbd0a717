package dev.exodusii.surface;

import dev.exodusii.view.InterpolatedVectors;
import dev.exodusii.view.InterpolatedView;

/// Reads values here and there at a time between two steps; those of one step where they are all that is needed.
///
/// Not a kind of [NodeReader], and with loops of its own: compiled for both, a loop took several times longer for one step.
///
/// @param before the values at weight 0
/// @param after  the values at weight 1
/// @param weight the share of `after`; with 0, it is not read
record BlendReader(NodeReader before, NodeReader after, double weight) {

    static BlendReader of(InterpolatedView values) {
        return values.stored().map(NodeReader::of).map(only -> new BlendReader(only, only, 0)).orElseGet(
                () -> new BlendReader(NodeReader.of(values.before()), NodeReader.of(values.after()), values.weight()));
    }

    static BlendReader[] of(InterpolatedVectors vectors) {
        BlendReader[] components = new BlendReader[vectors.dimension()];
        for (int axis = 0; axis < components.length; axis++) {
            components[axis] = of(vectors.component(axis));
        }
        return components;
    }

    double get(int index) {
        double from = before.get(index);
        return weight == 0 ? from : from + weight * (after.get(index) - from);
    }

    /// A float that is stored is given as it is: the way over a double changes some NaN.
    float getFloat(int index) {
        return weight == 0 ? before.getFloat(index) : (float) get(index);
    }

    /// The length of a vector, summed up as that of one step is.
    static double length(BlendReader[] components, int index) {
        double sum = 0;
        for (BlendReader component : components) {
            double value = component.get(index);
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
