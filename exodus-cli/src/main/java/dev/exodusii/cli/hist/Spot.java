package dev.exodusii.cli.hist;

import dev.exodusii.geometry.Point;

/// What was found for a point that the user typed.
///
/// @param typed    the point as it was typed
/// @param found    the node or element whose values are shown, such as `node:471`
/// @param position where that is
/// @param distance how far from the point; 0 in an element that contains it
public record Spot(String typed, String found, Point position, double distance) {}
