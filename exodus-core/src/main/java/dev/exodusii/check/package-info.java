/// Looks for faults in the values of a file: numbers that point nowhere, elements turned inside out, values that are no
/// numbers. What shows without reading the large arrays is found when a file is opened; this package adds the rest.
package dev.exodusii.check;
