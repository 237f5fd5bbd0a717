/// Draws surfaces into arrays of pixels, without a display: a camera, what is drawn, and the renderer. Only [Annotations]
/// needs AWT.
package dev.exodusii.cli.render;
