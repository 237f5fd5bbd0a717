/// What many steps of many variables come to, in one pass over the file.
package dev.exodusii.statistics;
