/// What can be wrong with a file: refusals (exceptions) and findings on an open file.
package dev.exodusii.diagnostic;
