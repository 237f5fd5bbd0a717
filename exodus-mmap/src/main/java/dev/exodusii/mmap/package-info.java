/// Opening and mapping of Exodus II files.
package dev.exodusii.mmap;
