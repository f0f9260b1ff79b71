/** What every store does with the SQL client: values and columns to it, rows from it. */
@NullMarked
package io.meridian.runtime.sql;

import org.jspecify.annotations.NullMarked;
