package dev.exodusii.geometry;

import dev.exodusii.ExodusFile;
import dev.exodusii.parallel.Workers;
import java.util.concurrent.CancellationException;

/// Finds what is at a point of a mesh.
///
/// Nodes and elements that make no sense are passed over and counted; a damaged file is no reason to fail. Answers do not
/// depend on the number of threads, nor on whether they come from a search through everything or from an index.
///
/// Implementations are immutable and safe for use by many threads while the file is open.
public interface PointLocator {

    /// Makes a locator that looks at everything for each question. It needs neither preparation nor memory, and is the
    /// right one for a few questions; for many there is [SpatialIndex].
    ///
    /// @param file    the file with the mesh
    /// @param workers who looks; told of each byte of coordinates and connectivity that was looked at
    /// @return the locator
    static PointLocator scanning(ExodusFile file, Workers workers) {
        return scanning(file, Positions.stored(file), workers);
    }

    /// Makes a locator that looks at everything for each question, in a mesh whose nodes are elsewhere than the file says:
    /// a deformed one.
    ///
    /// @param file      the file with the mesh
    /// @param positions where the nodes are
    /// @param workers   who looks; told of each byte of coordinates and connectivity that was looked at
    /// @return the locator
    /// @throws IllegalArgumentException when the positions do not fit to the file
    static PointLocator scanning(ExodusFile file, Positions positions, Workers workers) {
        return new ScanningLocator(file, positions, workers);
    }

    /// Finds the node that is nearest to a point; of several that are equally near, the one with the lowest index.
    ///
    /// @param point the point; axes that the mesh does not have are not looked at
    /// @return the node
    /// @throws IllegalArgumentException when the point is not finite
    /// @throws CancellationException    when somebody stopped the workers
    Nearest<NearestNode> nearestNode(Point point);

    /// Finds the element that contains a point, or else the nearest one; of several that are equally near, the one with
    /// the lowest index. A point on the border of two elements is in both of them.
    ///
    /// Lines, flat elements in space and spheres have no inside: they are as far away as their nearest point.
    ///
    /// @param point the point; axes that the mesh does not have are not looked at
    /// @return the element with the place in it that is nearest to the point
    /// @throws IllegalArgumentException when the point is not finite
    /// @throws CancellationException    when somebody stopped the workers
    Nearest<ElementPoint> nearestElement(Point point);
}
