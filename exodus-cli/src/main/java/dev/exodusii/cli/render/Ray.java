package dev.exodusii.cli.render;

import dev.exodusii.geometry.Point;

/// What lies behind a place of a picture.
///
/// @param origin    where the ray begins: before all that was fitted into the picture
/// @param direction where it goes, of the length 1
public record Ray(Point origin, Point direction) {}
