/** The TAMs that the calendar knows: a replica of its directory. */
package io.meridian.customer.directory;
