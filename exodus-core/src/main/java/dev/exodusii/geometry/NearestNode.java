package dev.exodusii.geometry;

/// A node and how far it is from a point.
///
/// @param index    its 0-based index
/// @param position where it is
/// @param distance how far away that is
public record NearestNode(long index, Point position, double distance) {}
