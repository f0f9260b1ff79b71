/**
 * The local stack's own mail server: it takes every mail, keeps it as a file, and sends none on.
 */
@NullMarked
package io.meridian.local.mail;

import org.jspecify.annotations.NullMarked;
