/** Who is on the calendar, and who leads which region: a replica of its directory. */
package io.meridian.escalation.directory;
