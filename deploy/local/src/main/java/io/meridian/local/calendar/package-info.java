/**
 * The calendar as code: a YAML file that is compared with, and put in place of, the one in force.
 */
@NullMarked
package io.meridian.local.calendar;

import org.jspecify.annotations.NullMarked;
