/**
 * How much each caller may ask in a while: one who asks too much waits, and the others notice
 * nothing.
 */
package io.meridian.rest.budget;
