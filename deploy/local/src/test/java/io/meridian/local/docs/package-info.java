/** The documents say what is so. */
@org.jspecify.annotations.NullMarked
package io.meridian.local.docs;
