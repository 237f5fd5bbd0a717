package dev.exodusii.cache;

import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;

/// Floats that views give when they are copied, wherever they go.
sealed interface Floats {

    /// Floats that a vector takes where it goes.
    int AXES = 3;

    long count();

    List<RealView> sources();

    void copyTo(float[] destination);

    void copyTo(MemorySegment destination);

    record Values(RealView values) implements Floats {

        @Override
        public long count() {
            return values.size();
        }

        @Override
        public List<RealView> sources() {
            return List.of(values);
        }

        @Override
        public void copyTo(float[] destination) {
            values.copyTo(destination);
        }

        @Override
        public void copyTo(MemorySegment destination) {
            values.copyFloatsTo(destination);
        }
    }

    record Magnitudes(VectorView vectors) implements Floats {

        @Override
        public long count() {
            return vectors.size();
        }

        @Override
        public List<RealView> sources() {
            return vectors.components();
        }

        @Override
        public void copyTo(float[] destination) {
            vectors.copyMagnitudesTo(destination);
        }

        @Override
        public void copyTo(MemorySegment destination) {
            vectors.copyMagnitudesTo(destination);
        }
    }

    record Positions(VectorView points) implements Floats {

        @Override
        public long count() {
            return Math.multiplyExact(points.size(), AXES);
        }

        @Override
        public List<RealView> sources() {
            return points.components();
        }

        @Override
        public void copyTo(float[] destination) {
            points.copyInterleavedTo(destination);
        }

        @Override
        public void copyTo(MemorySegment destination) {
            points.copyInterleavedTo(destination);
        }
    }

    record Displaced(VectorView points, VectorView displacement, double scale) implements Floats {

        public Displaced {
            if (displacement.size() != points.size()) {
                throw new IllegalArgumentException(displacement.size() + " displacements for " + points.size()
                        + " points");
            }
        }

        @Override
        public long count() {
            return Math.multiplyExact(points.size(), AXES);
        }

        @Override
        public List<RealView> sources() {
            return Stream.concat(points.components().stream(), displacement.components().stream()).toList();
        }

        @Override
        public void copyTo(float[] destination) {
            points.copyDisplacedTo(displacement, scale, destination);
        }

        @Override
        public void copyTo(MemorySegment destination) {
            points.copyDisplacedTo(displacement, scale, destination);
        }
    }
}
