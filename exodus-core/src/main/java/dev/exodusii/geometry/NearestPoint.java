package dev.exodusii.geometry;

/// The point of an element that is nearest to some point.
///
/// @param local    where it is in the element
/// @param distance how far away it is; 0 when the point is in the element
public record NearestPoint(LocalPoint local, double distance) {

    NearestPoint nearerOf(NearestPoint other) {
        return other.distance < distance ? other : this;
    }
}
