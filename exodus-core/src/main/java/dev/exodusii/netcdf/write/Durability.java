package dev.exodusii.netcdf.write;

/// What announced records survive.
public enum Durability {
    /// The end of the program at any moment, by whatever signal: values are handed to the system before the count is.
    PROCESS,
    /// Also the end of the machine: values are on the device before the count is written, and the count is when the call
    /// returns. Takes the time of two writes to the device.
    DEVICE
}
