/// Digests of the values in classic netCDF files.
package dev.exodusii.cli.checksum;
