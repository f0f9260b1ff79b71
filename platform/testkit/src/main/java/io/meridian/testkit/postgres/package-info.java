/**
 * PostgreSQL 18 from embedded binaries: unpacked once per machine and user, run as a child process
 * of its own, as {@code nobody} where we are root (PostgreSQL refuses to run as root).
 */
@NullMarked
package io.meridian.testkit.postgres;

import org.jspecify.annotations.NullMarked;
