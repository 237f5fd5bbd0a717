package dev.exodusii.surface;

/// A surface was asked for that 32-bit indexes cannot address: one of more than 2^31 - 9 nodes or triangle corners, or
/// one of a mesh with more than 2^31 - 9 nodes or elements.
///
/// Index buffers of graphics libraries are of 32 bits. Fewer blocks at a time may help.
public final class SurfaceTooLargeException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SurfaceTooLargeException(String message) {
        super(message);
    }
}
